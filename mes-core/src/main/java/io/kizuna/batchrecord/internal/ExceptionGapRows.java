package io.kizuna.batchrecord.internal;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.SqlTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which gaps an exception stands for; a gap is added once and ended once. */
@Repository
class ExceptionGapRows {

  private final JdbcClient jdbc;

  ExceptionGapRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param to null while readings are missing.
   */
  record Line(@Nullable String tag, Instant from, @Nullable Instant to) {}

  /** The exception of a gap of this unit or tag that has not ended. */
  record Lasting(UUID gap, UUID exception, BatchId batch) {}

  void add(UUID exception, EquipmentId equipment, @Nullable String tag, Instant from) {
    jdbc.sql(
            """
            INSERT INTO exception_gap (id, exception_id, equipment_id, tag, from_time)
            VALUES (?, ?, ?, ?, ?)
            """)
        .params(Arrays.asList(Ids.next(), exception, equipment.value(), tag, SqlTime.of(from)))
        .update();
  }

  void end(UUID gap, Instant to) {
    jdbc.sql("UPDATE exception_gap SET to_time = ? WHERE id = ? AND to_time IS NULL")
        .params(SqlTime.of(to), gap)
        .update();
  }

  /** The undecided exception of the same outage: its gaps last or reach up to {@code from}. */
  Optional<UUID> sameOutage(BatchId batch, EquipmentId equipment, Instant from) {
    return jdbc.sql(
            """
            SELECT e.id FROM exception_gap g JOIN batch_exception e ON e.id = g.exception_id
            WHERE e.batch_id = ? AND e.state = 'OPEN' AND g.equipment_id = ?
              AND (g.to_time IS NULL OR g.to_time >= ?)
            ORDER BY e.number DESC LIMIT 1
            """)
        .params(batch.value(), equipment.value(), SqlTime.of(from))
        .query(UUID.class)
        .optional();
  }

  List<Lasting> lasting(EquipmentId equipment, @Nullable String tag) {
    return jdbc
        .sql(
            """
            SELECT g.id, g.exception_id, g.tag, e.batch_id
            FROM exception_gap g JOIN batch_exception e ON e.id = g.exception_id
            WHERE g.equipment_id = ? AND g.to_time IS NULL ORDER BY e.batch_id
            """)
        .param(equipment.value())
        .query(
            (rs, n) ->
                Objects.equals(rs.getString("tag"), tag)
                    ? Optional.of(
                        new Lasting(
                            rs.getObject("id", UUID.class),
                            rs.getObject("exception_id", UUID.class),
                            new BatchId(rs.getObject("batch_id", UUID.class))))
                    : Optional.<Lasting>empty())
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Oldest first. */
  List<Line> of(UUID exception) {
    return jdbc.sql(
            """
            SELECT tag, from_time, to_time FROM exception_gap WHERE exception_id = ?
            ORDER BY from_time, id
            """)
        .param(exception)
        .query(
            (rs, n) ->
                new Line(
                    rs.getString("tag"),
                    SqlTime.get(rs, "from_time"),
                    SqlTime.getNullable(rs, "to_time")))
        .list();
  }
}
