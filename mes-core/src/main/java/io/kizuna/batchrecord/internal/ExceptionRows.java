package io.kizuna.batchrecord.internal;

import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.BatchException.Severity;
import io.kizuna.batchrecord.BatchException.State;
import io.kizuna.batchrecord.BatchException.Type;
import io.kizuna.batchrecord.ReadRecord.Decision;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.SqlTime;
import io.kizuna.kernel.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ExceptionRows {

  private final JdbcClient jdbc;

  ExceptionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The next number of the batch; the caller holds the batch's row lock. */
  int nextNumber(BatchId batch) {
    return jdbc.sql("SELECT COALESCE(MAX(number), 0) + 1 FROM batch_exception WHERE batch_id = ?")
        .param(batch.value())
        .query(Integer.class)
        .single();
  }

  void add(BatchException e) {
    jdbc.sql(
            """
            INSERT INTO batch_exception (id, batch_id, number, type, severity, step_run_id, parameter,
              text_en, text_ja, value, limit_text, reason, opened_at, opened_by, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                e.id(),
                e.batch().value(),
                e.number(),
                e.type().name(),
                e.severity().name(),
                e.stepRun(),
                e.parameter(),
                e.text().en(),
                e.text().ja(),
                e.value(),
                e.limit(),
                e.reason(),
                SqlTime.of(e.openedAt()),
                e.openedBy(),
                e.state().name()))
        .update();
  }

  void setState(UUID id, State state) {
    jdbc.sql("UPDATE batch_exception SET state = ? WHERE id = ?").params(state.name(), id).update();
  }

  void setValue(UUID id, String value) {
    jdbc.sql("UPDATE batch_exception SET value = ? WHERE id = ?").params(value, id).update();
  }

  Optional<BatchException> find(UUID id) {
    return jdbc.sql("SELECT * FROM batch_exception WHERE id = ?")
        .param(id)
        .query((rs, n) -> exception(rs))
        .optional();
  }

  List<BatchException> ofBatch(BatchId batch) {
    return jdbc.sql("SELECT * FROM batch_exception WHERE batch_id = ? ORDER BY number")
        .param(batch.value())
        .query((rs, n) -> exception(rs))
        .list();
  }

  void addDecision(Decision d) {
    jdbc.sql(
            """
            INSERT INTO exception_decision
              (id, exception_id, decision, comment, decided_by, decided_at, signature_id)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Ids.next(),
            d.exception(),
            d.decision(),
            d.comment(),
            d.by(),
            SqlTime.of(d.at()),
            d.signature())
        .update();
  }

  List<Decision> decisions(BatchId batch) {
    return jdbc.sql(
            """
            SELECT d.* FROM exception_decision d JOIN batch_exception e ON e.id = d.exception_id
            WHERE e.batch_id = ? ORDER BY d.decided_at, d.id
            """)
        .param(batch.value())
        .query(
            (rs, n) ->
                new Decision(
                    rs.getObject("exception_id", UUID.class),
                    rs.getString("decision"),
                    rs.getString("comment"),
                    rs.getString("decided_by"),
                    SqlTime.get(rs, "decided_at"),
                    rs.getObject("signature_id", UUID.class)))
        .list();
  }

  private static BatchException exception(ResultSet rs) throws SQLException {
    return new BatchException(
        rs.getObject("id", UUID.class),
        new BatchId(rs.getObject("batch_id", UUID.class)),
        rs.getInt("number"),
        Type.valueOf(rs.getString("type")),
        Severity.valueOf(rs.getString("severity")),
        rs.getObject("step_run_id", UUID.class),
        rs.getString("parameter"),
        new Text(rs.getString("text_en"), rs.getString("text_ja")),
        rs.getString("value"),
        rs.getString("limit_text"),
        rs.getString("reason"),
        SqlTime.get(rs, "opened_at"),
        rs.getString("opened_by"),
        State.valueOf(rs.getString("state")));
  }
}
