package io.kizuna.processdata.internal;

import static io.kizuna.processdata.internal.Samples.START;
import static io.kizuna.processdata.internal.Samples.backfilled;
import static io.kizuna.processdata.internal.Samples.bad;
import static io.kizuna.processdata.internal.Samples.coverage;
import static io.kizuna.processdata.internal.Samples.every;
import static io.kizuna.processdata.internal.Samples.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowMeasureTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static WindowMeasure measure(
      List<StoredSample> samples, Duration length, Duration maxSilence, Span... gaps) {
    return WindowMeasure.of(samples, START, START.plus(length), 36, 38, coverage(maxSilence, gaps));
  }

  private static Instant minute(long n) {
    return START.plus(Duration.ofMinutes(n));
  }

  // C-20, first worked number: equal times.
  @Test
  void meanKineticTemperatureOfEqualTimes() {
    var m = measure(every(HOUR, 4, 5, 6, 12, 5), HOUR.multipliedBy(5), HOUR);
    assertThat(m.meanKineticTemperature()).isCloseTo(6.96, within(0.005));
    assertThat(m.mean()).isCloseTo(6.40, within(1e-9));
  }

  // C-20, second worked number: the times count, not the number of readings.
  @Test
  void meanKineticTemperatureIsWeightedByTime() {
    var samples = List.of(good(START, 5), good(START.plus(Duration.ofHours(46)), 15));
    var m = measure(samples, Duration.ofHours(48), Duration.ofHours(50));
    assertThat(m.meanKineticTemperature()).isCloseTo(5.76, within(0.005));
  }

  // C-20, third worked number.
  @Test
  void meanKineticTemperatureOfWarmDays() {
    var m = measure(every(HOUR, 20, 25, 30), HOUR.multipliedBy(3), HOUR);
    assertThat(m.meanKineticTemperature()).isCloseTo(25.86, within(0.005));
  }

  // A tag may be silent for its longest silence, not a moment longer (R73).
  @Test
  void silenceBeyondTheLimitIsNotCovered() {
    var samples = List.of(good(minute(0), 37), good(minute(20), 37));
    var m = measure(samples, Duration.ofMinutes(20), MINUTE.multipliedBy(5));
    assertThat(m.coveragePercent()).isEqualTo(25);
  }

  // A recorded gap shorter than the longest silence is a gap all the same.
  @Test
  void recordedGapIsNotCoveredHoweverShort() {
    var samples = List.of(good(minute(0), 37), good(minute(4), 39), good(minute(8), 37));
    var gap = new Span(minute(4), minute(8));
    var m = measure(samples, Duration.ofMinutes(10), MINUTE.multipliedBy(5), gap);
    assertThat(m.coveragePercent()).isEqualTo(60);
    assertThat(m.outsideMinutes()).isZero(); // nobody knows what happened after minute 4
    assertThat(m.max()).isEqualTo(39);
  }

  // An open gap covers nothing after it began.
  @Test
  void gapThatStillLastsIsNotCovered() {
    var samples = List.of(good(minute(0), 37), good(minute(2), 37));
    var m =
        measure(samples, Duration.ofMinutes(4), MINUTE.multipliedBy(5), new Span(minute(2), null));
    assertThat(m.coveragePercent()).isEqualTo(50);
  }

  // The device's own history vouches for what lies between its readings.
  @Test
  void backfilledReadingsCoverTheGap() {
    var samples =
        List.of(
            good(minute(0), 37),
            backfilled(minute(1), 37),
            backfilled(minute(2), 37),
            good(minute(3), 37));
    var gap = new Span(minute(0), minute(3));
    assertThat(measure(samples, Duration.ofMinutes(4), MINUTE, gap).coveragePercent())
        .isEqualTo(100);
  }

  // A bad reading says that the last good one no longer stands.
  @Test
  void badReadingEndsTheOneBefore() {
    var samples = List.of(good(minute(0), 37), bad(minute(1)), good(minute(3), 37));
    assertThat(measure(samples, Duration.ofMinutes(4), MINUTE.multipliedBy(5)).coveragePercent())
        .isEqualTo(50);
  }

  @Test
  void readingInForceAtTheBeginningCounts() {
    var samples = List.of(good(minute(-1), 40), good(minute(1), 37));
    var m = measure(samples, Duration.ofMinutes(2), MINUTE.multipliedBy(5));
    assertThat(m.coveragePercent()).isEqualTo(100);
    assertThat(m.first()).isEqualTo(40);
    assertThat(m.max()).isEqualTo(40);
    assertThat(m.outsideMinutes()).isEqualTo(1);
    assertThat(m.mean()).isEqualTo(38.5);
  }

  @Test
  void noReadingsGiveNoValues() {
    var m = measure(List.of(), Duration.ofMinutes(2), MINUTE);
    assertThat(m.mean()).isNaN();
    assertThat(m.min()).isNaN();
    assertThat(m.last()).isNaN();
    assertThat(m.outsideMinutes()).isNaN();
    assertThat(m.coveragePercent()).isZero();
  }

  // Properties, 2,000 seeded random windows with bad readings, holes and gaps.
  @Test
  void whateverTheReadingsAreTheMeasuresAgreeWithEachOther() {
    var random = new Random(20);
    for (int run = 0; run < 2_000; run++) {
      var samples = new ArrayList<StoredSample>();
      var at = START.minusSeconds(random.nextInt(300));
      int n = random.nextInt(40);
      for (int i = 0; i < n; i++) {
        samples.add(
            random.nextInt(8) == 0 ? bad(at) : good(at, 30 + random.nextInt(1_000) / 100.0));
        at = at.plusMillis(1 + random.nextInt(90_000));
      }
      var end = at.isAfter(START) ? at.plusSeconds(random.nextInt(200)) : START.plusSeconds(10);
      var gapFrom = START.plusSeconds(random.nextInt(600));
      var gap = new Span(gapFrom, gapFrom.plusSeconds(random.nextInt(300)));
      var silence = Duration.ofSeconds(30 + random.nextInt(60));
      var m = WindowMeasure.of(samples, START, end, 34, 36, coverage(silence, gap));
      var without = WindowMeasure.of(samples, START, end, 34, 36, coverage(silence));
      assertThat(m.coveragePercent()).as("run %d", run).isBetween(0.0, 100.0);
      assertThat(m.coveragePercent()).isLessThanOrEqualTo(without.coveragePercent() + 1e-9);
      if (Double.isNaN(m.mean())) continue;
      assertThat(m.mean()).isBetween(m.min() - 1e-9, m.max() + 1e-9);
      assertThat(m.meanKineticTemperature()).isBetween(m.mean() - 1e-6, m.max() + 1e-6);
      assertThat(m.outsideMinutes())
          .isLessThanOrEqualTo(Span.minutes(START, end) * m.coveragePercent() / 100 + 1e-9);
      assertThat(m.first()).isBetween(m.min(), m.max());
      assertThat(m.last()).isBetween(m.min(), m.max());
    }
  }
}
