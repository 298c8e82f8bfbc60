package io.kizuna.processdata.internal;

import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import io.kizuna.processdata.ReadHistorian.Gap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of gaps: a gap is opened once and closed once, its bounds never change otherwise. */
@Component
class GapRows {

  /** The most gaps one question returns; the oldest first. */
  private static final int LIMIT = 2_000;

  private static final int REASON_MAX = 400;

  private final JdbcClient jdbc;
  private final RecordClock clock;

  GapRows(JdbcClient jdbc, RecordClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @return false if one was open already.
   */
  boolean open(EquipmentId equipment, @Nullable String tag, Instant from, String reason) {
    return jdbc.sql(
                "INSERT INTO reading_gap (id, equipment_id, tag, from_time, reason, open_key,"
                    + " opened_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
            .params(
                Arrays.asList(
                    Ids.next(),
                    equipment.value(),
                    tag,
                    SqlTime.of(ReadingRows.micros(from)),
                    reason.substring(0, Math.min(REASON_MAX, reason.length())),
                    key(equipment, tag),
                    SqlTime.of(clock.now())))
            .update()
        > 0;
  }

  /**
   * @return the closed gap; empty if none was open.
   */
  Optional<Gap> close(EquipmentId equipment, @Nullable String tag, Instant to) {
    String key = key(equipment, tag);
    var open =
        jdbc.sql(
                "SELECT equipment_id, tag, from_time, to_time, reason FROM reading_gap"
                    + " WHERE open_key = ?")
            .param(key)
            .query(GapRows::row)
            .optional();
    if (open.isEmpty()) return Optional.empty();
    var end = ReadingRows.micros(to);
    int closed =
        jdbc.sql(
                "UPDATE reading_gap SET to_time = ?, closed_at = ?, open_key = NULL"
                    + " WHERE open_key = ?")
            .params(SqlTime.of(end), SqlTime.of(clock.now()), key)
            .update();
    if (closed == 0) return Optional.empty(); // another node was faster
    var gap = open.get();
    return Optional.of(new Gap(gap.equipment(), gap.tag(), gap.from(), end, gap.reason()));
  }

  /** Gaps that touch {@code [from, to]}, of the device and of all its tags. */
  List<Gap> find(EquipmentId equipment, Instant from, Instant to) {
    return jdbc.sql(
            "SELECT equipment_id, tag, from_time, to_time, reason FROM reading_gap"
                + " WHERE equipment_id = ? AND from_time <= ?"
                + " AND (to_time IS NULL OR to_time >= ?) ORDER BY from_time, id LIMIT "
                + LIMIT)
        .params(equipment.value(), SqlTime.of(to), SqlTime.of(from))
        .query(GapRows::row)
        .list();
  }

  /** The gaps of the device as a whole and of this tag. */
  List<Gap> find(EquipmentId equipment, String tag, Instant from, Instant to) {
    return find(equipment, from, to).stream()
        .filter(g -> g.tag() == null || tag.equals(g.tag()))
        .toList();
  }

  private static String key(EquipmentId equipment, @Nullable String tag) {
    return equipment.value() + "/" + (tag == null ? "" : tag);
  }

  private static Gap row(ResultSet rs, int number) throws SQLException {
    return new Gap(
        new EquipmentId(rs.getString("equipment_id")),
        rs.getString("tag"),
        SqlTime.get(rs, "from_time"),
        SqlTime.getNullable(rs, "to_time"),
        rs.getString("reason"));
  }
}
