package io.kizuna.recipe;

import io.kizuna.kernel.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** Roles of the equipment its steps and commands name. */
  public Set<String> equipmentRoles() {
    return Stream.concat(
            commands.stream().map(EquipmentCommand::equipment),
            steps.stream().flatMap(UnitProcedure::roles))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> roles(Step step) {
    return Stream.of(
            step.equipment().stream(),
            step.liveTags().stream().map(Step.TagReference::equipment),
            step.parameters().stream().map(p -> role(p.source())))
        .flatMap(s -> s)
        .filter(role -> !role.isEmpty());
  }

  private static String role(Source source) {
    if (source instanceof Source.Tag t) return t.equipment();
    if (source instanceof Source.Window w) return w.equipment();
    if (source instanceof Source.Scan s && s.equipment() != null) return s.equipment();
    return "";
  }

  /** The step whose id is {@code stepId}. */
  public Optional<Step> step(String stepId) {
    return steps.stream().filter(s -> s.id().equals(stepId)).findFirst();
  }
}
