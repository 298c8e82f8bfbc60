package io.kizuna.audit.internal;

import io.kizuna.audit.RowText;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * What the function {@code seal_row} is on PostgreSQL: H2 calls it after a row of a sealed table
 * has changed, in the thread that changed it. Named by the migrations; its name must not change.
 */
public class SealRow implements Trigger {

  private String schema = "";
  private String table = "";
  private volatile List<String> key = List.of();
  private volatile List<String> columns = List.of();

  @Override
  public void init(
      Connection connection, String schema, String name, String table, boolean before, int type) {
    this.schema = schema;
    this.table = table;
  }

  @Override
  public void fire(Connection connection, Object @Nullable [] oldRow, Object @Nullable [] newRow)
      throws SQLException {
    Object[] row = newRow == null ? oldRow : newRow;
    if (row == null) return;
    var values = named(connection, row);
    String name = table.toLowerCase(Locale.ROOT);
    String seal = newRow == null ? RowText.GONE : RowText.hash(name, RowText.of(values));
    RowSeals.put(RowText.key(name, key, values), seal);
  }

  private Map<String, @Nullable Object> named(Connection connection, Object[] row)
      throws SQLException {
    if (columns.size() != row.length) learn(connection.getMetaData());
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < row.length; i++) values.put(columns.get(i), row[i]);
    return values;
  }

  private synchronized void learn(DatabaseMetaData meta) throws SQLException {
    var names = new TreeMap<Integer, String>();
    try (ResultSet rs = meta.getColumns(null, schema, table, "%")) {
      while (rs.next()) names.put(rs.getInt("ORDINAL_POSITION"), lower(rs, "COLUMN_NAME"));
    }
    var keys = new TreeMap<Integer, String>();
    try (ResultSet rs = meta.getPrimaryKeys(null, schema, table)) {
      while (rs.next()) keys.put(rs.getInt("KEY_SEQ"), lower(rs, "COLUMN_NAME"));
    }
    key = new ArrayList<>(keys.values());
    columns = new ArrayList<>(names.values());
  }

  private static String lower(ResultSet rs, String column) throws SQLException {
    return rs.getString(column).toLowerCase(Locale.ROOT);
  }

  /** SQL function {@code sealed_rows}: what this transaction changed, as a JSON object. */
  public static @Nullable String sealedRows() {
    return RowSeals.waiting();
  }

  /** SQL function {@code take_sealed_rows}: an event holds them now. */
  public static boolean takeSealedRows() {
    RowSeals.take();
    return true;
  }
}
