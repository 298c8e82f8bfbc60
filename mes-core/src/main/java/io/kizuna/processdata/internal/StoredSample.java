package io.kizuna.processdata.internal;

import io.kizuna.processdata.Reading.Quality;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored reading as the calculations see it.
 *
 * @param backfilled whether the device's own history vouches that nothing is missing around it.
 */
record StoredSample(
    Instant at,
    int sequence,
    @Nullable Double value,
    Quality quality,
    long statusCode,
    boolean backfilled) {

  boolean good() {
    return quality == Quality.GOOD && value != null && Double.isFinite(value);
  }
}
