package io.kizuna.material.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import io.kizuna.material.Lot;
import io.kizuna.material.Lots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class LotRows implements Lots {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final RecordClock clock;

  LotRows(JdbcClient jdbc, AuditTrail audit, RecordClock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Lot> find(String code) {
    return jdbc.sql("SELECT code, material, status, expires_at, attributes FROM lot WHERE code = ?")
        .param(code)
        .query((rs, n) -> lot(rs))
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Lot> all() {
    return jdbc.sql(
            "SELECT code, material, status, expires_at, attributes FROM lot ORDER BY code LIMIT 1000")
        .query((rs, n) -> lot(rs))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Lot usable(String code, String material) {
    var lot =
        find(code)
            .orElseThrow(
                () -> refusal("The lot must be known.", code, "a lot of " + material, "LOGISTICS"));
    if (!lot.material().equals(material)) {
      throw refusal(
          "The lot must be of the material the step asks for.", lot.material(), material, null);
    }
    if (lot.status() != Lot.Status.RELEASED) {
      throw refusal("Only released lots can be consumed.", lot.status().name(), "RELEASED", "QA");
    }
    if (!clock.now().isBefore(lot.expiresAt())) {
      throw refusal(
          "An expired lot cannot be consumed.",
          lot.expiresAt().toString(),
          "after " + clock.now(),
          "LOGISTICS");
    }
    return lot;
  }

  @Override
  @Transactional
  public void add(Lot lot, PersonId by) {
    jdbc.sql(
            "INSERT INTO lot (code, material, status, expires_at, attributes) VALUES (?, ?, ?, ?, ?)")
        .params(
            lot.code(),
            lot.material(),
            lot.status().name(),
            SqlTime.of(lot.expiresAt()),
            JSON.writeValueAsString(lot.attributes()))
        .update();
    audit.record(
        new AuditEvent(
            "site",
            by.value(),
            "lot.added",
            "lot",
            lot.code(),
            Map.of(
                "material", Change.to(lot.material()),
                "status", Change.to(lot.status().name()),
                "expiresAt", Change.to(lot.expiresAt().toString())),
            null,
            null));
  }

  private static MesException refusal(
      String rule, String value, String needed, @Nullable String solver) {
    return new MesException(ErrorCode.LOT_NOT_USABLE, rule, value, needed, solver);
  }

  private static Lot lot(ResultSet rs) throws SQLException {
    return new Lot(
        rs.getString("code"),
        rs.getString("material"),
        Lot.Status.valueOf(rs.getString("status")),
        SqlTime.get(rs, "expires_at"),
        JSON.readValue(rs.getString("attributes"), new TypeReference<Map<String, String>>() {}));
  }
}
