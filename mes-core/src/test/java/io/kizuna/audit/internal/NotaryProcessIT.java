package io.kizuna.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.notary.Checkpoint;
import io.kizuna.notary.SignedNote;
import io.kizuna.notary.VerifierKey;
import io.kizuna.testing.Databases;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T01, R06: the packed notary beside a real PostgreSQL, with a login that can only read. */
class NotaryProcessIT {

  private static final Path JAR = Path.of("notary/target/kizuna-notary.jar");
  private static final Pattern LISTENS = Pattern.compile("notary listens on .*:([0-9]+)\\s*");

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path folder;

  private final String login = "notary_" + UUID.randomUUID().toString().replace("-", "");
  private final List<Process> started = new ArrayList<>();
  private SealedLog log;
  private int port;

  @BeforeEach
  void databaseWithAReader() throws Exception {
    log = new SealedLog(Databases.POSTGRESQL, folder);
    log.jdbc.sql("CREATE ROLE " + login + " LOGIN PASSWORD 'secret'").update();
    log.jdbc.sql("ALTER ROLE " + login + " SET kizuna.clients = '*'").update();
    log.jdbc
        .sql("GRANT SELECT ON audit_event, chain_head, checkpoint_leaf, checkpoint TO " + login)
        .update();
    Files.writeString(folder.resolve("password"), "secret\n");
    log.append("site", 3);
    log.append("batch:a", 4);
    log.append("batch:b", 2);
    leaves("batch:a 4", "batch:b 2", "site 3");
  }

  @AfterEach
  void end() throws Exception {
    for (var p : started) {
      p.destroyForcibly();
      p.waitFor();
    }
    log.close();
  }

  /** Adds leaves as the sealer does. */
  private void leaves(String... chains) {
    for (String chain : chains) {
      String[] parts = chain.split(" ", 2);
      log.jdbc
          .sql(
              """
              INSERT INTO checkpoint_leaf (epoch, leaf_index, chain_id, seq, hash)
              SELECT 1, (SELECT COALESCE(MAX(leaf_index) + 1, 0) FROM checkpoint_leaf),
                chain_id, seq, hash FROM audit_event WHERE chain_id = ? AND seq = ?
              """)
          .params(parts[0], Long.parseLong(parts[1]))
          .update();
    }
  }

  /** Without the user the tests connect as: what is in the address counts before all else. */
  private String url() {
    return log.source.getJdbcUrl().replaceFirst("\\?.*", "");
  }

