package io.kizuna.record;

import io.kizuna.kernel.RecordClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;

/** Record time that a test moves by hand; the server's own clock goes on as ever. */
class TestClock {

  private volatile Duration ahead = Duration.ZERO;

  void advance(Duration by) {
    ahead = ahead.plus(by);
  }

  private Clock asClock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return Instant.now().plus(ahead);
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  static class Configuration {

    @Bean
    TestClock testClock() {
      return new TestClock();
    }

    @Bean
    RecordClock recordClock(TestClock clock) {
      return new RecordClock(clock.asClock());
    }
  }
}
