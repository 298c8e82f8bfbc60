package io.kizuna.simulator.crew;

import io.kizuna.simulator.crew.Mes.StepRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** SM10: the sample supercools; the evaluation of the curve must reject it. */
final class NucleationPlan extends FaultPlan {
  private static final String LOAD = "up-freezing.user_load_freezer";
  private static final String EVALUATE = "up-freezing.user_evaluate_curve";

  /** Below the reject limit of -15 C. */
  private static final double NUCLEATION_C = -15.8;

  private @Nullable String fault;

  NucleationPlan(Expectations expect) {
    super(expect);
  }

  @Override
  public Go before(BatchRun run, StepRef step, JsonNode overview) {
    if (BatchRun.step(step.key()).equals(LOAD) && fault == null) {
      ObjectNode request =
          Json.object().put("code", "SM10").put("device", run.equipment("freezer"));
      request.set("parameters", Json.object().put("T_nuc", NUCLEATION_C));
      fault = run.crew().bench().inject(request);
      run.journal().note(run.order().number(), "  SM10 injected: nucleation at " + NUCLEATION_C);
    }
    return super.before(run, step, overview);
  }

  @Override
  public Go performed(BatchRun run, StepWork.Prepared step, StepWork.Done done) {
    if (!step.step().equals(EVALUATE)) return super.performed(run, step, done);
    String shown = step.shown().getOrDefault("nucleation", "");
    expect.note(
        "nucleation temperature from the curve",
        "below -15 and judged REJECT",
        shown,
        shown.contains("REJECT"));
    expectException(run, "LIMIT_REJECT", "CRITICAL");
    expectHeld(run);
    MesSession verifier = run.crew().staff().verifier("OPERATOR", step.performer().user);
    expect.refused(
        "verifying the rejected curve while the batch is held",
        java.util.List.of("BR-009"),
        () -> run.work().verify(step.ref(), verifier, java.util.Map.of()));
    expectNoRelease(run);
    return Go.DONE;
  }

  @Override
  public void cleanUp(BatchRun run) {
    if (fault != null) run.crew().bench().heal(fault);
  }
}
