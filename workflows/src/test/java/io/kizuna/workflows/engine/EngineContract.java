package io.kizuna.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kizuna.equipment.ProgramCompleted;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.StepKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

/** What core relies on from an engine, whatever the database. */
abstract class EngineContract extends EngineSpec {

  // house.md section 2: one action, one transaction; a second manager would break it silently.
  @Test
  void thereIsOneTransactionManagerAndOneDataSource() {
    assertThat(allTransactionManagers).hasSize(1);
    assertThat(allDataSources).hasSize(1);
    assertThatThrownBy(() -> route.hold(batch))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void engineTablesLieInTheirOwnSchema() {
    Long ours =
        jdbc.sql(
                "SELECT count(*) FROM information_schema.tables"
                    + " WHERE lower(table_name) LIKE 'act\\_%' AND lower(table_schema) <> 'engine'")
            .query(Long.class)
            .single();
    assertThat(ours).isZero();
  }

  @Test
  void stepsComeInTheOrderOfTheRoute() {
    start(TestRoutes.procedure("up-loop"), TestRoutes.loop());
    assertThat(record.take(batch)).containsExactly("started up-loop", "up-loop.user_take_sample");
    complete("up-loop.user_take_sample", Map.of("go_on", true));
    complete("up-loop.user_take_sample~2", Map.of("go_on", true));
    complete("up-loop.user_take_sample~3", Map.of("go_on", false));
    complete("up-loop.user_close_culture", Map.of());
    assertThat(record.take(batch))
        .containsExactly(
            "up-loop.user_take_sample",
            "up-loop.user_take_sample",
            "up-loop.user_close_culture",
            "ended up-loop",
            "ended");
    assertThat(instances()).isZero();
  }

  // docs/recipe-package.md: a routing name is false until a step sets it and keeps its last value.
  @Test
  void aRoutingNameIsFalseUntilItIsSet() {
    start(TestRoutes.procedure("up-loop"), TestRoutes.loop());
    complete("up-loop.user_take_sample", Map.of());
    assertThat(openTasks()).containsExactly("user_close_culture");
  }

  @Test
  void aConditionalEventStartsABranchWhenAnotherBranchSaysSo() {
    start(TestRoutes.procedure("up-condition"), TestRoutes.condition());
    complete("up-condition.user_decide_harvest", Map.of("harvest_decided", false));
    assertThat(openTasks()).containsExactly("user_decide_harvest");
    complete("up-condition.user_decide_harvest", Map.of("harvest_decided", true));
    assertThat(openTasks()).containsExactly("user_confirm_data");
    complete("up-condition.user_confirm_data", Map.of());
    assertThat(instances()).isZero();
  }

  // R50: the server, not the page, knows which step is next.
  @Test
  void aStepOutOfOrderIsRefused() {
    start(TestRoutes.procedure("up-loop"), TestRoutes.loop());
    refused(ErrorCode.STEP_NOT_OPEN, r -> complete("up-loop.user_close_culture", Map.of()));
    refused(ErrorCode.STEP_NOT_OPEN, r -> complete("up-other.user_take_sample", Map.of()));
    complete("up-loop.user_take_sample", Map.of("go_on", false));
    refused(ErrorCode.STEP_NOT_OPEN, r -> complete("up-loop.user_take_sample", Map.of()));
  }

  @Test
  void aFailureOfTheRecordRollsTheTokenBack() {
    start(TestRoutes.procedure("up-loop"), TestRoutes.loop());
    assertThatThrownBy(
            () ->
                tx.executeWithoutResult(
                    s -> {
                      route.stepCompleted(
                          batch,
                          StepKey.valueOf("up-loop.user_take_sample"),
                          Map.of("go_on", false));
                      throw new IllegalStateException("the record cannot be written");
                    }))
        .hasMessage("the record cannot be written");
    assertThat(openTasks()).containsExactly("user_take_sample");
  }

  @Test
  void aFailureOfTheEngineRollsTheRecordBack() {
    start(TestRoutes.procedure("up-loop"), TestRoutes.loop());
    var row = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                tx.executeWithoutResult(
                    s -> {
                      jdbc.sql("INSERT INTO route_lock (batch_id) VALUES (?)").param(row).update();
                      route.stepCompleted(
                          batch, StepKey.valueOf("up-loop.user_close_culture"), Map.of());
                    }))
        .isInstanceOf(MesException.class);
    assertThat(
            jdbc.sql("SELECT 1 FROM route_lock WHERE batch_id = ?").param(row).query().listOfRows())
        .isEmpty();
    assertThat(openTasks()).containsExactly("user_take_sample");
  }

