package io.kizuna.verify;

import io.kizuna.verify.portable.PortableRecord;
import io.kizuna.verify.source.DatabaseSource;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;

/** The command. */
public final class Main {

  static final int PASS = 0;
  static final int FOUND = 1;
  static final int COULD_NOT = 2;

  /**
   * What the product opens an H2 file with; without it the file cannot be read as it was written.
   */
  private static final String H2 =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;NON_KEYWORDS=KEY,VALUE"
          + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE";

  private Main() {}

  public static void main(String[] args) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, args));
  }

  static int run(PrintStream out, PrintStream err, String... args) {
    try {
      if (args.length == 1 && args[0].equals("--help")) {
        out.print(Arguments.USAGE);
        return PASS;
      }
      var arguments = Arguments.parse(args);
      Report report = check(arguments);
      Path json = arguments.json;
      if (json != null) Files.writeString(json, JsonReport.of(report));
      String text = TextReport.of(report);
      out.print(arguments.quiet ? text.substring(0, text.indexOf('\n') + 1) : text);
      return report.passed() ? PASS : FOUND;
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println(Arguments.USAGE);
    } catch (IOException | UncheckedIOException | SQLException e) {
      err.println("Could not check: " + e.getMessage());
    }
    return COULD_NOT;
  }

  private static Report check(Arguments a) throws IOException, SQLException {
    Path file = a.file;
    if (file != null) return PortableRecord.check(file, a.options());
    String url = Objects.requireNonNull(a.database);
    try (var connection = open(url, a)) {
      String name = url.replaceAll("\\?.*", "") + (a.batch == null ? "" : " batch " + a.batch);
      return Verification.run(new DatabaseSource(connection, name, a.batch), a.options());
    }
  }

  /** One transaction that only reads and sees one moment, so that work may go on meanwhile. */
  private static Connection open(String url, Arguments a) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", a.user);
    properties.setProperty("password", a.password);
    boolean h2 = url.startsWith("jdbc:h2:");
    var connection = DriverManager.getConnection(h2 ? url + H2 : url, properties);
    connection.setAutoCommit(false);
    if (!h2) {
      connection.setReadOnly(true);
      // a site's rows are shown client by client; a check that sees only some would miss others
      try (var all = connection.createStatement()) {
        all.execute("SET SESSION kizuna.clients = '*'");
      }
      connection.commit();
    }
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return connection;
  }

  /** Of the jar; empty when run from classes. */
  public static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "" : version;
  }
}
