package io.kizuna.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.verify.format.ChainHash;
import io.kizuna.verify.format.RowHash;
import io.kizuna.verify.format.Sha256;
import io.kizuna.verify.source.DatabaseSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.Writer;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * Issue acceptance 8: how long one million events take from PostgreSQL on two cores, everything
 * included that an event says: chain, canonical form, columns, the seal of a row. Figures, not a
 * test of the build: see docs/benchmarks.md.
 */
class MillionEventsBenchmark {

  private static final int EVENTS = Integer.getInteger("kizuna.benchmark.events", 1_000_000);
  private static final int ROUNDS = Integer.getInteger("kizuna.benchmark.verifications", 3);

  /** A batch's chain has some thousand events. */
  private static final int IN_CHAIN = 2_000;

  private static final int TARGET = 50_000;

  @Test
  void verifiesAMillionEvents() throws Exception {
    try (var server = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).start();
        var connection = server.getPostgresDatabase().getConnection()) {
      SampleTrail.empty(connection);
      long bytes = write(connection);
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      var perSecond = new ArrayList<Double>();
      for (int i = 0; i < ROUNDS; i++) perSecond.add(round(connection));
      double median = perSecond.stream().sorted().toList().get(ROUNDS / 2);
      System.out.printf(
          "%n%,d events in %,d chains, %d bytes of text each%n",
          EVENTS, EVENTS / IN_CHAIN, bytes / EVENTS);
      System.out.printf(
          "verified per second, %d rounds: %s; median %,.0f, target %,d%s%n",
          ROUNDS,
          perSecond.stream().map("%,.0f"::formatted).toList(),
          median,
          TARGET,
          median < TARGET ? ": missed" : "");
      System.out.printf("processors %d%n", Runtime.getRuntime().availableProcessors());
    }
  }

  private static double round(Connection connection) throws Exception {
    long begin = System.nanoTime();
    var report = Verification.run(new DatabaseSource(connection, "a million", null), Options.NONE);
    double seconds = (System.nanoTime() - begin) / 1e9;
    assertThat(report.findings()).isEmpty();
    assertThat(report.checked()).containsEntry("events", (long) EVENTS);
    return EVENTS / seconds;
  }

  /** Correct chains with every second event sealing a row, in the fastest way there is. */
  private static long write(Connection connection) throws Exception {
    var copy = connection.unwrap(PGConnection.class).getCopyAPI();
    var reader = new PipedReader(1 << 20);
    var writer = new PipedWriter(reader);
    var heads = new StringBuilder();
    var rows = new StringBuilder();
    var bytes =
        CompletableFuture.supplyAsync(
            () -> {
              try (writer) {
                return events(writer, heads, rows);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    copy.copyIn("COPY audit_event FROM STDIN", reader);
    copy.copyIn("COPY chain_head FROM STDIN", new java.io.StringReader(heads.toString()));
    copy.copyIn("COPY person_role FROM STDIN", new java.io.StringReader(rows.toString()));
    try (var statement = connection.createStatement()) {
      statement.execute("VACUUM ANALYZE");
    }
    return bytes.join();
  }

  private static long events(Writer out, StringBuilder heads, StringBuilder rows)
      throws IOException {
    long bytes = 0;
    Instant begin = Instant.parse("2026-01-01T00:00:00Z");
    for (int c = 0; c * IN_CHAIN < EVENTS; c++) {
      String chain = "batch:0198f0a0-0000-7000-8000-%012d".formatted(c);
      String previous = ChainHash.GENESIS;
      for (int seq = 1; seq <= IN_CHAIN; seq++) {
        int n = c * IN_CHAIN + seq;
        String id = "0198f0a0-0000-7000-9000-%012d".formatted(n);
        String at = begin.plusSeconds(n).plusNanos(123_456_000).toString();
        String body = body(chain, seq, id, at, seq % 2 == 0 ? "user-" + n : null);
        String hash = ChainHash.of(previous, chain, seq, body);
        bytes += body.length();
        out.write(
            String.join(
                "\t",
                Arrays.asList(
                    chain,
                    "" + seq,
                    id,
                    at,
                    "tanaka",
                    "step.performed",
                    "step",
                    id,
                    body,
                    previous,
                    hash,
                    ChainHash.ALGORITHM)));
        out.write('\n');
        if (seq % 2 == 0) rows.append("user-").append(n).append("\tOPERATOR\n");
        previous = hash;
      }
      heads.append(chain).append('\t').append(IN_CHAIN).append('\t').append(previous).append('\n');
    }
    return bytes;
  }

  private static String body(String chain, int seq, String id, String at, String sealed) {
    String rows = "";
    if (sealed != null) {
      var row = new TreeMap<String, String>();
      row.put("person_id", sealed);
      row.put("role", "OPERATOR");
      rows =
          ",\"rows\":{\"person_role/"
              + sealed
              + "/OPERATOR\":\""
              + RowHash.of("person_role", RowHash.text(row))
              + "\"}";
    }
    return "{\"action\":\"step.performed\",\"actor\":\"tanaka\",\"actorName\":\"Tanaka"
        + " Hana\",\"chain\":\""
        + chain
        + "\",\"changes\":{\"temperature\":{\"after\":\"37."
        + seq % 10
        + "\",\"before\":\"36.9\"}},\"entity\":\"step\",\"entityId\":\""
        + id
        + "\",\"id\":\""
        + id
        + "\",\"recordedAt\":\""
        + at
        + "\",\"roles\":\"OPERATOR\""
        + rows
        + ",\"seq\":\""
        + seq
        + "\",\"session\":\""
        + Sha256.hex("s").substring(0, 16)
        + "\",\"software\":\"0.1.0\",\"station\":\"10.0.0.17\"}";
  }
}
