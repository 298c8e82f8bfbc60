package io.kizuna.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.kernel.Digest;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The database as the dead process left it, read with plain SQL: what was promised stands once, and
 * nothing stands halfway.
 */
final class StoredRecord {

  private final Connection connection;

  /** Reads one snapshot: the MES may live and work on meanwhile. */
  StoredRecord(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
  }

  /** Every acknowledged request is there, and the events of the trail are as many as the rows. */
  void expectEverythingPromised(List<Write> acknowledged) throws SQLException {
    for (var write : acknowledged) {
      assertThat(handled(write)).as("acknowledged and gone: %s", write).isTrue();
    }
  }

  boolean handled(Write write) throws SQLException {
    String table =
        write.kind().equals("batch.ordered")
            ? "SELECT COUNT(*) FROM batch WHERE request_id = ?"
            : "SELECT COUNT(*) FROM handled_request WHERE request_id = ?";
    return count(table, write.requestId()) == 1;
  }

  /** One transaction writes all of these; each pair differs if one stood without the other. */
  void expectNothingHalfDone() throws SQLException {
    same("orders", "SELECT COUNT(*) FROM batch", events("batch.ordered"));
    same("performed", handledOf("step.complete"), events("step.performed"));
    same(
        "performed steps",
        "SELECT COUNT(*) FROM step_run WHERE performed_at IS NOT NULL",
        "SELECT COUNT(*) FROM (SELECT DISTINCT chain_id, entity_id FROM audit_event"
            + " WHERE action = 'step.performed') e");
    same("performed once", events("step.performed"), distinct("step.performed"));
    same("verified", handledOf("step.verify"), events("step.verified"));
    same("corrected", handledOf("value.correct"), events("value.corrected"));
    same(
        "second revisions",
        "SELECT COUNT(*) FROM parameter_value WHERE revision > 1 AND source = 'MANUAL'",
        events("value.corrected"));
    same("problems", handledOf("problem.report"), problems());
    same("exceptions", "SELECT COUNT(*) FROM batch_exception", events("exception.opened"));
    same(
        "signatures of batches",
        "SELECT COUNT(*) FROM signature WHERE chain_id LIKE 'batch:%'",
        "SELECT COUNT(*) FROM audit_event WHERE action = 'signature.given'"
            + " AND chain_id LIKE 'batch:%'");
    same(
        "used challenges",
        "SELECT COUNT(*) FROM signature_challenge WHERE used_at IS NOT NULL",
        "SELECT COUNT(*) FROM signature s JOIN signature_challenge c ON c.id = s.challenge_id");
    none(
        "values of a step nobody performed",
        "SELECT v.id FROM parameter_value v JOIN step_run r ON r.id = v.step_run_id"
            + " WHERE r.performed_at IS NULL");
    none(
        "complete and not completed",
        "SELECT id FROM step_run WHERE (state = 'COMPLETE') <> (completed_at IS NOT NULL)"
            + " AND revision < 3");
    none(
        "chain heads that are not the last event",
        "SELECT h.chain_id FROM chain_head h WHERE h.seq <> (SELECT COUNT(*) FROM audit_event e"
            + " WHERE e.chain_id = h.chain_id) OR NOT EXISTS (SELECT 1 FROM audit_event e"
            + " WHERE e.chain_id = h.chain_id AND e.seq = h.seq AND e.hash = h.hash)");
  }

  /** Where the engine waits is where the record has an open step, in both directions. */
  void expectTokensAgree() throws SQLException {
    var waiting =
        strings(
            "SELECT e.business_key_ || ' ' || t.task_def_key_ FROM engine.act_ru_task t"
                + " JOIN engine.act_ru_execution e ON e.id_ = t.proc_inst_id_ ORDER BY 1");
    var open =
        strings(
            "SELECT CAST(batch_id AS varchar) || ' ' || step FROM step_run"
                + " WHERE routed = FALSE AND state IN ('OPEN', 'AWAITING_VERIFICATION')"
                + " ORDER BY 1");
    assertThat(waiting).as("tokens and open steps").containsExactlyInAnyOrderElementsOf(open);
  }

  /** Every chain from its first event to its head, as docs/trail-format.md section 1 says. */
  void expectChainsRecompute() throws SQLException {
    var hashes = new HashMap<String, String>();
    var lengths = new HashMap<String, Long>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT chain_id, seq, prev_hash, body, hash FROM audit_event"
                    + " ORDER BY chain_id, seq")) {
      while (rows.next()) {
        String chain = rows.getString(1);
        String before = hashes.getOrDefault(chain, "0".repeat(64));
        long seq = lengths.merge(chain, 1L, Long::sum);
        assertThat(rows.getLong(2)).as("numbers of chain %s", chain).isEqualTo(seq);
        assertThat(rows.getString(3)).as("%s %d follows", chain, seq).isEqualTo(before);
        assertThat(rows.getString(5))
            .as("hash of %s %d", chain, seq)
            .isEqualTo(linked(before, chain, seq, rows.getString(4)));
        hashes.put(chain, rows.getString(5));
      }
    }
    assertThat(hashes).as("chains").isNotEmpty();
  }

  private static String linked(String before, String chain, long seq, String body) {
    byte[] name = chain.getBytes(StandardCharsets.UTF_8);
    byte[] text = body.getBytes(StandardCharsets.UTF_8);
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(0);
      out.writeBytes("mesaudit/1");
      out.write(HexFormat.of().parseHex(before));
      out.writeInt(name.length);
      out.write(name);
      out.writeLong(seq);
      out.writeInt(text.length);
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Digest.sha256(bytes.toByteArray());
  }

  private static String events(String action) {
    return "SELECT COUNT(*) FROM audit_event WHERE action = '" + action + "'";
  }

  private static String distinct(String action) {
    return "SELECT COUNT(*) FROM (SELECT DISTINCT chain_id, entity_id FROM audit_event"
        + " WHERE action = '"
        + action
        + "') e";
  }

  private static String handledOf(String kind) {
    return "SELECT COUNT(*) FROM handled_request WHERE kind = '" + kind + "'";
  }

  /** Each reported problem carries its request id in its words. */
  private static String problems() {
    return "SELECT COUNT(DISTINCT text_en) FROM batch_exception WHERE type = 'PROBLEM'";
  }

  private void same(String what, String one, String other) throws SQLException {
    assertThat(count(one)).as("%s: %s = %s", what, one, other).isEqualTo(count(other));
  }

  private void none(String what, String query) throws SQLException {
    assertThat(strings(query)).as(what).isEmpty();
  }

  private long count(String query, Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private List<String> strings(String query) throws SQLException {
    try (var statement = connection.prepareStatement(query);
        var rows = statement.executeQuery()) {
      var found = new ArrayList<String>();
      while (rows.next()) found.add(rows.getString(1));
      return found;
    }
  }

  /** Batches in the order they were made. */
  List<UUID> batches() throws SQLException {
    return strings("SELECT CAST(id AS varchar) FROM batch ORDER BY created_at").stream()
        .map(UUID::fromString)
        .toList();
  }
}
