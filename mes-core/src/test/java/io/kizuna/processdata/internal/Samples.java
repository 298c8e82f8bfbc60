package io.kizuna.processdata.internal;

import io.kizuna.processdata.Reading.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Short ways to write readings in tests. */
final class Samples {

  static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

  private Samples() {}

  static StoredSample good(Instant at, double value) {
    return new StoredSample(at, 0, value, Quality.GOOD, 0, false);
  }

  static StoredSample bad(Instant at) {
    return new StoredSample(at, 0, null, Quality.BAD, 0x80310000L, false);
  }

  static StoredSample backfilled(Instant at, double value) {
    return new StoredSample(at, 0, value, Quality.GOOD, 0, true);
  }

  static List<StoredSample> every(Duration interval, double... values) {
    var samples = new ArrayList<StoredSample>();
    for (int i = 0; i < values.length; i++) {
      samples.add(good(START.plus(interval.multipliedBy(i)), values[i]));
    }
    return samples;
  }

  static Coverage coverage(Duration maxSilence, Span... gaps) {
    return new Coverage(maxSilence, List.of(gaps));
  }
}
