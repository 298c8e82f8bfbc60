package io.kizuna.faults;

import io.kizuna.testing.Databases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own that can be ended as by a power cut and started again, with the
 * settings a site must have (R79): a commit that was acknowledged is on disk.
 */
final class PostgresProcess implements AutoCloseable {

  private static final Duration START_MAX = Duration.ofMinutes(2);

  private final Path log;
  private final List<String> command;
  private final String url;
  private ProcessHandle process;

  PostgresProcess(Path folder) throws IOException {
    log = folder.resolve("postgresql.log");
    var first =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("postgresql"))
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setPGStartupWait(START_MAX)
            .start();
    process = ProcessHandle.of(pid(folder.resolve("postgresql"))).orElseThrow();
    url = first.getJdbcUrl(Databases.USER, "postgres");
    command = commandOf(process);
  }

  private static long pid(Path data) throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
  }

  /** As it was started; the superuser of a machine must step down again. */
  private static List<String> commandOf(ProcessHandle process) throws IOException {
    var command = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) command.addAll(List.of("unshare", "-U"));
    // not ProcessHandle.info(): it says nothing about a process of another user namespace
    var line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
    command.addAll(List.of(line.split("\0")));
    return List.copyOf(command);
  }

  /** What leads a server to it. */
  Map<String, String> properties() {
    return Map.of(
        "spring.datasource.url", url,
        "spring.datasource.username", Databases.USER,
        "spring.datasource.password", Databases.PASSWORD);
  }

  boolean alive() {
    return process.isAlive();
  }

  Connection connection() throws SQLException {
    return DriverManager.getConnection(url, Databases.USER, Databases.PASSWORD);
  }

  /** {@code kill -9} of the server and of every process that serves a connection. */
  void kill() throws InterruptedException {
    var children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    for (var dead : Stream.concat(Stream.of(process), children.stream()).toList()) {
      while (dead.isAlive()) Thread.sleep(5);
    }
  }

  /** Returns when it has recovered and takes connections. */
  void start() throws IOException, InterruptedException {
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start()
            .toHandle();
    long end = System.nanoTime() + START_MAX.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("PostgreSQL does not start: " + Files.readString(log));
      }
      Thread.sleep(20);
    }
  }

  private boolean answers() {
    try (var connection = connection()) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false; // not yet
    }
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
