package io.kizuna.retention.internal;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.SqlTime;
import io.kizuna.retention.LegalHolds.Action;
import io.kizuna.retention.LegalHolds.Decision;
import io.kizuna.retention.Retention;
import io.kizuna.retention.RetentionRule;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rules and holds as they were set; both tables are only added to. */
@Repository
class RetentionRows {

  /** A rule with its place among those of its market and product. */
  record Versioned(UUID id, int version, RetentionRule rule) {}

  private final JdbcClient jdbc;

  RetentionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Versioned> rules() {
    return jdbc.sql(
            """
            SELECT id, market, product, version, years, shelf_life_months, source, set_by, set_at
            FROM retention_rule ORDER BY market, product, version
            """)
        .query(
            (rs, n) ->
                new Versioned(
                    rs.getObject("id", UUID.class),
                    rs.getInt("version"),
                    new RetentionRule(
                        rs.getString("market"),
                        rs.getString("product"),
                        rs.getInt("years"),
                        rs.getInt("shelf_life_months"),
                        rs.getString("source"),
                        new PersonId(rs.getString("set_by")),
                        SqlTime.get(rs, "set_at"))))
        .list();
  }

  void add(Retention.Wanted c, int version, Instant at) {
    jdbc.sql(
            """
            INSERT INTO retention_rule (id, market, product, version, years, shelf_life_months,
              source, reason, set_by, set_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            c.requestId(),
            c.market(),
            c.product(),
            version,
            c.years(),
            c.shelfLifeMonths(),
            c.source(),
            c.reason(),
            c.by().value(),
            SqlTime.of(at))
        .update();
  }

  List<Decision> holds(BatchId batch) {
    return jdbc.sql(
            """
            SELECT action, reason, decided_by, decided_at, signature_id
            FROM legal_hold WHERE batch_id = ? ORDER BY number
            """)
        .param(batch.value())
        .query(
            (rs, n) ->
                new Decision(
                    Action.valueOf(rs.getString("action")),
                    rs.getString("reason"),
                    new PersonId(rs.getString("decided_by")),
                    SqlTime.get(rs, "decided_at"),
                    rs.getObject("signature_id", UUID.class)))
        .list();
  }

  /** Whether the request was recorded for this batch and decision. */
  boolean known(UUID requestId, BatchId batch, Action action) {
    return jdbc
        .sql("SELECT 1 FROM legal_hold WHERE id = ? AND batch_id = ? AND action = ?")
        .params(requestId, batch.value(), action.name())
        .query()
        .singleColumn()
        .stream()
        .findAny()
        .isPresent();
  }

  void add(UUID requestId, BatchId batch, int number, Decision d) {
    jdbc.sql(
            """
            INSERT INTO legal_hold (id, batch_id, number, action, reason, decided_by, decided_at,
              signature_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            requestId,
            batch.value(),
            number,
            d.action().name(),
            d.reason(),
            d.by().value(),
            SqlTime.of(d.at()),
            d.signature())
        .update();
  }
}
