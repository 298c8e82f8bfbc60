package io.kizuna.recipe;

import io.kizuna.kernel.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service task does to equipment; nothing that is not listed here can be commanded (R71).
 *
 * @param id BPMN service-task id, for example {@code service_start_bioreactor}.
 * @param equipment role of the equipment.
 * @param program program template for the actions that need one.
 * @param expectedStates states the equipment must be in before the command is sent.
 * @param setPoints tag to value, for {@code SET_POINTS}.
 */
public record EquipmentCommand(
    String id,
    Text name,
    String equipment,
    Action action,
    @Nullable String program,
    List<String> expectedStates,
    Map<String, String> setPoints) {

  /** The actions the equipment port knows. */
  public enum Action {
    LOAD_PROGRAM,
    START_PROGRAM,
    SET_POINTS,
    HOLD,
    UNHOLD,
    STOP
  }
}
