package io.kizuna.processdata.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kizuna.processdata.internal.FreezingCurve.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FreezingCurveTest {

  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final Duration SILENCE = Duration.ofMinutes(5);

  private static FreezingCurve curve(List<Point> points) {
    return new FreezingCurve(points, SILENCE);
  }

  private static Point at(double minutes, double celsius) {
    return new Point(START.plusMillis(Math.round(minutes * 60_000)), celsius);
  }

  /** Linear between the corners, one reading each 5 s, with noise like the simulator's. */
  private static List<Point> through(double[][] corners, double noise, long seed) {
    var random = new Random(seed);
    var points = new ArrayList<Point>();
    double ar = 0;
    for (int i = 1; i < corners.length; i++) {
      double from = corners[i - 1][0];
      double to = corners[i][0];
      for (double t = from; t < to - 1e-9; t += 5 / 60.0) {
        double value =
            corners[i - 1][1] + (corners[i][1] - corners[i - 1][1]) * (t - from) / (to - from);
        ar = 0.8 * ar + 0.6 * noise * random.nextGaussian();
        points.add(at(t, value + ar));
      }
    }
    return points;
  }

  /** process.md 4.6: nucleation at 24.4 min and -8.5, peak -4.2, at -10 after 5.6 min. */
  private static double[][] reference(double nucleation, double peak, double plateau) {
    double t = 24.4;
    return new double[][] {
      {0, 4},
      {10, 4},
      {t, nucleation},
      {t + 5 / 60.0, peak},
      {t + plateau, -10.02},
      {t + plateau + 23.2, -40},
      {60, -68.9},
      {70.9, -99.9}
    };
  }

  // C-22 without noise.
  @Test
  void referenceCurveHasItsWorkedNumbers() {
    var curve = curve(through(reference(-8.5, -4.2, 5.6), 0, 0));
    assertThat(curve.nucleationTemperature().orElseThrow()).isCloseTo(-8.5, within(0.05));
    assertThat(curve.exothermRise().orElseThrow()).isCloseTo(4.3, within(0.05));
    assertThat(curve.plateauMinutes(-10).orElseThrow()).isCloseTo(5.6, within(0.09));
    assertThat(curve.coolingRate(-10, -40).orElseThrow()).isCloseTo(-1.29, within(0.01));
  }

  // C-22 as displayed (one decimal) must survive the noise of a real probe.
  @Test
  void noiseDoesNotChangeWhatIsFound() {
    for (long seed = 0; seed < 200; seed++) {
      var curve = curve(through(reference(-8.5, -4.2, 5.6), 0.05, seed));
      assertThat(curve.nucleationTemperature().orElseThrow())
          .as("seed %d", seed)
          .isCloseTo(-8.5, within(0.25));
      assertThat(curve.exothermRise().orElseThrow()).isCloseTo(4.3, within(0.4));
      assertThat(curve.plateauMinutes(-10).orElseThrow()).isCloseTo(5.6, within(0.35));
      assertThat(curve.coolingRate(-10, -40).orElseThrow()).isCloseTo(-1.29, within(0.02));
    }
  }

  // SM10: deep supercooling, below the -10 where the plateau is measured to.
  @Test
  void deepSupercoolingIsFoundAndThePlateauBeginsAfterTheRise() {
    var curve = curve(through(reference(-15, -4.6, 5), 0.05, 7));
    assertThat(curve.nucleationTemperature().orElseThrow()).isCloseTo(-15, within(0.25));
    assertThat(curve.exothermRise().orElseThrow()).isCloseTo(10.4, within(0.4));
    assertThat(curve.plateauMinutes(-10).orElseThrow()).isCloseTo(5, within(0.3));
  }

  // A probe out of the bag follows the chamber: no exotherm may be made up.
  @Test
  void curveWithoutRiseHasNoNucleation() {
    var curve = curve(through(new double[][] {{0, 4}, {10, 4}, {60, -46}, {70, -100}}, 0.05, 3));
    assertThat(curve.nucleationTemperature()).isEmpty();
    assertThat(curve.exothermRise()).isEmpty();
    assertThat(curve.plateauMinutes(-10)).isEmpty();
  }

  // Warming after the run is not a recalescence.
  @Test
  void warmingFromTheColdIsNoNucleation() {
    assertThat(
            curve(through(new double[][] {{0, 4}, {50, -46}, {60, -100}, {61, -20}}, 0, 0))
                .nucleationTemperature())
        .isEmpty();
  }

  // R73: the moment of nucleation was not seen, so nothing is concluded from its two sides.
  @Test
  void holeAtNucleationHidesIt() {
    var points =
        through(reference(-8.5, -4.2, 5.6), 0, 0).stream()
            .filter(
                p ->
                    p.at().isBefore(START.plusSeconds(1200))
                        || p.at().isAfter(START.plusSeconds(1600)))
            .toList();
    assertThat(curve(points).nucleationTemperature()).isEmpty();
  }

  // C-21, least squares.
  @Test
  void slopeOfTheWorkedNumbers() {
    double[] celsius = {-10.0, -15.2, -20.1, -24.9, -30.2, -35.1, -39.9};
    var points = new ArrayList<Point>();
    for (int i = 0; i < celsius.length; i++) points.add(at(5 * i, celsius[i]));
    assertThat(FreezingCurve.slopePerMinute(points)).isCloseTo(-0.9971, within(0.00005));
    // the window's statistic over the same range gives the same
    assertThat(curve(points).coolingRate(-10, -40).orElseThrow())
        .isCloseTo(-0.9971, within(0.00005));
  }

  // C-21, two points: -10 at 10:32:00, -40 at 11:01:30.
  @Test
  void slopeOfTwoPoints() {
    assertThat(curve(List.of(at(32, -10), at(61.5, -40))).coolingRate(-10, -40).orElseThrow())
        .isCloseTo(-1.017, within(0.0005));
  }

  @Test
  void fallThatEndsHalfWayHasNoRate() {
    assertThat(
            curve(through(new double[][] {{0, 4}, {30, -26}, {60, -26}}, 0, 0))
                .coolingRate(-10, -40))
        .isEmpty();
  }

  // The slope of a line is the line's, whatever the times of its readings (seeded, 500 lines).
  @Test
  void slopeOfAnyLineIsExact() {
    var random = new Random(21);
    for (int run = 0; run < 500; run++) {
      double slope = -0.2 - 5 * random.nextDouble();
      var points = new ArrayList<Point>();
      double t = 0;
      for (int i = 0; i < 20; i++) {
        points.add(at(t, 5 + slope * Math.round(t * 60_000) / 60_000.0));
        t += 0.01 + random.nextDouble();
      }
      assertThat(FreezingCurve.slopePerMinute(points)).isCloseTo(slope, within(1e-6));
    }
  }
}
