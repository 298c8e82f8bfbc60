package io.kizuna.processdata.internal;

import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import io.kizuna.processdata.Reading;
import io.kizuna.processdata.ReadingBlocks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class ReadingBlockRows implements ReadingBlocks {

  /** Rows of one round trip; a unit has some ten thousand between two looks. */
  private static final int FETCH = 5_000;

  private static final String SELECT =
      """
      SELECT p.tag, r.source_time, r.sequence, r.value_number, r.value_text, r.unit, r.quality,
        r.status_code, r.server_time, r.received_at, r.origin
      FROM process_tag p JOIN reading r ON r.tag_id = p.id
      WHERE p.equipment_id = ? AND r.source_time >= ? AND r.source_time < ?
      """;

  private static final String ORDER = " ORDER BY p.tag, r.source_time, r.sequence";

  private record TagMinute(int tag, Instant minute) {}

  private final JdbcTemplate jdbc;

  /** After a start everything older is late: nobody knows yet what was sealed before. */
  private volatile Instant horizon;

  ReadingBlockRows(JdbcTemplate jdbc, RecordClock clock) {
    this.jdbc = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
    this.jdbc.setFetchSize(FETCH);
    this.horizon = clock.now();
  }

  @Override
  public List<Block> of(EquipmentId equipment, Instant from, Instant to) {
    var lines = new ReadingLines(equipment);
    jdbc.query(SELECT + ORDER, lines, equipment.value(), SqlTime.of(from), SqlTime.of(to));
    return lines.blocks();
  }

  @Override
  public List<Block> of(EquipmentId equipment, String tag, Instant minute) {
    var lines = new ReadingLines(equipment);
    var end = minute.plus(1, ChronoUnit.MINUTES);
    jdbc.query(
        SELECT + " AND p.tag = ?" + ORDER,
        lines,
        equipment.value(),
        SqlTime.of(minute),
        SqlTime.of(end),
        tag);
    return lines.blocks();
  }

  @Override
  public void lateBefore(Instant minute) {
    horizon = minute;
  }

  /** Marks minutes that may be sealed already; in the transaction that stores the readings. */
  void mark(List<Reading> readings, ReadingRows rows) {
    Instant before = horizon;
    var minutes = new HashSet<TagMinute>();
    for (Reading r : readings) {
      Instant minute = r.sourceTime().truncatedTo(ChronoUnit.MINUTES);
      if (minute.isBefore(before)) {
        minutes.add(new TagMinute(rows.idOf(r.equipment(), r.tag()), minute));
      }
    }
    if (minutes.isEmpty()) return;
    jdbc.batchUpdate(
        "INSERT INTO late_reading (tag_id, \"minute\") VALUES (?, ?)",
        minutes.stream().map(m -> new Object[] {m.tag(), SqlTime.of(m.minute())}).toList());
  }

  @Override
  public List<Late> late(int limit) {
    return jdbc.query(
        """
        SELECT l.id, p.equipment_id, p.tag, l."minute" AS at_minute
        FROM late_reading l JOIN process_tag p ON p.id = l.tag_id ORDER BY l.id LIMIT ?
        """,
        (rs, n) ->
            new Late(
                rs.getLong("id"),
                new EquipmentId(rs.getString("equipment_id")),
                rs.getString("tag"),
                SqlTime.get(rs, "at_minute")),
        limit);
  }

  @Override
  public void settled(Collection<Late> late) {
    jdbc.batchUpdate(
        "DELETE FROM late_reading WHERE id = ?",
        late.stream().map(l -> new Object[] {l.id()}).toList());
  }
}