  private Process process(String user) throws Exception {
    assertThat(JAR).as("packed by mes-core/notary").exists();
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-jar",
            JAR.toString(),
            "--database",
            url(),
            "--user",
            user,
            "--password-file",
            folder.resolve("password").toString(),
            "--key",
            folder.resolve("own/notary.pem").toString(),
            "--token",
            folder.resolve("own/token").toString(),
            "--state",
            folder.resolve("own/state").toString(),
            "--name",
            "site.example/trail",
            "--listen",
            "127.0.0.1:0");
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    started.add(process);
    return process;
  }

  private Process start() throws Exception {
    var process = process(login);
    String line = process.inputReader().readLine();
    var listens = LISTENS.matcher(String.valueOf(line));
    assertThat(listens.matches()).as(line).isTrue();
    port = Integer.parseInt(listens.group(1));
    return process;
  }

  private HttpResponse<String> send(String method, String path, String body, String token)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> sign(long size) throws Exception {
    String token = Files.readString(folder.resolve("own/token")).strip();
    return send("POST", "/sign", "1 " + size, token);
  }

  private void refused(long size, String rule, String found) throws Exception {
    var answer = sign(size);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    String[] lines = answer.body().split("\n");
    assertThat(lines[0]).isEqualTo(rule);
    assertThat(lines[1]).contains(found);
    assertThat(lines[2]).isNotBlank();
  }

  /** As a superuser who takes the triggers away: T01. */
  private void tamper(String sql) {
    log.jdbc.sql("SET session_replication_role = replica; " + sql).update();
    log.jdbc.sql("SET session_replication_role = origin").update();
  }

  @Test
  void signsWhatExtendsAndTheSameAgain() throws Exception {
    start();
    var first = sign(3);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    var key = VerifierKey.parse(Files.readString(folder.resolve("own/notary.vkey")));
    var note = SignedNote.parse(first.body());
    assertThat(note.isSignedBy(key)).isTrue();
    var c = Checkpoint.parse(note.text());
    assertThat(c.origin()).isEqualTo("site.example/trail");
    assertThat(c.root()).isEqualTo(new LogTree(log.rows).root(1, 3));
    assertThat(sign(3).body()).isEqualTo(first.body());
    log.append("batch:a", 2);
    leaves("batch:a 6");
    assertThat(sign(4).statusCode()).isEqualTo(200);
    refused(3, "LOG_ROLLED_BACK", "missing are 3 to 3");
    refused(6, "LEAF_MISSING", "no leaf 4");
  }

  @Test
  void editedLeafIsRefused() throws Exception {
    start();
    assertThat(sign(3).statusCode()).isEqualTo(200);
    tamper("UPDATE checkpoint_leaf SET hash = repeat('a', 64) WHERE leaf_index = 1");
    refused(3, "LEAF_DOES_NOT_FIT", "leaf 1: chain batch:b, event 2");
  }

  // Leaf and chain changed together fit each other, but not what was signed.
  @Test
  void rewrittenLogIsRefused() throws Exception {
    start();
    assertThat(sign(3).statusCode()).isEqualTo(200);
    tamper("DELETE FROM checkpoint_leaf WHERE leaf_index = 1");
    tamper(
        """
        INSERT INTO checkpoint_leaf SELECT 1, 1, chain_id, seq, hash FROM audit_event
        WHERE chain_id = 'batch:b' AND seq = 1\
        """);
    refused(3, "LOG_REWRITTEN", "root ");
  }

  @Test
  void shortenedChainIsRefused() throws Exception {
    start();
    assertThat(sign(3).statusCode()).isEqualTo(200);
    tamper("DELETE FROM audit_event WHERE chain_id = 'batch:a' AND seq >= 3");
    refused(3, "CHAIN_SHORTER", "leaf 0: chain batch:a, event 4, which is not there");
  }

  @Test
  void rolledBackLogIsRefused() throws Exception {
    start();
    assertThat(sign(3).statusCode()).isEqualTo(200);
    tamper("DELETE FROM checkpoint_leaf WHERE leaf_index >= 1");
    refused(1, "LOG_ROLLED_BACK", "1 leaves; missing are 1 to 2");
  }

  // The strongest forger: every hash from the edited event on computed anew.
  @Test
  void chainThatWasRechainedAsAWholeIsRefused() throws Exception {
    start();
    assertThat(sign(3).statusCode()).isEqualTo(200);
    tamper("DELETE FROM audit_event WHERE chain_id = 'batch:a'");
    tamper("DELETE FROM chain_head WHERE chain_id = 'batch:a'");
    for (int i = 0; i < 4; i++)
      log.append("batch:a", "event", "thing", "{\"forged\":\"" + i + "\"}");
    refused(3, "LEAF_DOES_NOT_FIT", "leaf 0: chain batch:a, event 4");
  }

  // What is new is a chain without a fault, or it is not signed.
  @Test
  void editedEventBelowANewLeafIsRefused() throws Exception {
    start();
    assertThat(sign(3).statusCode()).isEqualTo(200);
    log.append("batch:a", 3);
    leaves("batch:a 7");
    tamper("UPDATE audit_event SET body = '{}' WHERE chain_id = 'batch:a' AND seq = 6");
    refused(4, "CHAIN_BROKEN", "chain batch:a, event 6");
  }

  // Killed at any moment, it goes on from what it signed.
  @Test
  void killedNotaryRemembers() throws Exception {
    var process = start();
    var first = sign(3);
    process.destroyForcibly().waitFor();
    start();
    assertThat(sign(3).body()).isEqualTo(first.body());
    tamper("DELETE FROM checkpoint_leaf WHERE leaf_index >= 2");
    refused(2, "LOG_ROLLED_BACK", "missing are 2 to 2");
  }

  // A new notary on a log that somebody else signed could be made to sign anything.
  @Test
  void emptyMemoryBesideForeignCheckpointsIsRefused() throws Exception {
    var process = start();
    var note = sign(3).body();
    log.jdbc
        .sql("INSERT INTO checkpoint VALUES (1, 3, ?, ?, CURRENT_TIMESTAMP)")
        .params("0".repeat(64), note)
        .update();
    process.destroyForcibly().waitFor();
    Files.delete(folder.resolve("own/state/signed.log"));
    process = start();
    assertThat(sign(3).statusCode()).as("its own").isEqualTo(200);
    process.destroyForcibly().waitFor();
    Files.delete(folder.resolve("own/state/signed.log"));
    Files.delete(folder.resolve("own/notary.pem"));
    start();
    refused(3, "FOREIGN_CHECKPOINT", "an empty memory");
  }

  @Test
  void itsLoginCannotWrite() throws Exception {
    try (Connection c = DriverManager.getConnection(url(), login, "secret");
        var s = c.createStatement()) {
      assertThatThrownBy(
              () -> s.execute("INSERT INTO checkpoint_leaf VALUES (1, 9, 'site', 1, 'x')"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> s.execute("UPDATE audit_event SET body = ''"))
          .hasMessageContaining("permission denied");
    }
  }

  // R79: one that could write what it signs would prove nothing.
  @Test
  void loginThatCanWriteIsRefused() throws Exception {
    var process = process(Databases.USER);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(process.inputReader().readLine())
        .contains("a login that can write audit_event; needed: one that can only read");
    log.jdbc.sql("GRANT INSERT ON checkpoint TO " + login).update();
    process = process(login);
    assertThat(process.inputReader().readLine()).contains("can write checkpoint;");
  }

  @Test
  void nobodyElseIsAnswered() throws Exception {
    start();
    String token = Files.readString(folder.resolve("own/token")).strip();
    assertThat(send("POST", "/sign", "1 3", "guess").statusCode()).isEqualTo(401);
    assertThat(send("GET", "/key", "", "").statusCode()).isEqualTo(401);
    assertThat(send("GET", "/sign", "", token).statusCode()).isEqualTo(405);
    assertThat(send("GET", "/key/more", "", token).statusCode()).isEqualTo(404);
    for (String body : List.of("", "1", "1 0", "1 -3", "1 3 4", "x".repeat(1000))) {
      assertThat(send("POST", "/sign", body, token).statusCode()).as(body).isEqualTo(400);
    }
    assertThat(send("GET", "/last", "", token).statusCode()).isEqualTo(204);
    assertThat(sign(3).statusCode()).isEqualTo(200);
    assertThat(send("GET", "/last", "", token).body()).startsWith("1 3 ");
  }
}
