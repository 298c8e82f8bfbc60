package io.kizuna.processdata.internal;

import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.SqlTime;
import io.kizuna.processdata.IngestReadings.Origin;
import io.kizuna.processdata.Reading;
import io.kizuna.processdata.Reading.Quality;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** The table of readings: insert and read, nothing else. */
@Component
class ReadingRows {

  /** One page of a read: small enough for the heap, large enough that round trips do not count. */
  private static final int PAGE = 5_000;

  private static final int TEXT_MAX = 1_000;

  private static final Quality[] QUALITIES = Quality.values();

  private static final String INSERT =
      "INSERT INTO reading (tag_id, source_time, sequence, value_number, value_text, unit, quality,"
          + " status_code, server_time, received_at, origin)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

  private static final String SELECT =
      "SELECT source_time, sequence, value_number, value_text, unit, quality, status_code,"
          + " server_time, received_at, origin FROM reading";

  private record TagKey(EquipmentId equipment, String tag) {}

  private final JdbcTemplate jdbc;
  private final Map<TagKey, Integer> ids = new ConcurrentHashMap<>();

  ReadingRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The number of a tag in the table; a new tag gets one. */
  int idOf(EquipmentId equipment, String tag) {
    var known = find(equipment, tag);
    if (known.isPresent()) return known.get();
    jdbc.update(
        "INSERT INTO process_tag (equipment_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING",
        equipment.value(),
        tag);
    return select(new TagKey(equipment, tag)).orElseThrow();
  }

  /** The number of a tag that has had readings. */
  Optional<Integer> find(EquipmentId equipment, String tag) {
    var key = new TagKey(equipment, tag);
    var known = ids.get(key);
    if (known != null) return Optional.of(known);
    var stored = select(key);
    stored.ifPresent(id -> ids.put(key, id));
    return stored;
  }

  private Optional<Integer> select(TagKey key) {
    return jdbc
        .queryForList(
            "SELECT id FROM process_tag WHERE equipment_id = ? AND tag = ?",
            Integer.class,
            key.equipment().value(),
            key.tag())
        .stream()
        .findFirst();
  }

  /**
   * @return how many were not there yet.
   */
  int insert(List<Reading> readings, Origin origin) {
    int[][] counts =
        jdbc.batchUpdate(
            INSERT, readings, readings.size(), (statement, r) -> bind(statement, r, origin));
    int stored = 0;
    for (int[] batch : counts) {
      for (int count : batch) if (count != 0) stored++;
    }
    return stored;
  }

  private void bind(PreparedStatement s, Reading r, Origin origin) throws SQLException {
    s.setInt(1, idOf(r.equipment(), r.tag()));
    s.setObject(2, SqlTime.of(micros(r.sourceTime())));
    s.setInt(3, r.sequence());
    if (r.value() == null) s.setNull(4, Types.DOUBLE);
    else s.setDouble(4, r.value());
    s.setString(5, cut(r.text()));
    s.setString(6, r.unit());
    s.setShort(7, (short) r.quality().ordinal());
    s.setLong(8, r.statusCode());
    var serverTime = r.serverTime();
    if (serverTime == null) s.setNull(9, Types.TIMESTAMP_WITH_TIMEZONE);
    else s.setObject(9, SqlTime.of(micros(serverTime)));
    s.setObject(10, SqlTime.of(micros(r.receivedAt())));
    s.setShort(11, (short) origin.ordinal());
  }

  Optional<Reading> latest(EquipmentId equipment, String tag) {
    return find(equipment, tag)
        .flatMap(
            id ->
                jdbc
                    .query(
                        SELECT
                            + " WHERE tag_id = ?"
                            + " ORDER BY tag_id DESC, source_time DESC, sequence DESC LIMIT 1",
                        reading(equipment, tag),
                        id)
                    .stream()
                    .findFirst());
  }

  /** The newest reading before {@code moment} but not before {@code earliest}. */
  Optional<StoredSample> before(int tagId, Instant moment, Instant earliest) {
    return jdbc
        .query(
            SELECT
                + " WHERE tag_id = ? AND source_time < ? AND source_time >= ?"
                + " ORDER BY tag_id DESC, source_time DESC, sequence DESC LIMIT 1",
            ReadingRows::sample,
            tagId,
            SqlTime.of(moment),
            SqlTime.of(earliest))
        .stream()
        .findFirst();
  }

  /** Hands over the readings of {@code [from, to]} in order, page by page. */
  void forEach(int tagId, Instant from, Instant to, Consumer<StoredSample> action) {
    var after = from;
    int sequence = -1;
    while (true) {
      var page =
          jdbc.query(
              SELECT
                  + " WHERE tag_id = ? AND source_time >= ? AND source_time <= ?"
                  + " AND (source_time > ? OR sequence > ?)"
                  + " ORDER BY tag_id, source_time, sequence LIMIT "
                  + PAGE,
              ReadingRows::sample,
              tagId,
              SqlTime.of(after),
              SqlTime.of(to),
              SqlTime.of(after),
              sequence);
      page.forEach(action);
      if (page.size() < PAGE) return;
      var last = page.get(page.size() - 1);
      after = last.at();
      sequence = last.sequence();
    }
  }

  List<Reading> raw(EquipmentId equipment, String tag, Instant from, Instant to, int limit) {
    var id = find(equipment, tag);
    if (id.isEmpty()) return List.of();
    return jdbc.query(
        SELECT
            + " WHERE tag_id = ? AND source_time >= ? AND source_time <= ?"
            + " ORDER BY tag_id, source_time, sequence LIMIT ?",
        reading(equipment, tag),
        id.get(),
        SqlTime.of(from),
        SqlTime.of(to),
        limit);
  }

  /** What the database keeps of a moment; cut here so that equal stays equal. */
  static Instant micros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  private static @Nullable String cut(@Nullable String text) {
    return text == null || text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
  }

  private static StoredSample sample(ResultSet rs, int number) throws SQLException {
    return new StoredSample(
        SqlTime.get(rs, "source_time"),
        rs.getInt("sequence"),
        number(rs),
        QUALITIES[rs.getInt("quality")],
        rs.getLong("status_code"),
        rs.getInt("origin") == Origin.BACKFILL.ordinal());
  }

  private static RowMapper<Reading> reading(EquipmentId equipment, String tag) {
    return (rs, n) ->
        new Reading(
            equipment,
            tag,
            number(rs),
            rs.getString("value_text"),
            rs.getString("unit"),
            QUALITIES[rs.getInt("quality")],
            rs.getLong("status_code"),
            SqlTime.get(rs, "source_time"),
            SqlTime.getNullable(rs, "server_time"),
            SqlTime.get(rs, "received_at"),
            rs.getInt("sequence"));
  }

  private static @Nullable Double number(ResultSet rs) throws SQLException {
    double value = rs.getDouble("value_number");
    return rs.wasNull() ? null : Double.valueOf(value);
  }
}
