package io.kizuna.simulator.crew;

import io.kizuna.simulator.crew.Mes.StepRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** HT-03: vector is thawed and nobody adds it; the system must notice by its own clock. */
final class LateStepPlan extends FaultPlan {
  private static final String THAW = "up-transduction.user_thaw_vector";
  private static final String HOLD_TIME = "HT-03";

  /** 120 min in about 12 s: slow enough that the alert at 60 min is seen on its own. */
  private static final double SPEED = 600;

  private static final long WAIT_MS_MAX = 60_000;

  LateStepPlan(Expectations expect) {
    super(expect);
  }

  @Override
  public Go verified(BatchRun run, StepRef ref, StepWork.Done done) {
    if (!BatchRun.step(ref.key()).equals(THAW)) return Go.ON;
    JsonNode running = holdTime(run);
    expect.note(
        "hold time after the thaw",
        HOLD_TIME + " RUNNING",
        running.toString(),
        Json.text(running, "state").equals("RUNNING"));
    run.crew().pace().run(SPEED);
    expectBreach(run, "MAJOR", "60 min");
    expectBreach(run, "CRITICAL", "120 min");
    expectHeld(run);
    MesSession operator = run.crew().staff().having("OPERATOR");
    List<BatchRun.OpenStep> open = run.open(overview(run));
    if (!open.isEmpty()) {
      StepRef next = open.get(0).ref();
      var none = new Mes.Entries(run.order().coi(), 0, java.util.Map.of(), java.util.Map.of());
      expect.refused(
          "going on with " + next.key() + " without QA",
          List.of("BR-009"),
          () -> Mes.complete(operator, next, UUID.randomUUID(), none, null, null));
    }
    expectNoRelease(run);
    return Go.DONE;
  }

  private void expectBreach(BatchRun run, String severity, String limit) {
    Optional<JsonNode> found =
        await(
            () ->
                run.qa().exceptions().stream()
                    .filter(e -> Json.text(e, "type").equals("HOLD_TIME"))
                    .filter(e -> Json.text(e, "severity").equals(severity))
                    .findFirst(),
            Optional::isPresent,
            WAIT_MS_MAX);
    boolean bySystem =
        found.map(e -> Json.person(e, "openedBy").startsWith("system")).orElse(false);
    expect.note(
        HOLD_TIME + " passes " + limit + " with nobody acting",
        severity + " HOLD_TIME exception opened by the system",
        found.map(e -> QaWork.worded(e) + " by " + Json.person(e, "openedBy")).orElse("none"),
        found.isPresent() && bySystem);
  }

  private static JsonNode holdTime(BatchRun run) {
    for (JsonNode h : overview(run).path("holdTimes")) {
      if (Json.text(h, "id").equals(HOLD_TIME)) return h;
    }
    return Json.object();
  }
}
