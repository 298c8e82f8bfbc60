package io.kizuna.faults;

import io.kizuna.testing.Databases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

class KilledServerPostgresIT extends KilledServerContract {

  private final String url = Databases.POSTGRESQL.url();

  @Override
  Map<String, String> database() {
    return Map.of(
        "spring.datasource.url", url,
        "spring.datasource.username", Databases.USER,
        "spring.datasource.password", Databases.PASSWORD);
  }

  /** After the last of the dead process's backends: it may still be committing what it got. */
  @Override
  Connection connection() throws Exception {
    var connection = DriverManager.getConnection(url, Databases.USER, Databases.PASSWORD);
    while (others(connection) > 0) Thread.sleep(20);
    return connection;
  }

  private static long others(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND pid <> pg_backend_pid()")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
