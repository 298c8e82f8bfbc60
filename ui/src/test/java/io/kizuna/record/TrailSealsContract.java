package io.kizuna.record;

import static io.kizuna.record.Bench.SESSION;
import static io.kizuna.record.Bench.SUZUKI;
import static io.kizuna.record.Bench.TANAKA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.audit.ReadAudit;
import io.kizuna.audit.RowText;
import io.kizuna.audit.SealedTables;
import io.kizuna.batch.Batch;
import io.kizuna.batch.ChangeBatchState;
import io.kizuna.batchrecord.CompleteStep;
import io.kizuna.batchrecord.CorrectValue;
import io.kizuna.batchrecord.EvaluateStep;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.StepKey;
import io.kizuna.signature.Signing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What the trail promises about the rows of the record and about who did what from where. */
abstract class TrailSealsContract extends ServerContract {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CONFIRM = "up-receipt.user_confirm_order";
  private static final String RESERVE = "up-receipt.user_reserve_slot";

  @Autowired Desk desk;
  @Autowired ReadAudit audit;
  @Autowired CompleteStep complete;
  @Autowired CorrectValue correct;
  @Autowired EvaluateStep evaluate;
  @Autowired ChangeBatchState states;
  @Autowired Signing signing;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  /** The seal that counts of every row: that of the last event that names it. */
  private Map<String, String> seals() {
    record Event(UUID id, String body) {}
    var events =
        jdbc.sql("SELECT event_id, body FROM audit_event")
            .query((rs, n) -> new Event(rs.getObject("event_id", UUID.class), rs.getString("body")))
            .list();
    var sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparing(e -> e.id().toString()));
    var seals = new HashMap<String, String>();
    for (var e : sorted) {
      JSON.readTree(e.body())
          .path("rows")
          .properties()
          .forEach(r -> seals.put(r.getKey(), r.getValue().asString()));
    }
    return seals;
  }

  /** Rows whose seal is missing or another. */
  private List<String> unfit() {
    var seals = seals();
    var unfit = new ArrayList<String>();
    var seen = new HashSet<String>();
    SealedTables.KEYS.forEach(
        (table, key) ->
            jdbc.sql("SELECT * FROM " + table)
                .query(
                    rs -> {
                      var columns = RowText.columns(rs);
                      String name = RowText.key(table, key, columns);
                      seen.add(name);
                      String hash = RowText.hash(table, RowText.of(columns));
                      if (!hash.equals(seals.get(name))) unfit.add(name);
                    }));
    seals.forEach(
        (row, seal) -> {
          if (seen.contains(row) == seal.equals(RowText.GONE)) unfit.add(row);
        });
    return unfit;
  }

  /**
   * Confirmed, reserved with labels, one of them corrected away: an exception and void signatures.
   */
  private BatchId workedBatch() {
    BatchId batch = bench.order();
    bench.work(batch, CONFIRM);
    bench.work(batch, RESERVE, BatchRecordContract.receipt(RESERVE));
    var step = StepKey.valueOf(RESERVE);
    var challenge =
        evaluate.challengeCorrect(
            new CorrectValue.Draft(
                SESSION, batch, step, TANAKA, "labels_printed", "13", "counted again", "en"));
    correct.correct(
        new CorrectValue.Command(
            UUID.randomUUID(),
            SESSION,
            batch,
            step,
            TANAKA,
            bench.batch(batch).identity().coi().value(),
            bench.run(batch, RESERVE).revision(),
            "labels_printed",
            "13",
            "counted again",
            "en",
            new CompleteStep.Signed(challenge.id(), TANAKA)));
    return batch;
  }

  /** Changes rows as the owner of the database can: with no trigger in the way. */
  abstract void behindTheSystem(String table, String sql);

  // D.4.5, R06: from the seeding to an aborted batch with a correction, an exception and void
  // signatures, every row carries the seal of its last state.
  @Test
  void everyRowFitsItsSealUntilSomebodyChangesItOutsideTheSystem() {
    BatchId batch = workedBatch();
    bench.abort(batch);
    assertThat(unfit()).isEmpty();
    var sealed = seals().keySet().stream().map(r -> r.substring(0, r.indexOf('/'))).toList();
    assertThat(sealed)
        .contains("parameter_value", "signature", "signature_void", "step_run", "identity_check")
        .contains("batch_exception", "batch", "batch_equipment", "unit_procedure_run")
        .contains("person", "person_role", "client", "suite", "lot", "equipment")
        .contains("recipe_version", "recipe_diagram");
    UUID value =
        jdbc.sql(
                """
                SELECT v.id FROM parameter_value v JOIN step_run r ON r.id = v.step_run_id
                WHERE r.batch_id = ? AND v.parameter = 'labels_printed' AND v.revision = 1
                """)
            .param(batch.value())
            .query(UUID.class)
            .single();
    behindTheSystem(
        "parameter_value", "UPDATE parameter_value SET value = '11' WHERE id = '" + value + "'");
    behindTheSystem("lot", "UPDATE lot SET status = 'BLOCKED' WHERE code = 'LV-2611-07'");
    assertThat(unfit()).containsExactlyInAnyOrder("parameter_value/" + value, "lot/LV-2611-07");
    behindTheSystem(
        "parameter_value", "UPDATE parameter_value SET value = '12' WHERE id = '" + value + "'");
    behindTheSystem("lot", "UPDATE lot SET status = 'RELEASED' WHERE code = 'LV-2611-07'");
    assertThat(unfit()).isEmpty();
  }

  // R10: what cannot be put on record does not happen, and whoever asked sees that.
  @Test
  void actionFailsAsAWholeIfItsEventCannotBeStored() throws Exception {
    BatchId batch = bench.order();
    bench.scan(batch, CONFIRM, TANAKA);
    var command = bench.signed(bench.draft(batch, CONFIRM, TANAKA, Map.of(), Map.of()), TANAKA);
    var suzuki = desk.logIn("suzuki");
    var before = bench.run(batch, CONFIRM);
    denyEvents();
    try {
      assertThatThrownBy(() -> complete.complete(command)).isInstanceOf(RuntimeException.class);
      var path = "/api/batches/" + batch + "/holds/" + UUID.randomUUID();
      var answer = suzuki.send("PUT", path, "{\"reason\":\"to be checked\"}");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("AU-101");
      assertThat(suzuki.get("/api/batches/" + batch + "/record").status())
          .as("a look that cannot be recorded shows nothing")
          .isGreaterThanOrEqualTo(500);
    } finally {
      jdbc.sql("ALTER TABLE audit_event DROP CONSTRAINT no_more_events").update();
    }
    assertThat(bench.run(batch, CONFIRM)).isEqualTo(before);
    assertThat(bench.batch(batch).state()).isEqualTo(Batch.State.RUNNING);
    assertThat(signing.ofChain(Batch.chainOf(batch))).isEmpty();
    assertThat(audit.check(Batch.chainOf(batch)).valid()).isTrue();
    assertThat(complete.complete(command).state()).as("the same press, later").isNotNull();
  }

  /** As a full disk or a missing grant would: every further event is refused. */
  abstract void denyEvents();

  // R01: if anything fails after the write, neither the change nor its event is there.
  @Test
  void failureAfterTheWriteLeavesNeitherChangeNorEvent() {
    BatchId batch = bench.order();
    long length = audit.check(Batch.chainOf(batch)).length();
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      states.hold(batch, "to be checked", SUZUKI);
                      throw new IllegalStateException("the power goes");
                    }))
        .hasMessage("the power goes");
    assertThat(bench.batch(batch).state()).isEqualTo(Batch.State.RUNNING);
    assertThat(audit.check(Batch.chainOf(batch)).length()).isEqualTo(length);
  }

  // R02: each action at its own time and in its order, none bundled.
  @Test
  void everyActionIsAnEventOfItsOwnAtItsTime() throws Exception {
    BatchId batch = bench.order();
    var seat = desk.logIn("suzuki");
    for (int i = 0; i < 4; i++) {
      var path = "/api/batches/" + batch + "/holds/" + UUID.randomUUID();
      assertThat(seat.send("PUT", path, "{\"reason\":\"check " + i + "\"}").status())
          .isLessThan(300);
      clock.advance(Duration.ofSeconds(2));
    }
    var holds =
        audit.entries(Batch.chainOf(batch), 100).stream()
            .filter(e -> e.action().equals("batch.state_changed"))
            .sorted(Comparator.comparing(ReadAudit.Entry::seq))
            .toList();
    assertThat(holds).hasSize(4);
    for (int i = 0; i < 4; i++) {
      assertThat(holds.get(i).body()).contains("\"reason\":\"check " + i + "\"");
      if (i == 0) continue;
      var gap = Duration.between(holds.get(i - 1).recordedAt(), holds.get(i).recordedAt());
      assertThat(gap).isBetween(Duration.ofMillis(2000), Duration.ofMillis(2900));
    }
    var body = JSON.readTree(holds.get(0).body());
    assertThat(body.path("actor").asString()).isEqualTo("suzuki");
    assertThat(body.path("actorName").asString()).isNotEmpty().isNotEqualTo("suzuki");
    assertThat(body.path("roles").asString()).contains("QA");
    assertThat(body.path("station").asString()).isEqualTo("127.0.0.1");
    assertThat(body.path("session").asString()).matches("[0-9a-f]{16}");
    assertThat(body.path("software").asString()).isNotEmpty();
  }
}
