package io.kizuna.processdata;

import io.kizuna.kernel.EquipmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inbound port for equipment adapters. */
public interface IngestReadings {

  /** How a reading came to us. */
  enum Origin {
    /** As it was measured. */
    LIVE,
    /** Read later from the device's own history. */
    BACKFILL
  }

  /**
   * Stores readings; one that is already stored (tag, source time, sequence) is not stored again.
   *
   * @return how many were new.
   */
  int ingest(List<Reading> readings, Origin origin);

  /** Stores readings that came as they were measured. */
  default int ingest(List<Reading> readings) {
    return ingest(readings, Origin.LIVE);
  }

  /**
   * Readings are missing from {@code from} on: opens a gap, once, until {@link #gapClosed}.
   *
   * @param tag null if the whole device is silent.
   * @param from source time of the last good reading.
   */
  void gapOpened(EquipmentId equipment, @Nullable String tag, Instant from, String reason);

  /** The first reading after the gap has source time {@code to}; without an open gap: nothing. */
  void gapClosed(EquipmentId equipment, @Nullable String tag, Instant to);
}
