package io.kizuna.audit.internal;

import io.kizuna.audit.ReadAudit.Entry;
import io.kizuna.audit.SearchAudit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class AuditSearch implements SearchAudit {

  /** Entries a text is looked for in at a time: some 20 MB of bodies. */
  private static final long TEXT_WINDOW = 20_000;

  private final JdbcClient jdbc;

  AuditSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public Page search(Query q) {
    int limit = Math.max(1, Math.min(q.limit(), LIMIT_MAX));
    long before = q.before() == null ? newest(q.chain()) + 1 : q.before();
    long from = q.text() == null ? 1 : Math.max(1, before - TEXT_WINDOW);
    var found = entries(q, from, before, limit + 1);
    if (found.size() > limit) {
      var page = List.copyOf(found.subList(0, limit));
      return new Page(page, page.get(limit - 1).seq());
    }
    return new Page(found, from > 1 ? from : null);
  }

  private long newest(String chain) {
    return jdbc.sql("SELECT seq FROM chain_head WHERE chain_id = ?")
        .param(chain)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  private List<Entry> entries(Query q, long from, long before, int limit) {
    var sql = new StringBuilder(AuditReader.SELECT).append("WHERE chain_id = ");
    var params = new ArrayList<Object>();
    if (q.chain().equals("site")) {
      sql.append("'site'"); // as the indexes of this chain name it
    } else {
      sql.append('?');
      params.add(q.chain());
    }
    sql.append(" AND seq >= ? AND seq < ?");
    params.add(from);
    params.add(before);
    if (q.person() != null) {
      sql.append(" AND actor = ?");
      params.add(q.person());
    }
    if (q.action() != null) {
      sql.append(" AND action = ?");
      params.add(q.action());
    }
    if (q.entity() != null) {
      sql.append(" AND entity = ?");
      params.add(q.entity());
    }
    if (q.text() != null) {
      sql.append(" AND LOWER(body) LIKE ? ESCAPE '!'");
      params.add("%" + escaped(q.text().toLowerCase(Locale.ROOT)) + "%");
    }
    sql.append(" ORDER BY seq DESC LIMIT ?");
    params.add(limit);
    return jdbc.sql(sql.toString()).params(params).query(AuditReader::entry).list();
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
