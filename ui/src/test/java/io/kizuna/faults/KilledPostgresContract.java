package io.kizuna.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** On a PostgreSQL server that may die too. */
abstract class KilledPostgresContract extends KilledServerContract {

  @Nullable PostgresProcess postgres;

  @Override
  Map<String, String> database(Path place) throws Exception {
    postgres = new PostgresProcess(place);
    return postgres.properties();
  }

  @Override
  Connection connection(boolean idle) throws Exception {
    var connection = postgres.connection();
    while (idle && others(connection) > 0) Thread.sleep(20);
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

  @Override
  void startDatabase() throws Exception {
    if (!postgres.alive()) postgres.start();
  }

  @Override
  void over() throws Exception {
    if (postgres != null) postgres.close();
  }
}
