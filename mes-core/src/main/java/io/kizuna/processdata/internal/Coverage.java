package io.kizuna.processdata.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * For how long a reading stands for the process: until the next reading, but never longer than the
 * tag may be silent, never into a gap, never past the end of the window.
 *
 * <p>A reading is held, not joined to the next one by a line: a line would invent values (R73).
 */
final class Coverage {

  private final Duration maxSilence;
  private final List<Span> gaps;

  Coverage(Duration maxSilence, List<Span> gaps) {
    this.maxSilence = maxSilence;
    this.gaps = gaps;
  }

  /**
   * @param next the reading after {@code sample}, of any quality, or the end of the window.
   * @return until when {@code sample} stands; {@code next} if nothing is missing between the two.
   */
  Instant heldUntil(StoredSample sample, Instant next, boolean nextBackfilled) {
    var until = min(next, sample.at().plus(maxSilence));
    if (sample.backfilled() || nextBackfilled) return until;
    for (var gap : gaps) {
      if (gap.touches(sample.at(), next)) until = min(until, max(sample.at(), gap.from()));
    }
    return until;
  }

  private static Instant min(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant max(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
