package io.kizuna.equipment;

import io.kizuna.kernel.EquipmentId;
import java.util.List;

/** Inbound port: how well devices can be heard, now and in the past. */
public interface Connections {

  /** The present state; {@code CONNECTING} if no adapter has spoken for it since the start. */
  Connection of(EquipmentId equipment);

  /** The newest lines of the history, newest first. */
  List<Connection> history(EquipmentId equipment, int limit);
}
