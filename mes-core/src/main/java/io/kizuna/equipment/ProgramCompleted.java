package io.kizuna.equipment;

import io.kizuna.kernel.EquipmentId;

/**
 * A device reports that a program run ended by itself; published by the adapter, at least once.
 *
 * @param key idempotency key of the command that started the run.
 * @param run the device's id of the run.
 * @param state the state reached, for example {@code Complete} or {@code Aborted}.
 */
public record ProgramCompleted(EquipmentId equipment, String key, String run, String state) {}
