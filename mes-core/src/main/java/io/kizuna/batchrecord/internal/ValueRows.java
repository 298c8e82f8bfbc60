package io.kizuna.batchrecord.internal;

import io.kizuna.batchrecord.RecordedValue;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.SqlTime;
import io.kizuna.recipe.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recorded values: only ever added. */
@Repository
class ValueRows {

  private static final String INSERT =
      """
      INSERT INTO parameter_value (id, step_run_id, parameter, revision, value, unit, verdict,
        source, provenance, reason, recorded_by, recorded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;

  ValueRows(JdbcClient jdbc, JdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** All in one question to the database. */
  void add(Collection<RecordedValue> values) {
    if (values.isEmpty()) return;
    batches.batchUpdate(INSERT, values.stream().map(ValueRows::columns).toList());
  }

  private static @Nullable Object[] columns(RecordedValue v) {
    return new @Nullable Object[] {
      Ids.next(),
      v.stepRun(),
      v.parameter(),
      v.revision(),
      v.value(),
      v.unit(),
      v.verdict().name(),
      v.source(),
      v.provenance(),
      v.reason(),
      v.recordedBy(),
      SqlTime.of(v.recordedAt())
    };
  }

  List<RecordedValue> ofBatch(BatchId batch) {
    return jdbc.sql(
            """
            SELECT v.* FROM parameter_value v JOIN step_run r ON r.id = v.step_run_id
            WHERE r.batch_id = ? ORDER BY v.recorded_at, v.id
            """)
        .param(batch.value())
        .query((rs, n) -> value(rs))
        .list();
  }

  List<RecordedValue> ofStep(UUID stepRun) {
    return jdbc.sql("SELECT * FROM parameter_value WHERE step_run_id = ? ORDER BY recorded_at, id")
        .param(stepRun)
        .query((rs, n) -> value(rs))
        .list();
  }

  /** The value that counts now, by parameter. */
  Map<String, RecordedValue> latest(UUID stepRun) {
    var latest = new LinkedHashMap<String, RecordedValue>();
    for (var v : ofStep(stepRun)) {
      latest.merge(v.parameter(), v, (a, b) -> b.revision() > a.revision() ? b : a);
    }
    return latest;
  }

  private static RecordedValue value(ResultSet rs) throws SQLException {
    return new RecordedValue(
        rs.getObject("step_run_id", UUID.class),
        rs.getString("parameter"),
        rs.getInt("revision"),
        rs.getString("value"),
        rs.getString("unit"),
        Verdict.valueOf(rs.getString("verdict")),
        rs.getString("source"),
        rs.getString("provenance"),
        rs.getString("reason"),
        rs.getString("recorded_by"),
        SqlTime.get(rs, "recorded_at"));
  }
}
