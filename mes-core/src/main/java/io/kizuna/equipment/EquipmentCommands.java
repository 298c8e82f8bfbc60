package io.kizuna.equipment;

import io.kizuna.kernel.EquipmentId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Outbound port, implemented in equipment-adapters: the only way to act on a unit. */
public interface EquipmentCommands {

  /**
   * Sends one command and reads back that it took effect.
   *
   * @return what the device confirmed.
   * @throws io.kizuna.kernel.MesException EQUIPMENT_UNREACHABLE if the unit gave no acknowledgement
   *     in time, EQUIPMENT_STATE if it was not in an expected state or read back something else,
   *     COMMAND_NOT_ALLOWED if its tag map does not list the command.
   */
  Confirmation execute(Command command);

  /**
   * @param chain where in the trail what the device confirms belongs: the batch's.
   * @param key idempotency key; the same key again starts nothing a second time.
   * @param job the batch number, for the device's own record.
   * @param action one of {@code LOAD_PROGRAM START_PROGRAM SET_POINTS HOLD UNHOLD STOP}.
   * @param expectedStates states the device must be in; empty means any.
   */
  record Command(
      String chain,
      String key,
      EquipmentId equipment,
      String job,
      String action,
      @Nullable String program,
      List<String> expectedStates,
      Map<String, String> setPoints) {}

  /**
   * @param run the device's own id of the program run; null for actions without one.
   * @param state the state read back.
   */
  record Confirmation(@Nullable String run, String state) {}
}
