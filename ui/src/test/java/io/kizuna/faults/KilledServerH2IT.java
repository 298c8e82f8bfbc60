package io.kizuna.faults;

import io.kizuna.testing.Databases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

class KilledServerH2IT extends KilledServerContract {

  /** A file that is closed with its last connection: the next process needs it. */
  private String url() {
    return Databases.h2File(folder.resolve("mes")).replace(";DB_CLOSE_DELAY=-1", "");
  }

  @Override
  Map<String, String> database() {
    return Map.of(
        "spring.datasource.url", url(),
        "spring.datasource.username", Databases.USER,
        "spring.datasource.password", Databases.PASSWORD);
  }

  @Override
  Connection connection() throws SQLException {
    return DriverManager.getConnection(url(), Databases.USER, Databases.PASSWORD);
  }
}
