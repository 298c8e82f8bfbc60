package io.kizuna.batchrecord.internal;

import io.kizuna.batchrecord.ReadRecord.IdentityCheck;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.SqlTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IdentityCheckRows {

  private final JdbcClient jdbc;

  IdentityCheckRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(IdentityCheck check) {
    jdbc.sql(
            """
            INSERT INTO identity_check
              (id, step_run_id, scan, code, matched, checked_by, checked_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Ids.next(),
            check.stepRun(),
            check.scan(),
            check.code(),
            check.matched(),
            check.by(),
            SqlTime.of(check.at()))
        .update();
  }

  /** Scans of a step that were found right; most steps ask for none. */
  Set<String> matched(StepContext ctx) {
    if (ctx.step().identityScans().isEmpty()) return Set.of();
    return new HashSet<>(
        jdbc.sql(
                "SELECT DISTINCT scan FROM identity_check WHERE step_run_id = ? AND matched = TRUE")
            .param(ctx.run().id())
            .query(String.class)
            .list());
  }

  List<IdentityCheck> ofBatch(BatchId batch) {
    return jdbc.sql(
            """
            SELECT c.* FROM identity_check c JOIN step_run r ON r.id = c.step_run_id
            WHERE r.batch_id = ? ORDER BY c.checked_at, c.id
            """)
        .param(batch.value())
        .query(
            (rs, n) ->
                new IdentityCheck(
                    rs.getObject("step_run_id", UUID.class),
                    rs.getString("scan"),
                    rs.getString("code"),
                    rs.getBoolean("matched"),
                    rs.getString("checked_by"),
                    SqlTime.get(rs, "checked_at")))
        .list();
  }
}
