package io.kizuna.record;

import io.kizuna.kernel.RecordClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Record time that a test moves by hand. */
class TestClock extends Clock {

  private Duration ahead = Duration.ZERO;

  void advance(Duration by) {
    ahead = ahead.plus(by);
  }

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

  @TestConfiguration
  static class Configuration {

    @Bean(autowireCandidate = true, defaultCandidate = false)
    TestClock testClock() {
      return new TestClock();
    }

    @Bean
    RecordClock recordClock() {
      return new RecordClock(testClock());
    }
  }
}
