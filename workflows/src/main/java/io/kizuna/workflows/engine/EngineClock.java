package io.kizuna.workflows.engine;

import io.kizuna.kernel.RecordClock;
import org.joda.time.DateTimeUtils;

/**
 * Lets the engine's timers run on the record clock.
 *
 * <p>Camunda reads the time from Joda's {@code DateTimeUtils}, which is one for the whole JVM; Joda
 * is used by nothing else here.
 */
final class EngineClock {

  private EngineClock() {}

  static void follow(RecordClock clock) {
    DateTimeUtils.setCurrentMillisProvider(() -> clock.now().toEpochMilli());
  }
}
