package io.kizuna.batchrecord;

import io.kizuna.batch.Batches;
import io.kizuna.batchrecord.ReadRecord.HoldTimeRun;
import io.kizuna.kernel.MesException.Fault;
import io.kizuna.personnel.Person;
import io.kizuna.recipe.Step;
import io.kizuna.recipe.UnitProcedure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Inbound port: what a person can do next, the most pressing first. */
public interface WorkList {

  /** At most 50 items. */
  List<Item> of(Person person);

  /** Why the person cannot perform or verify the step now; empty if they can. */
  Optional<Fault> refusal(StepRun run, Person person);

  /** What the person can do with the step. */
  enum Action {
    PERFORM,
    VERIFY,
    REVIEW,
    LOOK
  }

  /**
   * @param dueAt end of the nearest hold time that still runs.
   * @param refusal why the person cannot do it; null if they can.
   */
  record Item(
      Batches.Summary batch,
      StepRun run,
      UnitProcedure unitProcedure,
      Step step,
      Action action,
      @Nullable Instant dueAt,
      List<HoldTimeRun> holdTimes,
      @Nullable Fault refusal) {}
}
