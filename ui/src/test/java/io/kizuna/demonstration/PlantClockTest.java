package io.kizuna.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.demonstration.PlantClock.Segment;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PlantClockTest {
  private static final Instant T0 = Instant.parse("2026-11-22T00:00:00Z");

  private Instant now = T0;
  private final Clock wall =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
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

  // Asked between order and effect the simulator still tells the old segment; at 2000x a forgotten
  // change would put the record half an hour ahead of the plant, where it would stand still.
  @Test
  void changeThatIsToComeSurvivesHearingTheOldSpeedOnceMore() {
    var clock = new PlantClock(wall);
    var fast = new Segment(T0, T0, 2000);
    clock.follow(fast);
    clock.follow(new Segment(T0.plusMillis(200), T0.plusSeconds(400), 60));
    now = T0.plusMillis(100);
    clock.follow(fast);
    now = T0.plusMillis(1200);
    assertThat(clock.instant()).isEqualTo(T0.plusSeconds(460));
    assertThat(clock.speed()).isEqualTo(60);
  }
}
