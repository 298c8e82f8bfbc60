package io.kizuna.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time that goes into records: UTC, cut to microseconds, which is what the database keeps.
 *
 * <p>At a site this is the server's synchronised clock. In the demonstration it follows the
 * simulated plant, which may run up to 5000 times faster; time limits of sessions and signatures
 * therefore never use this clock but {@link Clock} itself.
 */
public final class RecordClock {

  private final Clock clock;

  public RecordClock(Clock clock) {
    this.clock = clock;
  }

  /** The present moment, UTC, whole microseconds. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The clock behind, for libraries that want one. */
  public Clock asClock() {
    return clock;
  }
}
