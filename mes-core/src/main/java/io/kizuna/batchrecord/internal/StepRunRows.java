package io.kizuna.batchrecord.internal;

import io.kizuna.batchrecord.StepRun;
import io.kizuna.batchrecord.StepRun.State;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.SqlTime;
import io.kizuna.kernel.StepKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the steps of batches stand. */
@Repository
class StepRunRows {

  private static final String ORDER = " ORDER BY opened_at, unit_procedure, step, occurrence";

  private final JdbcClient jdbc;

  StepRunRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<StepRun> find(BatchId batch, StepKey key) {
    return jdbc.sql(
            """
            SELECT * FROM step_run
            WHERE batch_id = ? AND unit_procedure = ? AND step = ? AND occurrence = ?
            """)
        .params(batch.value(), key.unitProcedure(), key.step(), key.occurrence())
        .query((rs, n) -> run(rs))
        .optional();
  }

  Optional<StepRun> find(UUID id) {
    return jdbc.sql("SELECT * FROM step_run WHERE id = ?")
        .param(id)
        .query((rs, n) -> run(rs))
        .optional();
  }

  List<StepRun> ofBatch(BatchId batch) {
    return jdbc.sql("SELECT * FROM step_run WHERE batch_id = ?" + ORDER)
        .param(batch.value())
        .query((rs, n) -> run(rs))
        .list();
  }

  /** Every pass of one step, in order. */
  List<StepRun> ofStep(BatchId batch, String unitProcedure, String step) {
    return jdbc.sql(
            "SELECT * FROM step_run WHERE batch_id = ? AND unit_procedure = ? AND step = ?" + ORDER)
        .params(batch.value(), unitProcedure, step)
        .query((rs, n) -> run(rs))
        .list();
  }

  /** Open steps of all batches that have not ended, longest open first. */
  List<StepRun> waiting(int limit) {
    return jdbc.sql(
            """
            SELECT r.* FROM step_run r JOIN batch b ON b.id = r.batch_id
            WHERE r.state IN ('OPEN', 'AWAITING_VERIFICATION')
              AND b.state IN ('RUNNING', 'HELD', 'COMPLETE') AND b.disposition IS NULL
            ORDER BY r.opened_at LIMIT ?
            """)
        .param(limit)
        .query((rs, n) -> run(rs))
        .list();
  }

  /** Steps of these batches that wait for somebody, longest open first. */
  List<StepRun> waiting(List<UUID> batches) {
    String marks = String.join(",", Collections.nCopies(batches.size(), "?"));
    return jdbc.sql(
            "SELECT * FROM step_run WHERE batch_id IN ("
                + marks
                + ") AND state IN ('OPEN', 'AWAITING_VERIFICATION')"
                + ORDER)
        .params(batches)
        .query((rs, n) -> run(rs))
        .list();
  }

  StepRun open(BatchId batch, String unitProcedure, String step, Instant at) {
    int occurrence =
        jdbc.sql(
                """
                SELECT COALESCE(MAX(occurrence), 0) + 1 FROM step_run
                WHERE batch_id = ? AND unit_procedure = ? AND step = ?
                """)
            .params(batch.value(), unitProcedure, step)
            .query(Integer.class)
            .single();
    var run =
        new StepRun(
            Ids.next(),
            batch,
            new StepKey(unitProcedure, step, occurrence),
            State.OPEN,
            0,
            false,
            at,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    jdbc.sql(
            """
            INSERT INTO step_run
              (id, batch_id, unit_procedure, step, occurrence, state, revision, routed, opened_at)
            VALUES (?, ?, ?, ?, ?, ?, 0, FALSE, ?)
            """)
        .params(
            run.id(),
            batch.value(),
            unitProcedure,
            step,
            occurrence,
            State.OPEN.name(),
            SqlTime.of(at))
        .update();
    return run;
  }

  void update(StepRun run) {
    jdbc.sql(
            """
            UPDATE step_run SET state = ?, revision = ?, routed = ?, performed_at = ?,
              performed_by = ?, verified_at = ?, verified_by = ?, completed_at = ?, language = ?,
              comment = ? WHERE id = ?
            """)
        .params(
            Arrays.asList(
                run.state().name(),
                run.revision(),
                run.routed(),
                SqlTime.ofNullable(run.performedAt()),
                run.performedBy(),
                SqlTime.ofNullable(run.verifiedAt()),
                run.verifiedBy(),
                SqlTime.ofNullable(run.completedAt()),
                run.language(),
                run.comment(),
                run.id()))
        .update();
  }

  /** Steps that will never be done because the batch ended. */
  void abandonOpen(BatchId batch) {
    jdbc.sql(
            """
            UPDATE step_run SET state = 'ABANDONED', revision = revision + 1
            WHERE batch_id = ? AND state IN ('OPEN', 'AWAITING_VERIFICATION')
            """)
        .param(batch.value())
        .update();
  }

  private static StepRun run(ResultSet rs) throws SQLException {
    return new StepRun(
        rs.getObject("id", UUID.class),
        new BatchId(rs.getObject("batch_id", UUID.class)),
        new StepKey(rs.getString("unit_procedure"), rs.getString("step"), rs.getInt("occurrence")),
        State.valueOf(rs.getString("state")),
        rs.getInt("revision"),
        rs.getBoolean("routed"),
        SqlTime.get(rs, "opened_at"),
        SqlTime.getNullable(rs, "performed_at"),
        rs.getString("performed_by"),
        SqlTime.getNullable(rs, "verified_at"),
        rs.getString("verified_by"),
        SqlTime.getNullable(rs, "completed_at"),
        rs.getString("language"),
        rs.getString("comment"));
  }
}
