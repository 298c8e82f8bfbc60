package io.kizuna.recipe;

import io.kizuna.kernel.Text;
import java.util.List;
import java.util.Optional;

/**
 * One unit procedure (ISA-88), for example expansion.
 *
 * @param id BPMN process id, for example {@code up-expansion}.
 * @param number the number people use, for example {@code UP07}.
 */
public record UnitProcedure(
    String id,
    String number,
    Text title,
    List<Step> steps,
    List<HoldTime> holdTimes,
    List<EquipmentCommand> commands) {

  /** The step whose id is {@code stepId}. */
  public Optional<Step> step(String stepId) {
    return steps.stream().filter(s -> s.id().equals(stepId)).findFirst();
  }
}
