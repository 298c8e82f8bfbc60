package io.kizuna.audit;

import io.kizuna.kernel.Digest;
import io.kizuna.kernel.SqlTime;
import java.math.BigDecimal;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row as the trail seals it (docs/trail-format.md, section 2). PostgreSQL makes the same text in
 * its function {@code seal_row}; a contract test compares the two, character by character.
 */
public final class RowText {

  /** The seal of a row that was taken away. */
  public static final String GONE = "gone";

  private RowText() {}

  /** The columns of the current row by name, as the driver gives them. */
  public static Map<String, @Nullable Object> columns(ResultSet rs) throws SQLException {
    var columns = new LinkedHashMap<String, @Nullable Object>();
    var meta = rs.getMetaData();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.put(meta.getColumnLabel(i).toLowerCase(Locale.ROOT), rs.getObject(i));
    }
    return columns;
  }

  /** The row text: canonical JSON of all columns that are not null. */
  public static String of(Map<String, @Nullable Object> columns) throws SQLException {
    var texts = new TreeMap<String, String>();
    for (var column : columns.entrySet()) {
      if (column.getValue() != null) texts.put(column.getKey(), value(column.getValue()));
    }
    return Digest.canonical(texts);
  }

  /** The hash that seals a row with this text. */
  public static String hash(String table, String text) {
    return Digest.sha256("row/1\n" + table + "\n" + text);
  }

  /** The name a row has among the seals of an event. */
  public static String key(
      String table, List<String> keyColumns, Map<String, @Nullable Object> columns)
      throws SQLException {
    var parts = new String[keyColumns.size()];
    for (int i = 0; i < parts.length; i++) {
      Object value = columns.get(keyColumns.get(i));
      if (value == null) throw new IllegalArgumentException(table + " without " + keyColumns);
      parts[i] = value(value);
    }
    return table + "/" + Arrays.stream(parts).collect(Collectors.joining("/"));
  }

  private static String value(Object value) throws SQLException {
    if (value instanceof OffsetDateTime time) return SqlTime.text(time.toInstant());
    if (value instanceof Timestamp time) return SqlTime.text(time.toInstant());
    if (value instanceof Instant time) return SqlTime.text(time);
    if (value instanceof java.sql.Date date) return date.toLocalDate().toString();
    if (value instanceof BigDecimal number) return number.toPlainString();
    if (value instanceof byte[] bytes) return "\\x" + HexFormat.of().formatHex(bytes);
    if (value instanceof Clob clob) return clob.getSubString(1, Math.toIntExact(clob.length()));
    if (value instanceof java.sql.Blob blob) {
      return value(blob.getBytes(1, Math.toIntExact(blob.length())));
    }
    return value.toString();
  }
}
