package io.kizuna.processdata;

import io.kizuna.kernel.EquipmentId;
import java.util.Optional;

/** Inbound port: what a screen shows right now. */
public interface LiveValues {

  /** The newest reading and whether it may still be believed; empty if there never was one. */
  Optional<LiveValue> of(EquipmentId equipment, String tag);

  /**
   * @param stale the device is not live, or nothing has arrived for longer in wall time than the
   *     tag may be silent in process time.
   */
  record LiveValue(Reading reading, boolean stale) {}
}
