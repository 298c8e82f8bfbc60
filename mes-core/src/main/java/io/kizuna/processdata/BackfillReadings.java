package io.kizuna.processdata;

import io.kizuna.kernel.EquipmentId;
import java.time.Instant;

/** Outbound port, implemented in equipment-adapters: a device's own history fills a span. */
public interface BackfillReadings {

  /**
   * Reads the history of every tag of the device in {@code [from, to]} and stores it.
   *
   * @return how many readings were new.
   * @throws io.kizuna.kernel.MesException EQUIPMENT_UNREACHABLE if the device does not answer,
   *     EQUIPMENT_UNKNOWN if no adapter serves it.
   */
  int backfill(EquipmentId equipment, Instant from, Instant to);
}
