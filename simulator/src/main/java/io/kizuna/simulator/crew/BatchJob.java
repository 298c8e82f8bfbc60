package io.kizuna.simulator.crew;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One batch from order to the end of its plan, tidied up afterwards whatever happened. */
final class BatchJob implements Callable<BatchJob.Result> {
  private final Crew crew;
  private final String recipe;
  private final @Nullable String fault;
  private final @Nullable Until until;
  private final @Nullable PortableFile portable;

  /**
   * How it ended.
   *
   * @param problem what went wrong; null if nothing did.
   */
  record Result(
      String batch,
      String outcome,
      @Nullable String problem,
      List<Expectations.Expectation> expectations) {

    boolean fine() {
      return problem == null;
    }
  }

  BatchJob(
      Crew crew,
      String recipe,
      @Nullable String fault,
      @Nullable Until until,
      @Nullable PortableFile portable) {
    this.crew = crew;
    this.recipe = recipe;
    this.fault = fault;
    this.until = until;
    this.portable = portable;
  }

  @Override
  public Result call() {
    String number = "no batch";
    try {
      BatchRun.Order order = crew.order(recipe);
      number = order.number();
      crew.journal().note(number, "ordered by ito: " + order.coi() + " on " + order.equipment());
      return fault == null ? plain(order) : faulty(order, fault);
    } catch (Stuck | Refusal | NoAnswer e) {
      return new Result(number, "STUCK", String.valueOf(e.getMessage()), List.of());
    }
  }

  private Result plain(BatchRun.Order order) {
    Plan plan = until == null ? new Plan() {} : until;
    BatchRun run = new BatchRun(crew, order, plan);
    try {
      run.untilDone();
      if (!plan.releases()) return new Result(order.number(), "LEFT AS ASKED", null, List.of());
      if (!run.qa().disposed()) run.qa().release();
      List<String> faults = run.qa().faultsOfRecord();
      if (portable != null) {
        String written = portable.write(crew.staff().releaser(), order.batch(), order.number());
        crew.journal().note(order.number(), "  portable record: " + written);
      }
      String problem = faults.isEmpty() ? null : "the record says: " + String.join("; ", faults);
      return new Result(order.number(), "RELEASED", problem, List.of());
    } catch (Stuck | Refusal | NoAnswer e) {
      return stuck(run, e, List.of());
    } finally {
      crew.pace().waiting(run);
      crew.releaseAll(run);
    }
  }

  private Result faulty(BatchRun.Order order, String name) {
    Expectations expect = new Expectations(crew.journal(), order.number());
    FaultPlan plan = FaultPlan.of(name, expect);
    BatchRun run = new BatchRun(crew, order, plan);
    try {
      run.untilDone();
      String problem = expect.met() ? null : "the system did not answer as expected";
      return new Result(order.number(), "FAULT " + name, problem, expect.all());
    } catch (Stuck | Refusal | NoAnswer e) {
      return stuck(run, e, expect.all());
    } finally {
      plan.cleanUp(run);
      tidyUp(run);
      crew.pace().waiting(run);
      crew.releaseAll(run);
    }
  }

  private Result stuck(
      BatchRun run, RuntimeException e, List<Expectations.Expectation> expectations) {
    String where = run.lastTouched();
    String message = (where.isEmpty() ? "" : "at " + where + ": ") + e.getMessage();
    return new Result(run.order().number(), "STUCK", message, expectations);
  }

  /** QA ends the batch; hands take its culture out of the way of the next one. */
  private void tidyUp(BatchRun run) {
    try {
      JsonNode ended =
          Mes.abort(
              crew.staff().releaser(), run.order().batch(), "Fault run of the crew; not for use.");
      crew.journal().note(run.order().number(), "  watanabe aborts the batch " + ended);
    } catch (Refusal | NoAnswer e) {
      crew.journal().note(run.order().number(), "  not aborted: " + e.getMessage());
    }
    String reactor = run.order().equipment().get("bioreactor");
    if (reactor == null) return;
    try {
      crew.bench().place(run.place(), null);
      crew.bench().method(reactor, "Stop");
    } catch (Refusal | NoAnswer e) {
      // Nothing was there: the fault came before the culture did.
      crew.journal().note(run.order().number(), "  bench: " + e.getMessage());
    }
  }
}
