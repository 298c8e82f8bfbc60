package io.kizuna.processdata.internal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stretch of time without readings; a missing end means it still lasts. */
record Span(Instant from, @Nullable Instant to) {

  static double minutes(Instant from, Instant to) {
    var d = Duration.between(from, to);
    return d.getSeconds() / 60.0 + d.getNano() / 60e9;
  }

  /** Whether any part lies strictly between the two moments. */
  boolean touches(Instant after, Instant before) {
    return from.isBefore(before) && (to == null || to.isAfter(after));
  }
}
