package io.kizuna.equipment;

import io.kizuna.equipment.Connection.Certificate;
import io.kizuna.equipment.Connection.State;
import io.kizuna.kernel.EquipmentId;
import org.jspecify.annotations.Nullable;

/** Inbound port for equipment adapters: the state of a connection. */
public interface ReportConnection {

  /** Keeps the state and, if state or reason differ from the last, a line of its history. */
  void report(
      EquipmentId equipment,
      State state,
      @Nullable String reason,
      @Nullable Certificate certificate);
}
