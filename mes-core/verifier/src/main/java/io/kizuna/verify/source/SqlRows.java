package io.kizuna.verify.source;

import io.kizuna.verify.format.SqlText;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows of any table as the format writes them. */
final class SqlRows {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,60}");

  private final Connection connection;

  SqlRows(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param condition which rows; null for all.
   */
  Cursor<Row> of(String table, @Nullable String condition) throws IOException {
    // the name may come from an event: it must not be more than a name
    if (!NAME.matcher(table).matches()) throw new IOException("not a table's name: " + table);
    var key = key(table);
    String sql = "SELECT * FROM " + table + (condition == null ? "" : " WHERE " + condition);
    return SqlCursor.open(connection, sql, rs -> row(table, key, rs));
  }

  private List<String> key(String table) throws IOException {
    var columns = new TreeMap<Integer, String>();
    try (var rs =
        connection
            .getMetaData()
            .getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
      while (rs.next()) {
        columns.put(rs.getInt("KEY_SEQ"), rs.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
      }
    } catch (SQLException e) {
      throw new IOException("the database refused to be read: " + e.getMessage(), e);
    }
    // whoever takes the key away does not make the rows unnamed
    return columns.isEmpty() ? SealedTables.key(table) : new ArrayList<>(columns.values());
  }

  private static Row row(String table, List<String> key, ResultSet rs) throws SQLException {
    var columns = new TreeMap<String, String>();
    var meta = rs.getMetaData();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      // H2 calls a uuid binary
      boolean uuid = meta.getColumnTypeName(i).equalsIgnoreCase("uuid");
      String text = text(rs, i, uuid ? Types.OTHER : meta.getColumnType(i));
      if (text != null) columns.put(meta.getColumnLabel(i).toLowerCase(Locale.ROOT), text);
    }
    var name = new StringBuilder();
    for (String column : key) {
      if (!name.isEmpty()) name.append('/');
      name.append(columns.getOrDefault(column, ""));
    }
    return new Row(table, name.toString(), columns);
  }

  private static @Nullable String text(ResultSet rs, int column, int type) throws SQLException {
    Object value =
        switch (type) {
          case Types.TIMESTAMP_WITH_TIMEZONE -> rs.getObject(column, OffsetDateTime.class);
          case Types.TIMESTAMP -> rs.getObject(column, OffsetDateTime.class);
          case Types.DATE -> rs.getObject(column, LocalDate.class);
          case Types.CLOB, Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> rs.getString(column);
          case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
              rs.getBytes(column);
          default -> rs.getObject(column);
        };
    return value == null ? null : SqlText.of(value);
  }
}
