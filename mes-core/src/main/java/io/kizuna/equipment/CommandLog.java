package io.kizuna.equipment;

import io.kizuna.equipment.EquipmentCommands.Command;
import io.kizuna.equipment.EquipmentCommands.Confirmation;
import java.util.Optional;

/** Inbound port for equipment adapters: what devices have confirmed, so that a key acts once. */
public interface CommandLog {

  /** What the device confirmed when a command with this key was carried out. */
  Optional<Confirmation> confirmed(String key);

  /** Keeps a confirmation; a second one with the same key changes nothing. */
  void confirm(Command command, Confirmation confirmation);
}
