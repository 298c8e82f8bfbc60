package io.kizuna.processdata;

import io.kizuna.kernel.EquipmentId;
import java.time.Instant;
import java.util.List;

/** Inbound port: readings as they were received. */
public interface RawReadings {

  /** The most readings one call returns. */
  int LIMIT_MAX = 10_000;

  /** The first {@code limit} readings of {@code [from, to]}, in order of source time. */
  List<Reading> raw(EquipmentId equipment, String tag, Instant from, Instant to, int limit);
}
