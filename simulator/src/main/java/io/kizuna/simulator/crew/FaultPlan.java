package io.kizuna.simulator.crew;

import io.kizuna.simulator.crew.Mes.StepRef;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A run in which one thing goes wrong. Around it the crew tries what must never pass; at the end QA
 * aborts the batch, so that its equipment is free again.
 */
abstract class FaultPlan implements Plan {
  /** How long the system may take to notice something, wall time. */
  private static final long NOTICE_MS_MAX = 15_000;

  private static final long POLL_MS = 200;

  final Expectations expect;
  final NeverPass neverPass;

  FaultPlan(Expectations expect) {
    this.expect = expect;
    this.neverPass = new NeverPass(expect);
  }

  /** The plan of a {@code --fault} option. */
  static FaultPlan of(String fault, Expectations expect) {
    return switch (fault) {
      case "nucleation" -> new NucleationPlan(expect);
      case "wrong-coi" -> new WrongCoiPlan(expect);
      case "over-limit" -> new OverLimitPlan(expect);
      case "late-step" -> new LateStepPlan(expect);
      case "lost-signal" -> new LostSignalPlan(expect);
      default ->
          throw new IllegalArgumentException(
              "no fault "
                  + fault
                  + ", known: nucleation, wrong-coi, over-limit, late-step, lost-signal");
    };
  }

  @Override
  public Go before(BatchRun run, StepRef step, JsonNode overview) {
    neverPass.before(run, step, overview);
    return Go.ON;
  }

  @Override
  public Go performed(BatchRun run, StepWork.Prepared step, StepWork.Done done) {
    neverPass.performed(run, step, done);
    return Go.ON;
  }

  @Override
  public boolean releases() {
    return false;
  }

  /** Waits until the batch is held, bounded, and notes it. */
  final void expectHeld(BatchRun run) {
    String state = await(() -> BatchRun.state(overview(run)), s -> s.equals("HELD"), NOTICE_MS_MAX);
    String reason = Json.text(overview(run), "holdReason");
    expect.note("state of the batch", "HELD", state + ": " + reason, state.equals("HELD"));
  }

  /** Waits until an exception of that type and severity stands, bounded, and notes it. */
  final Optional<JsonNode> expectException(BatchRun run, String type, String severity) {
    Predicate<JsonNode> wanted =
        e ->
            Json.text(e, "type").equals(type)
                && (severity.isEmpty() || Json.text(e, "severity").equals(severity));
    Optional<JsonNode> found =
        await(
            () -> run.qa().exceptions().stream().filter(wanted).findFirst(),
            Optional::isPresent,
            NOTICE_MS_MAX);
    expect.note(
        "exception in the record",
        (severity.isEmpty() ? "" : severity + " ") + type + ", opened by the system's rules",
        found.map(QaWork::worded).orElse("none of " + run.qa().exceptions().size()),
        found.isPresent());
    return found;
  }

  /** The ways past QA are closed while the exception is open. */
  final void expectNoRelease(BatchRun run) {
    neverPass.release(run, "releasing with an open exception");
    JsonNode verdict =
        Mes.review(run.crew().staff().releaser(), run.order().batch()).path("verdict");
    expect.note(
        "gates of the release page",
        "not releasable, with the reason",
        verdict.toString(),
        !verdict.path("releasable").asBoolean(true) && !verdict.path("blockers").isEmpty());
    JsonNode record = Mes.record(run.crew().staff().releaser(), run.order().batch());
    String disposition = Json.text(record, "disposition");
    expect.note(
        "disposition in the record",
        "not RELEASED",
        disposition.isEmpty() ? "none" : disposition,
        !disposition.contains("RELEASED"));
  }

  static JsonNode overview(BatchRun run) {
    return Mes.batch(run.crew().staff().reviewer(), run.order().batch());
  }

  /** A supplier asked again until its answer fits or time is up. */
  static <T> T await(java.util.function.Supplier<T> ask, Predicate<T> fits, long msMax) {
    long until = System.nanoTime() + msMax * 1_000_000;
    while (true) {
      T answer = ask.get();
      if (fits.test(answer) || System.nanoTime() > until) return answer;
      HttpLink.pause(POLL_MS);
    }
  }
}
