package io.kizuna.audit.internal;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * What the function {@code refuse_change} is on PostgreSQL (R04, R14): H2 calls it before a row of
 * a guarded table changes or goes. Named by the migrations; its name must not change.
 */
public class RefuseChange implements Trigger {

  private String table = "";

  @Override
  public void init(
      Connection connection, String schema, String name, String table, boolean before, int type) {
    this.table = table;
  }

  @Override
  public void fire(Connection connection, Object @Nullable [] oldRow, Object @Nullable [] newRow)
      throws SQLException {
    throw new SQLException("table " + table + " is append-only");
  }
}