  @Test
  void aRecordThatRefusesTheNextStepRollsTheCompletionBack() {
    start(TestRoutes.procedure("up-loop"), TestRoutes.loop());
    record.failAt = "up-loop.user_close_culture";
    assertThatThrownBy(() -> complete("up-loop.user_take_sample", Map.of("go_on", false)))
        .hasMessageContaining("the record refuses");
    assertThat(openTasks()).containsExactly("user_take_sample");
  }

  // R51: server time decides, here moved by hand.
  @Test
  void theTimerOfAHoldTimeFiresOnTheRecordClock() {
    start(TestRoutes.procedure("up-parallel"), TestRoutes.parallel());
    record.take(batch);
    clock.advance(Duration.ofMinutes(59));
    runJobs();
    assertThat(record.take(batch)).isEmpty();
    clock.advance(Duration.ofMinutes(2));
    assertThat(ClockUtil.getCurrentTime().toInstant().toEpochMilli())
        .isEqualTo(clock.instant().toEpochMilli());
    runJobs();
    assertThat(record.take(batch)).containsExactly("breached HT-03");
    complete("up-parallel.user_watch_room", Map.of());
    complete("up-parallel.user_add_vector", Map.of());
    complete("up-parallel.user_close_work", Map.of());
    assertThat(record.take(batch))
        .containsExactly("up-parallel.user_close_work", "ended up-parallel", "ended");
  }

  // The page says until when a batch waits; also in plant time, whatever zone the server lives in.
  @Test
  void aRouteThatWaitsForATimeSaysUntilWhen() {
    start(TestRoutes.procedure("up-day"), TestRoutes.day());
    assertThat(waitsUntil()).as("a person must act").isNull();
    complete("up-day.user_take_sample", Map.of());
    assertThat(waitsUntil())
        .isCloseTo(clock.instant().plus(Duration.ofHours(24)), within(1, ChronoUnit.SECONDS));
    clock.advance(Duration.ofHours(25));
    assertThat(waitsUntil()).as("it is going on").isNull();
    runJobs();
    assertThat(openTasks()).containsExactly("user_take_next_sample");
    assertThat(waitsUntil()).isNull();
  }

  @Test
  void aCommandUnderWayIsNoWait() {
    startRun();
    assertThat(waitsUntil()).as("a command is under way").isNull();
    runJobs();
    assertThat(waitsUntil()).as("a device works").isNull();
    var other = new BatchId(Ids.next());
    assertThat(tx.<Instant>execute(s -> route.waitsUntil(other))).isNull();
  }

  @Test
  void theWatchOfAHoldTimeDoesNotMoveTheRoute() {
    start(TestRoutes.procedure("up-parallel"), TestRoutes.parallel());
    assertThat(waitsUntil()).isNull();
  }

  private @Nullable Instant waitsUntil() {
    return tx.execute(s -> route.waitsUntil(batch));
  }

  @Test
  void aCommandRunsInAJobOfItsOwn() {
    startRun();
    assertThat(equipment.sent()).isEmpty();
    runJobs();
    assertThat(equipment.sent()).containsExactly(key(1));
    assertThat(openTasks()).isEmpty();
  }

