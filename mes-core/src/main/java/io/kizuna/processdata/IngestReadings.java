package io.kizuna.processdata;

import io.kizuna.kernel.EquipmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inbound port for equipment adapters. */
public interface IngestReadings {

  /** Stores readings; one that is already stored (tag, source time, sequence) is not stored again. */
  void ingest(List<Reading> readings);

  /**
   * Readings are missing from {@code from} on: opens a gap, once, until {@link #gapClosed}.
   *
   * @param tag null if the whole device is silent.
   */
  void gapOpened(EquipmentId equipment, @Nullable String tag, Instant from, String reason);

  /** The first reading after the gap has source time {@code to}. */
  void gapClosed(EquipmentId equipment, @Nullable String tag, Instant to);
}
