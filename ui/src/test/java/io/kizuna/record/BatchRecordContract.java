package io.kizuna.record;

import static io.kizuna.record.Bench.SATO;
import static io.kizuna.record.Bench.SESSION;
import static io.kizuna.record.Bench.SUZUKI;
import static io.kizuna.record.Bench.TANAKA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.CheckIdentity;
import io.kizuna.batchrecord.CompleteStep;
import io.kizuna.batchrecord.CorrectValue;
import io.kizuna.batchrecord.EvaluateStep;
import io.kizuna.batchrecord.ReadRecord;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.StepKey;
import io.kizuna.signature.Signing;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the record promises, with the real engine and the shipped recipe. */
abstract class BatchRecordContract extends ServerContract {

  static final String CONFIRM = "up-receipt.user_confirm_order";
  private static final String RESERVE = "up-receipt.user_reserve_slot";
  private static final String SHIPPER = "up-receipt.user_take_over_shipper";

  @Autowired CompleteStep complete;
  @Autowired CorrectValue correct;
  @Autowired EvaluateStep evaluate;
  @Autowired CheckIdentity identity;
  @Autowired ReadRecord record;
  @Autowired Signing signing;
  @Autowired TestClock clock;

  private static MesException refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    var refused = catchThrowableOfType(MesException.class, call);
    assertThat(refused).as("a refusal").isNotNull();
    return refused;
  }

  // F10, F11: the order opens the first step and no other.
  @Test
  void orderOpensTheFirstStepOfTheFrozenRecipe() {
    BatchId batch = bench.order();
    assertThat(record.steps(batch)).extracting(r -> r.key().toString()).containsExactly(CONFIRM);
    assertThat(bench.batch(batch).recipe().version()).isEqualTo("1.0");
  }

  // R50: a step the route has not reached cannot be recorded, whoever asks.
  @Test
  void skippedStepIsRefused() {
    BatchId batch = bench.order();
    var command =
        new CompleteStep.Command(
            UUID.randomUUID(),
            SESSION,
            batch,
            StepKey.valueOf(RESERVE),
            TANAKA,
            bench.batch(batch).identity().coi().value(),
            0,
            Map.of(),
            Map.of(),
            null,
            "en",
            null,
            null);
    assertThat(refusal(() -> complete.complete(command)).code()).isEqualTo(ErrorCode.STEP_NOT_OPEN);
    assertThat(record.steps(batch)).hasSize(1);
  }

  // R26: the performer cannot verify, and a blind second entry must be equal before the challenge,
  // which shows the first entry, is made.
  @Test
  void verifierIsAnotherPersonAndEntersTheSame() {
    BatchId batch = bench.order();
    bench.perform(batch, CONFIRM, TANAKA, Map.of("body_weight", "70.0"));
    assertThat(bench.run(batch, CONFIRM).state()).isEqualTo(StepRun.State.AWAITING_VERIFICATION);
    var second = bench.goodValues(batch, CONFIRM);
    second.put("body_weight", "70.0");
    var own = refusal(() -> bench.verify(batch, CONFIRM, TANAKA, second));
    assertThat(own.code()).isEqualTo(ErrorCode.SAME_PERSON);
    second.put("body_weight", "7.00");
    var differs = refusal(() -> bench.challengeVerify(batch, CONFIRM, SATO, second));
    assertThat(differs.code()).isEqualTo(ErrorCode.BLIND_ENTRY_DIFFERS);
    second.put("body_weight", "70.0");
    bench.verify(batch, CONFIRM, SATO, second);
    assertThat(bench.run(batch, CONFIRM).state()).isEqualTo(StepRun.State.COMPLETE);
    assertThat(bench.run(batch, RESERVE).state()).isEqualTo(StepRun.State.OPEN);
  }

  // RF02, RF18: the same request twice records once; a second one is refused.
  @Test
  void repeatedPressRecordsOnce() {
    BatchId batch = bench.order();
    bench.scan(batch, CONFIRM, TANAKA);
    var command = bench.signed(bench.draft(batch, CONFIRM, TANAKA, Map.of(), Map.of()), TANAKA);
    var first = complete.complete(command);
    assertThat(complete.complete(command)).isEqualTo(first);
    assertThat(signing.ofChain(Batch.chainOf(batch))).hasSize(1);
    int values = record.values(batch).size();
    var again = bench.draft(batch, CONFIRM, TANAKA, Map.of(), Map.of());
    assertThat(refusal(() -> complete.complete(again)).code()).isEqualTo(ErrorCode.STEP_NOT_OPEN);
    assertThat(record.values(batch)).hasSize(values);
  }

  // RF02: two presses at the same moment get the same answer, none gets a refusal.
  @Test
  void pressesAtTheSameMomentRecordOnce() throws Exception {
    BatchId batch = bench.order();
    bench.scan(batch, CONFIRM, TANAKA);
    var command = bench.signed(bench.draft(batch, CONFIRM, TANAKA, Map.of(), Map.of()), TANAKA);
    var presses =
        Collections.nCopies(8, (Callable<CompleteStep.Outcome>) () -> complete.complete(command));
    var hands = Executors.newFixedThreadPool(presses.size());
    try {
      var answers = new HashSet<CompleteStep.Outcome>();
      for (var answer : hands.invokeAll(presses)) answers.add(answer.get());
      assertThat(answers).hasSize(1);
    } finally {
      hands.shutdownNow();
    }
    assertThat(signing.ofChain(Batch.chainOf(batch))).hasSize(1);
    assertThat(bench.run(batch, CONFIRM).revision()).isEqualTo(1);
  }

  // R24: what is signed is what was shown, digit for digit.
  @Test
  void signatureOfOtherValuesIsRefused() {
    BatchId batch = bench.order();
    bench.scan(batch, CONFIRM, TANAKA);
    var shown =
        bench.signed(
            bench.draft(batch, CONFIRM, TANAKA, Map.of("body_weight", "70.0"), Map.of()), TANAKA);
    var changed = bench.draft(batch, CONFIRM, TANAKA, Map.of("body_weight", "71.0"), Map.of());
    var command =
        new CompleteStep.Command(
            changed.requestId(),
            SESSION,
            batch,
            changed.step(),
            TANAKA,
            changed.coi(),
            0,
            changed.values(),
            Map.of(),
            null,
            "en",
            shown.signature(),
            null);
    assertThat(refusal(() -> complete.complete(command)).code())
        .isEqualTo(ErrorCode.SIGNATURE_STALE);
    assertThat(record.values(batch)).isEmpty();
  }

  // R25: a challenge belongs to one session.
  @Test
  void challengeOfAnotherSessionIsRefused() {
    BatchId batch = bench.order();
    bench.scan(batch, CONFIRM, TANAKA);
    var c = bench.signed(bench.draft(batch, CONFIRM, TANAKA, Map.of(), Map.of()), TANAKA);
    var stolen =
        new CompleteStep.Command(
            c.requestId(),
            "another session",
            batch,
            c.step(),
            TANAKA,
            c.coi(),
            0,
            c.values(),
            Map.of(),
            null,
            "en",
            c.signature(),
            null);
    assertThat(refusal(() -> complete.complete(stolen)).code())
        .isEqualTo(ErrorCode.CHALLENGE_INVALID);
  }

  // R58, F37: a foreign or look-alike container is a hard stop; the batch is held; it is on record.
  @Test
  void wrongContainerHoldsTheBatch() {
    BatchId batch = bench.order();
    BatchId other = bench.order();
    String foreign = bench.batch(other).identity().coi() + "/order-form";
    var result = identity.check(batch, StepKey.valueOf(CONFIRM), TANAKA, "order_form", foreign);
    assertThat(result.matched()).isFalse();
    assertThat(bench.batch(batch).state()).isEqualTo(Batch.State.HELD);
    assertThat(record.exceptions(batch))
        .extracting(BatchException::type, BatchException::severity)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                BatchException.Type.IDENTITY_MISMATCH, BatchException.Severity.CRITICAL));
    var held =
        refusal(() -> complete.complete(bench.draft(batch, CONFIRM, TANAKA, Map.of(), Map.of())));
    assertThat(held.code()).isEqualTo(ErrorCode.BATCH_NOT_RUNNING);
  }

  // T: a screen that shows another patient cannot write here.
  @Test
  void wrongIdentityOnTheScreenIsRefused() {
    BatchId batch = bench.order();
    BatchId other = bench.order();
    bench.scan(batch, CONFIRM, TANAKA);
    var c = bench.draft(batch, CONFIRM, TANAKA, Map.of(), Map.of());
    var wrong =
        new CompleteStep.Command(
            c.requestId(),
            SESSION,
            batch,
            c.step(),
            TANAKA,
            bench.batch(other).identity().coi().value(),
            0,
            c.values(),
            Map.of(),
            null,
            "en",
            null,
            null);
    assertThat(refusal(() -> complete.complete(wrong)).code())
        .isEqualTo(ErrorCode.IDENTITY_MISMATCH);
  }

  // F12, R12: blocked values cannot be recorded; all faults come at once.
  @Test
  void faultsAreToldAllAtOnceAndNothingIsRecorded() {
    BatchId batch = bench.order();
    var draft =
        bench.draft(
            batch,
            CONFIRM,
            TANAKA,
            Map.of("consent", "false", "body_weight", "4.0", "sex", "unknown"),
            Map.of());
    var refused = refusal(() -> evaluate.challengePerform(draft, false));
    assertThat(refused.fieldFaults())
        .extracting(MesException.Fault::field)
        .contains("order_form", "consent", "body_weight", "sex");
    assertThat(record.values(batch)).isEmpty();
  }

  // F14, R03: a correction keeps the old value, voids signatures and asks for verification again.
  @Test
  void correctionKeepsTheOldValueAndVoidsSignatures() {
    BatchId batch = bench.order();
    bench.work(batch, CONFIRM);
    bench.work(
        batch,
        RESERVE,
        Map.of("labels_printed", "12", "labels_used", "10", "labels_destroyed", "2"));
    var key = StepKey.valueOf(RESERVE);
    var challenge =
        evaluate.challengeCorrect(
            new CorrectValue.Draft(
                SESSION, batch, key, TANAKA, "labels_printed", "13", "counted again", "en"));
    var outcome =
        correct.correct(
            new CorrectValue.Command(
                UUID.randomUUID(),
                SESSION,
                batch,
                key,
                TANAKA,
                bench.batch(batch).identity().coi().value(),
                bench.run(batch, RESERVE).revision(),
                "labels_printed",
                "13",
                "counted again",
                "en",
                new CompleteStep.Signed(challenge.id(), TANAKA)));
    assertThat(outcome.recomputed()).containsExactly(RESERVE + "/labels_missing");
    assertThat(outcome.voided()).hasSize(2);
    var values = record.values(bench.run(batch, RESERVE).id());
    assertThat(values)
        .filteredOn(v -> v.parameter().equals("labels_printed"))
        .extracting(io.kizuna.batchrecord.RecordedValue::value)
        .containsExactly("12", "13");
    assertThat(bench.run(batch, RESERVE).state()).isEqualTo(StepRun.State.AWAITING_VERIFICATION);
    // One label is missing now: outside its limits, so quality must decide.
    assertThat(bench.batch(batch).state()).isEqualTo(Batch.State.HELD);
    var own = refusal(() -> bench.verify(batch, RESERVE, TANAKA, Map.of()));
    assertThat(own.code()).isEqualTo(ErrorCode.SAME_PERSON);
    bench.verify(batch, RESERVE, SATO, Map.of());
    assertThat(bench.run(batch, SHIPPER).state()).isEqualTo(StepRun.State.OPEN);
  }

  // ROLE: quality does not perform operators' steps.
  @Test
  void personWithoutTheRoleIsRefused() {
    BatchId batch = bench.order();
    bench.scan(batch, CONFIRM, TANAKA);
    var command = bench.draft(batch, CONFIRM, SUZUKI, Map.of(), Map.of());
    assertThat(refusal(() -> complete.complete(command)).code())
        .isEqualTo(ErrorCode.ACTOR_NOT_QUALIFIED);
  }

  // R51: HT-03 goes on by server time and opens an exception by itself; C-03, C-07 on the way.
  @Test
  void holdTimeOpensAnExceptionAtTheBreach() {
    BatchId batch = bench.order();
    for (int i = 0;
        i < 60
            && record
                .step(batch, StepKey.valueOf("up-transduction.user_compute_vector_volume"))
                .isEmpty();
        i++) {
      String next =
          record.steps(batch).stream()
              .filter(r -> r.state() == StepRun.State.OPEN)
              .filter(r -> !r.key().unitProcedure().equals("up-expansion-setup"))
              .map(r -> r.key().toString())
              .findFirst()
              .orElseThrow();
      if (next.endsWith("user_count_before_addition")) {
        bench.work(
            batch, next, Map.of("vcd", "0.90", "viability", "92.0", "culture_volume", "200"));
      } else if (next.endsWith("user_thaw_vector")) {
        bench.work(batch, next, Map.of("vials_thawed", "3"));
      } else {
        bench.work(batch, next, receipt(next));
      }
    }
    String compute = "up-transduction.user_compute_vector_volume";
    var evaluated = evaluate.evaluate(batch, StepKey.valueOf(compute), TANAKA, Map.of("moi", "3"));
    assertThat(evaluated.get("vector_volume").display()).isEqualTo("2.16"); // C-07
    assertThat(evaluated.get("vials_needed").display()).isEqualTo("3"); // C-07
    assertThat(record.holdTimes(batch))
        .extracting(ReadRecord.HoldTimeRun::id, ReadRecord.HoldTimeRun::state)
        .contains(org.assertj.core.groups.Tuple.tuple("HT-03", ReadRecord.HoldState.RUNNING));
    clock.advance(Duration.ofMinutes(61));
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(record.exceptions(batch))
                    .anyMatch(
                        e ->
                            e.type() == BatchException.Type.HOLD_TIME
                                && e.severity() == BatchException.Severity.MAJOR));
    clock.advance(Duration.ofMinutes(60));
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(bench.batch(batch).state()).isEqualTo(Batch.State.HELD));
  }

  /** Receipt values that belong together. */
  /** What the receipt needs entered where the middle of the limits will not do. */
  static Map<String, String> receipt(String key) {
    return switch (key) {
      case RESERVE -> Map.of("labels_printed", "12", "labels_used", "10", "labels_destroyed", "2");
      case "up-receipt.user_inspect_bag" -> Map.of("gross_weight", "55", "tare_weight", "10");
      case "up-receipt.user_evaluate_apheresis" ->
          Map.of("tnc", "5.6", "cd3", "46", "viability", "92");
      default -> Map.of();
    };
  }
}
