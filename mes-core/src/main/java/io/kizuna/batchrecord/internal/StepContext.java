package io.kizuna.batchrecord.internal;

import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.StepKey;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Step;
import io.kizuna.recipe.UnitProcedure;

/** One pass of a step with everything the recipe says about it. */
record StepContext(Batch batch, UnitProcedure unitProcedure, Step step, StepRun run) {

  static StepContext of(Batch batch, StepRun run) {
    var unitProcedure =
        batch.recipe().unitProcedure(run.key().unitProcedure()).orElseThrow(() -> gone(run.key()));
    var step = unitProcedure.step(run.key().step()).orElseThrow(() -> gone(run.key()));
    return new StepContext(batch, unitProcedure, step, run);
  }

  private static IllegalStateException gone(StepKey key) {
    return new IllegalStateException("the frozen recipe has no step " + key);
  }

  /** Splits {@code up-x.user_y} or {@code user_y} (same unit procedure). */
  StepReference reference(String text) {
    return StepReference.of(text, unitProcedure.id());
  }

  Parameter parameter(String id) {
    return step.parameter(id)
        .orElseThrow(
            () ->
                new MesException(
                    ErrorCode.VALUE_INVALID, "The step has no such parameter.", id, null, null));
  }

  /** A step of the recipe, whatever the pass. */
  record StepReference(String unitProcedure, String step) {

    static StepReference of(String text, String ownUnitProcedure) {
      int dot = text.indexOf('.');
      return dot < 0
          ? new StepReference(ownUnitProcedure, text)
          : new StepReference(text.substring(0, dot), text.substring(dot + 1));
    }
  }
}
