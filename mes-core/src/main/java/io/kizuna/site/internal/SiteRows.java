package io.kizuna.site.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.Text;
import io.kizuna.site.Site;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class SiteRows implements Site {

  private final JdbcClient jdbc;
  private final AuditTrail audit;

  SiteRows(JdbcClient jdbc, AuditTrail audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Client> clients() {
    return jdbc.sql("SELECT id, name_en, name_ja FROM client ORDER BY id")
        .query((rs, n) -> new Client(rs.getString("id"), name(rs)))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Suite> suites() {
    return jdbc.sql("SELECT id, name_en, name_ja FROM suite ORDER BY id")
        .query((rs, n) -> new Suite(rs.getString("id"), name(rs)))
        .list();
  }

  @Override
  @Transactional
  public void addClient(Client client, PersonId by) {
    add("client", client.id(), client.name(), by);
  }

  @Override
  @Transactional
  public void addSuite(Suite suite, PersonId by) {
    add("suite", suite.id(), suite.name(), by);
  }

  private void add(String table, String id, Text name, PersonId by) {
    jdbc.sql("INSERT INTO " + table + " (id, name_en, name_ja) VALUES (?, ?, ?)")
        .params(id, name.en(), name.ja())
        .update();
    audit.record(
        new AuditEvent(
            "site",
            by.value(),
            table + ".added",
            table,
            id,
            Map.of("name", Change.to(name.en())),
            null,
            null));
  }

  private static Text name(ResultSet rs) throws SQLException {
    return new Text(rs.getString("name_en"), rs.getString("name_ja"));
  }
}
