package io.kizuna.faults;

import io.kizuna.testing.Databases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;

/** The MES dies, and with it the database it holds in a file. */
class KilledServerH2IT extends KilledServerContract {

  private String url = "";

  @Override
  Map<String, String> database(Path place) {
    // a file that is closed with its last connection: the next process needs it
    url = Databases.h2File(place.resolve("mes")).replace(";DB_CLOSE_DELAY=-1", "");
    return Map.of(
        "spring.datasource.url", url,
        "spring.datasource.username", Databases.USER,
        "spring.datasource.password", Databases.PASSWORD);
  }

  /** Never called while the MES lives: it alone has the file then. */
  @Override
  Connection connection(boolean idle) throws SQLException {
    return DriverManager.getConnection(url, Databases.USER, Databases.PASSWORD);
  }

  @Override
  void kill(MesProcess mes, Random moments) throws InterruptedException {
    mes.kill();
  }

  @Override
  void startDatabase() {}

  @Override
  void over() {}
}
