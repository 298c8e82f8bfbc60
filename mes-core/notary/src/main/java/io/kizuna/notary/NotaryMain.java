package io.kizuna.notary;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The notary as a process of its own: {@code java -jar kizuna-notary.jar --database ...}. */
public final class NotaryMain {

  private static final String USAGE =
      """
      usage: java -jar kizuna-notary.jar --database URL --user NAME --key FILE --token FILE
                                         --state DIR --name NAME --listen 127.0.0.1:PORT
                                         [--password-file FILE] [--previous-key FILE]
        --database      jdbc:postgresql://host/database
        --user          a login that can only read: audit_event, checkpoint_leaf, checkpoint
        --password-file its password; without it the server must know the login by other means
        --key           the private key, made at the first start; the public one beside it (.vkey)
        --token         what the MES must show, made at the first start; the MES reads the same file
        --state         folder of what was signed; keep it where the database's keepers cannot write
        --name          of the log and its key, for example site.example/trail
        --listen        a loopback address
        --previous-key  public key of a notary this one replaces\
      """;

  private static final Set<String> NEEDED =
      Set.of("--database", "--user", "--key", "--token", "--state", "--name", "--listen");
  private static final Set<String> KNOWN =
      Set.of(
          "--database",
          "--user",
          "--key",
          "--token",
          "--state",
          "--name",
          "--listen",
          "--password-file",
          "--previous-key");

  /** A slow caller holds a thread for so long. */
  private static final String SECONDS_MAX = "10";

  private static final int EXIT_UNFIT = 1;
  private static final int EXIT_USAGE = 2;

  private NotaryMain() {}

  /** Starts it; ends with 2 if the call is wrong and with 1 if it may not start like this. */
  public static void main(String[] args) {
    var options = options(args);
    if (options == null) {
      System.err.println(USAGE);
      System.exit(EXIT_USAGE);
      return;
    }
    // Read once by the JDK's server, so before its first use.
    System.setProperty("sun.net.httpserver.maxReqTime", SECONDS_MAX);
    System.setProperty("sun.net.httpserver.maxRspTime", "120"); // a whole log is read in between
    try {
      var server = start(options);
      System.out.println("notary listens on " + server.address());
    } catch (IOException | SQLException | RuntimeException e) {
      System.err.println("The notary does not start: " + e.getMessage());
      System.exit(EXIT_UNFIT);
    }
  }

  private static @Nullable Map<String, String> options(String[] args) {
    var options = new HashMap<String, String>();
    for (int i = 0; i + 1 < args.length; i += 2) options.put(args[i], args[i + 1]);
    boolean fits = args.length % 2 == 0 && options.keySet().containsAll(NEEDED);
    return fits && KNOWN.containsAll(options.keySet()) ? options : null;
  }

  private static NotaryServer start(Map<String, String> o) throws IOException, SQLException {
    // Before the database: the MES wants the public key before it makes its tables.
    var key = SigningKey.loadOrCreate(Path.of(value(o, "--key")), value(o, "--name"));
    String token = token(Path.of(value(o, "--token")));
    Notary.Database database = database(o);
    database.open().close(); // a login that is wrong shows now
    var memory = Memory.open(Path.of(value(o, "--state")));
    String previous = o.get("--previous-key");
    var predecessor =
        previous == null ? null : VerifierKey.parse(Files.readString(Path.of(previous)));
    var notary = new Notary(database, key, memory, Clock.systemUTC(), predecessor);
    String[] address = value(o, "--listen").split(":(?=[0-9]+$)", 2);
    if (address.length != 2) throw new IllegalArgumentException("--listen: needed host:port");
    var listen = new InetSocketAddress(address[0], Integer.parseInt(address[1]));
    return NotaryServer.start(notary, token, listen);
  }

  private static String value(Map<String, String> options, String name) {
    String value = options.get(name);
    if (value == null) throw new IllegalArgumentException(name + " is missing");
    return value;
  }

  private static Notary.Database database(Map<String, String> o) throws IOException {
    var login = new Properties();
    login.setProperty("user", value(o, "--user"));
    String file = o.get("--password-file");
    if (file != null) login.setProperty("password", Files.readString(Path.of(file)).strip());
    login.setProperty("ApplicationName", "kizuna-notary");
    login.setProperty("connectTimeout", "5"); // seconds
    login.setProperty("socketTimeout", "120");
    String url = value(o, "--database");
    return () -> {
      var connection = DriverManager.getConnection(url, login);
      try {
        requireReader(connection);
        return connection;
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    };
  }

  private static String token(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] random = new byte[32];
      new SecureRandom().nextBytes(random);
      OwnFiles.replace(file, HexFormat.of().formatHex(random) + "\n", true);
    }
    return Files.readString(file).strip();
  }

  /** A notary that could write what it signs would prove nothing. */
  private static void requireReader(Connection connection) throws SQLException {
    String sql =
        """
        SELECT t FROM unnest(ARRAY['audit_event', 'chain_head', 'checkpoint_leaf', 'checkpoint']) t
        WHERE CASE WHEN to_regclass(t) IS NULL THEN FALSE
          ELSE has_table_privilege(t, 'INSERT, UPDATE, DELETE, TRUNCATE') END
        """;
    try (var statement = connection.createStatement();
        var rs = statement.executeQuery(sql)) {
      if (rs.next()) {
        throw new IllegalStateException(
            "found a login that can write " + rs.getString(1) + "; needed: one that can only read");
      }
    }
  }
}
