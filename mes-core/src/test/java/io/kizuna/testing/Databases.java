package io.kizuna.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Fresh databases for tests, with all migrations applied: H2 in memory and a real PostgreSQL.
 *
 * <p>For plain tests: {@code @ParameterizedTest @EnumSource Databases db} and {@code
 * db.migrated()}. For Spring tests: {@code @DynamicPropertySource} with {@link #url()}, {@link
 * #USER} and {@link #PASSWORD}; Flyway then runs with the application's own settings.
 */
public enum Databases {
  H2 {
    @Override
    public String url() {
      return h2("mem:" + UUID.randomUUID());
    }
  },
  POSTGRESQL {
    @Override
    public String url() {
      var name = "t_" + UUID.randomUUID().toString().replace("-", "");
      try (var connection = Server.PG.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      } catch (SQLException e) {
        throw new IllegalStateException("no database " + name, e);
      }
      return Server.PG.getJdbcUrl(USER, name);
    }
  };

  /** User of both kinds; a superuser that exists only on this machine and for this run. */
  public static final String USER = "postgres";

  public static final String PASSWORD = "postgres";

  /** Creates an empty database of this kind. */
  public abstract String url();

  /** A new empty database with every migration of mes-core applied. */
  public HikariDataSource migrated() {
    var source = new HikariDataSource();
    source.setJdbcUrl(url());
    source.setUsername(USER);
    source.setPassword(PASSWORD);
    source.setMaximumPoolSize(8);
    migrate(source);
    return source;
  }

  /**
   * A migrated database that lets rows change without an event of the trail: for tests of one
   * component that has no real trail beside it.
   */
  public HikariDataSource unsealed() {
    var source = migrated();
    try {
      unseal(source);
    } catch (SQLException e) {
      throw new IllegalStateException("the triggers of the seals stay", e);
    }
    return source;
  }

  /** Drops what seals rows, as somebody with the rights of an owner could. */
  public void unseal(DataSource source) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      var drops = new ArrayList<String>();
      try (var rs = statement.executeQuery(sealTriggers())) {
        while (rs.next()) drops.add(rs.getString(1));
      }
      for (String drop : drops) statement.execute(drop);
    }
  }

  private String sealTriggers() {
    return this == H2
        ? "SELECT DISTINCT 'DROP TRIGGER ' || trigger_name FROM information_schema.triggers"
            + " WHERE trigger_name LIKE 'seal_row%'"
        : "SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass) FROM pg_trigger"
            + " WHERE tgname IN ('seal_row', 'rows_are_sealed')";
  }

  /** Applies the migrations of this kind of database. */
  public void migrate(DataSource source) {
    Flyway.configure().dataSource(source).locations(locations()).load().migrate();
  }

  /** Where the migrations lie: common first, then what the vendor needs; ordered by version. */
  public String[] locations() {
    return Stream.of("common", name().toLowerCase(Locale.ROOT))
        .map(folder -> "classpath:db/migration/" + folder)
        .toArray(String[]::new);
  }

  /** H2 as a first look uses it: a file that survives a restart. */
  public static String h2File(Path file) {
    return h2("file:" + file.toAbsolutePath()) + ";WRITE_DELAY=0";
  }

  private static String h2(String where) {
    return "jdbc:h2:"
        + where
        // KEY and VALUE are words of H2 only; the record has columns of these names
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;NON_KEYWORDS=KEY,VALUE"
        + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
  }

  /** One server for the whole test run, started when the first test asks for it. */
  private static final class Server {
    static final EmbeddedPostgres PG = start();

    private static EmbeddedPostgres start() {
      try {
        var pg =
            EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(120))
                .setRegisterShutdownHook(false)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeLast(pg), "close-postgresql"));
        return pg;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /**
     * Spring's own hook closes the pools; waiting for it keeps a vanished server out of the log.
     */
    private static void closeLast(EmbeddedPostgres pg) {
      try {
        Thread.sleep(100); // the other hooks start at the same moment
        for (var thread : Thread.getAllStackTraces().keySet()) {
          if (thread.getName().equals("SpringApplicationShutdownHook")) thread.join(30_000);
        }
        pg.close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
