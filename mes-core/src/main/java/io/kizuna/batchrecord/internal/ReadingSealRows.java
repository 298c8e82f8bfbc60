package io.kizuna.batchrecord.internal;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.SqlTime;
import io.kizuna.processdata.ReadingBlocks.Block;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which readings belong to which batch, how far they are sealed, and the blocks themselves. */
@Repository
class ReadingSealRows {

  /**
   * A unit and the time it is bound to a batch.
   *
   * @param to null while it is.
   * @param sealedTo the first minute that is not sealed; null if none is.
   */
  record Binding(
      BatchId batch,
      EquipmentId unit,
      Instant from,
      @Nullable Instant to,
      @Nullable Instant sealedTo) {}

  /** A block with its version. */
  record Version(Block block, int number) {}

  private static final String BINDINGS =
      """
      SELECT b.id, e.equipment_id, b.created_at AS bound_from, s.sealed_to,
        CASE WHEN COUNT(COALESCE(e.released_at, b.ended_at)) = COUNT(*)
          THEN MAX(COALESCE(e.released_at, b.ended_at)) END AS bound_to
      FROM batch_equipment e JOIN batch b ON b.id = e.batch_id
      LEFT JOIN reading_seal s ON s.batch_id = b.id AND s.equipment_id = e.equipment_id
      """;

  private static final String GROUP =
      " GROUP BY b.id, e.equipment_id, b.created_at, s.sealed_to ORDER BY b.id, e.equipment_id";

  private final JdbcClient jdbc;
  private final JdbcOperations batches;

  ReadingSealRows(JdbcClient jdbc, JdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Bindings whose readings are not all sealed, of every batch. */
  List<Binding> unsealed() {
    return jdbc.sql(
            BINDINGS
                + """
                 WHERE s.sealed_to IS NULL OR COALESCE(e.released_at, b.ended_at) IS NULL
                  OR s.sealed_to <= COALESCE(e.released_at, b.ended_at)
                """
                + GROUP)
        .query((rs, n) -> binding(rs))
        .list();
  }

  List<Binding> of(BatchId batch) {
    return jdbc.sql(BINDINGS + " WHERE b.id = ?" + GROUP)
        .param(batch.value())
        .query((rs, n) -> binding(rs))
        .list();
  }

  /** The batches this unit was bound to at some time in the minute that begins then. */
  List<BatchId> boundTo(EquipmentId unit, Instant minute) {
    return jdbc.sql(
            """
            SELECT DISTINCT b.id FROM batch_equipment e JOIN batch b ON b.id = e.batch_id
            WHERE e.equipment_id = ? AND b.created_at < ?
              AND COALESCE(e.released_at, b.ended_at, ?) >= ?
            """)
        .params(
            unit.value(),
            SqlTime.of(minute.plusSeconds(60)),
            SqlTime.of(minute),
            SqlTime.of(minute))
        .query((rs, n) -> new BatchId(rs.getObject("id", UUID.class)))
        .list();
  }

  /** How far the unit is sealed, the row locked; makes the row if there is none. */
  Instant lock(Binding b, Instant first) {
    var known = select(b);
    if (known.isPresent()) return known.get();
    jdbc.sql(
            """
            INSERT INTO reading_seal (batch_id, equipment_id, sealed_to) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING
            """)
        .params(b.batch().value(), b.unit().value(), SqlTime.of(first))
        .update();
    return select(b).orElseThrow();
  }

  private Optional<Instant> select(Binding b) {
    return jdbc.sql(
            """
            SELECT sealed_to FROM reading_seal WHERE batch_id = ? AND equipment_id = ? FOR UPDATE
            """)
        .params(b.batch().value(), b.unit().value())
        .query((rs, n) -> SqlTime.get(rs, "sealed_to"))
        .optional();
  }

  void sealedTo(Binding b, Instant to) {
    jdbc.sql("UPDATE reading_seal SET sealed_to = ? WHERE batch_id = ? AND equipment_id = ?")
        .params(SqlTime.of(to), b.batch().value(), b.unit().value())
        .update();
  }

  /** The highest version of the block of this channel and minute. */
  Optional<Version> newest(BatchId batch, EquipmentId unit, String tag, Instant minute) {
    return jdbc.sql(
            """
            SELECT version, readings, hash FROM reading_block
            WHERE batch_id = ? AND equipment_id = ? AND tag = ? AND "minute" = ?
            ORDER BY version DESC LIMIT 1
            """)
        .params(batch.value(), unit.value(), tag, SqlTime.of(minute))
        .query(
            (rs, n) ->
                new Version(
                    new Block(unit, tag, minute, rs.getInt("readings"), rs.getString("hash")),
                    rs.getInt("version")))
        .optional();
  }

  void add(UUID run, BatchId batch, List<Version> versions, Instant at) {
    var rows = new ArrayList<Object[]>(versions.size());
    for (var v : versions) {
      Block b = v.block();
      rows.add(
          new Object[] {
            run,
            batch.value(),
            b.equipment().value(),
            b.tag(),
            SqlTime.of(b.minute()),
            v.number(),
            b.readings(),
            b.hash(),
            SqlTime.of(at)
          });
    }
    batches.batchUpdate(
        """
        INSERT INTO reading_block (run_id, batch_id, equipment_id, tag, "minute", version, readings,
          hash, sealed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  private static Binding binding(ResultSet rs) throws SQLException {
    return new Binding(
        new BatchId(rs.getObject("id", UUID.class)),
        new EquipmentId(rs.getString("equipment_id")),
        SqlTime.get(rs, "bound_from"),
        SqlTime.getNullable(rs, "bound_to"),
        SqlTime.getNullable(rs, "sealed_to"));
  }
}