  // A job that runs again sends the same key, so that the device starts once (at-least-once).
  @Test
  void aFailedCommandIsTriedAgainWithTheSameKey() {
    startRun();
    equipment.failNext(2);
    runJobs();
    clock.advance(Duration.ofSeconds(11));
    runJobs();
    clock.advance(Duration.ofSeconds(11));
    runJobs();
    assertThat(equipment.sent()).containsExactly(key(1), key(1), key(1));
    assertThat(equipment.givenUp()).isEmpty();
    finishRun(1);
    assertThat(openTasks()).containsExactly("user_unload_device");
  }

  @Test
  void afterTheLastTryTheErrorPathHoldsTheBatch() {
    startRun();
    equipment.failNext(9);
    equipment.onGaveUp(() -> route.hold(batch)); // as the record does
    record.onHoldDemanded = () -> route.hold(batch);
    tryThreeTimes();
    assertThat(equipment.sent()).hasSize(3);
    assertThat(equipment.givenUp()).containsExactly("up-run.service_start_run: EQ-001: no answer");
    assertThat(record.take(batch))
        .containsExactly("hold demanded by service_hold_batch", "up-run.user_assess_failure");
    refused(ErrorCode.BATCH_NOT_RUNNING, r -> complete("up-run.user_assess_failure", Map.of()));
    tx.executeWithoutResult(s -> route.resume(batch));
    complete("up-run.user_assess_failure", Map.of());
    assertThat(record.take(batch)).containsExactly("ended up-run", "ended");
  }

  // The signed line before the command stands, whatever the device does.
  @Test
  void withoutAnErrorPathTheTokenWaitsAtTheCommandUntilTheBatchResumes() {
    start(TestRoutes.procedure("up-uncaught"), TestRoutes.uncaught());
    complete("up-uncaught.user_load_device", Map.of());
    equipment.failNext(3);
    equipment.onGaveUp(() -> route.hold(batch));
    tryThreeTimes();
    assertThat(equipment.givenUp()).hasSize(1);
    assertThat(openTasks()).isEmpty();
    runJobs();
    assertThat(equipment.sent()).as("held: nothing is commanded").hasSize(3);
    tx.executeWithoutResult(s -> route.resume(batch));
    clock.advance(Duration.ofSeconds(11));
    runJobs();
    assertThat(openTasks()).containsExactly("user_unload_device");
  }

  @Test
  void theEndOfTheRunMovesTheTokenOnceHoweverOftenItIsReported() {
    startRun();
    runJobs();
    finishRun(1);
    finishRun(1);
    assertThat(openTasks()).containsExactly("user_unload_device");
    complete("up-run.user_unload_device", Map.of("rerun", true));
    complete("up-run.user_load_device", Map.of());
    runJobs();
    assertThat(equipment.sent()).containsExactly(key(1), key(2));
    finishRun(1); // a late report of the first run
    assertThat(openTasks()).isEmpty();
    finishRun(2);
    assertThat(openTasks()).containsExactly("user_unload_device");
  }

  // At 5000 times real speed a run can end before the command's transaction has.
  @Test
  void aMessageThatComesBeforeItsTokenWaits() {
    startRun();
    equipment.onSent(() -> finishRun(1));
    runJobs();
    assertThat(openTasks()).containsExactly("user_unload_device");
  }

  @Test
  void anAbortedRunDoesNotLookComplete() {
    startRun();
    runJobs();
    publisher.publishEvent(
        new ProgramCompleted(new EquipmentId("CRF-01"), key(1), "run-1", "Aborted"));
    assertThat(openTasks()).isEmpty();
  }

  @Test
  void foreignRunsAndEndedBatchesAreIgnored() {
    publisher.publishEvent(
        new ProgramCompleted(new EquipmentId("CRF-01"), "by hand", "run-1", "Complete"));
    finishRun(1);
    assertThat(
            jdbc.sql("SELECT 1 FROM route_message WHERE batch_id = ?")
                .param(batch.value())
                .query()
                .listOfRows())
        .isEmpty();
  }

