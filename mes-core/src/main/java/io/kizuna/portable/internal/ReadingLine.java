package io.kizuna.portable.internal;

import io.kizuna.kernel.Digest;
import io.kizuna.kernel.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One stored reading as its block was made of it (docs/trail-format.md, section 3). */
final class ReadingLine {

  /** What the fields are called, in their order. */
  static final List<String> FIELDS =
      List.of(
          "source_time",
          "sequence",
          "value_number",
          "value_text",
          "unit",
          "quality",
          "status_code",
          "server_time",
          "received_at",
          "origin");

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private ReadingLine() {}

  /** The fields of the current row, and the value in decimal behind them. */
  static String csv(String equipment, String tag, ResultSet rs) throws SQLException {
    double number = rs.getDouble("value_number");
    boolean none = rs.wasNull();
    String[] fields = {
      equipment,
      tag,
      time(SqlTime.get(rs, "source_time")),
      Integer.toString(rs.getInt("sequence")),
      none ? "" : "%016x".formatted(Double.doubleToRawLongBits(number)),
      quoted(rs.getString("value_text")),
      quoted(rs.getString("unit")),
      Integer.toString(rs.getInt("quality")),
      Long.toString(rs.getLong("status_code")),
      timeOrNone(SqlTime.getNullable(rs, "server_time")),
      time(SqlTime.get(rs, "received_at")),
      Integer.toString(rs.getInt("origin")),
      none ? "" : Double.toString(number)
    };
    return Arrays.stream(fields).map(ReadingLine::field).collect(Collectors.joining(","));
  }

  private static String timeOrNone(@Nullable Instant time) {
    return time == null ? "" : time(time);
  }

  static String time(Instant time) {
    var utc = time.atOffset(ZoneOffset.UTC);
    String fraction = "%06d".formatted(utc.getNano() / 1000).replaceAll("0+$", "");
    return SECONDS.format(utc) + (fraction.isEmpty() ? "" : "." + fraction) + "+00:00";
  }

  private static String quoted(@Nullable String text) {
    if (text == null) return "";
    boolean plain = text.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\');
    if (plain) return '"' + text + '"';
    String object = Digest.canonical(Map.of("t", text)); // {"t":"..."}
    return object.substring(5, object.length() - 1);
  }

  /** RFC 4180. */
  private static String field(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