  @Test
  void aMessageByNameReachesTheWaitingToken() {
    startRun();
    tx.executeWithoutResult(s -> route.message(batch, "msg_run_complete"));
    runJobs();
    assertThat(openTasks()).as("it came first and was kept").containsExactly("user_unload_device");
  }

  @Test
  void aHeldBatchMovesNowhereAndResumesWhereItWas() {
    startRun();
    runJobs();
    tx.executeWithoutResult(s -> route.hold(batch));
    finishRun(1);
    assertThat(openTasks()).isEmpty();
    tx.executeWithoutResult(s -> route.resume(batch));
    assertThat(openTasks()).containsExactly("user_unload_device");
    tx.executeWithoutResult(s -> route.hold(batch));
    refused(
        ErrorCode.BATCH_NOT_RUNNING,
        r -> complete("up-run.user_unload_device", Map.of("rerun", false)));
    tx.executeWithoutResult(s -> route.resume(batch));
    complete("up-run.user_unload_device", Map.of("rerun", false));
    assertThat(instances()).isZero();
  }

  @Test
  void timersOfAHeldBatchDoNotFire() {
    start(TestRoutes.procedure("up-parallel"), TestRoutes.parallel());
    tx.executeWithoutResult(s -> route.hold(batch));
    record.take(batch);
    clock.advance(Duration.ofHours(2));
    runJobs();
    assertThat(record.take(batch)).isEmpty();
    tx.executeWithoutResult(s -> route.resume(batch));
    runJobs();
    assertThat(record.take(batch)).containsExactly("breached HT-03");
  }

  @Test
  void anAbortedBatchHasNoRoute() {
    startRun();
    record.take(batch);
    tx.executeWithoutResult(s -> route.abort(batch, "contamination"));
    assertThat(instances()).isZero();
    assertThat(record.take(batch)).as("an abort is not an end").isEmpty();
    refused(ErrorCode.STEP_NOT_OPEN, r -> complete("up-run.user_unload_device", Map.of()));
  }

  @Test
  void twoBatchesOfOneVersionShareOneDeploymentAndNoTokens() {
    UUID recipe = shelf.put(TestRoutes.procedure("up-loop"), TestRoutes.loop());
    var other = new BatchId(Ids.next());
    tx.executeWithoutResult(s -> route.start(batch, recipe));
    tx.executeWithoutResult(s -> route.start(other, recipe));
    complete("up-loop.user_take_sample", Map.of("go_on", false));
    assertThat(record.of(other)).containsExactly("started up-loop", "up-loop.user_take_sample");
    assertThat(
            management.getProperties().isEmpty()
                ? 0
                : jdbc.sql("SELECT count(*) FROM engine.act_re_deployment WHERE name_ = ?")
                    .param(recipe.toString())
                    .query(Long.class)
                    .single())
        .isEqualTo(1L);
  }

  // A later version must not reach into a batch that runs on an earlier one (R48).
  @Test
  void aRunningBatchStaysOnItsOwnVersion() {
    UUID first =
        shelf.put(TestRoutes.procedure("up-run", "up-loop"), TestRoutes.run(), TestRoutes.loop());
    tx.executeWithoutResult(s -> route.start(batch, first));
    var changed =
        TestRoutes.process("up-loop").userTask("user_do_otherwise").endEvent("end_loop").done();
    UUID second = shelf.put(TestRoutes.procedure("up-run", "up-loop"), TestRoutes.run(), changed);
    tx.executeWithoutResult(s -> route.start(new BatchId(Ids.next()), second));
    complete("up-run.user_load_device", Map.of());
    runJobs();
    finishRun(1);
    complete("up-run.user_unload_device", Map.of("rerun", false));
    assertThat(openTasks()).containsExactly("user_take_sample");
  }
}
