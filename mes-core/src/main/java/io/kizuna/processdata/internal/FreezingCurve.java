package io.kizuna.processdata.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What the temperature of a freezing sample tells (process.md C-21, C-22): degrees Celsius,
 * minutes.
 *
 * <p>Values come from readings as they are, never from between them; across a hole in the readings
 * nothing is concluded.
 */
final class FreezingCurve {

  /** A rise this far above the lowest reading is heat of crystallisation, 10 times the noise. */
  static final double RECALESCENCE_KELVIN = 0.5;

  /** The heat comes at once; a slower rise is somebody warming the chamber. */
  static final Duration RECALESCENCE_TIME_MAX = Duration.ofMinutes(3);

  /** Ice cannot begin above 0, and below -40 water freezes without a nucleus. */
  private static final double NUCLEATION_HIGHEST = 0;

  private static final double NUCLEATION_LOWEST = -40;

  /** A fall that covers less of the asked range than this has no rate over that range. */
  private static final double FALL_COVERED_MIN = 0.95;

  /** One good reading. */
  record Point(Instant at, double celsius) {}

  private record Nucleation(int lowest, int risen) {}

  private final List<Point> points;
  private final Duration maxSilence;

  /**
   * @param points good readings in order of time.
   */
  FreezingCurve(List<Point> points, Duration maxSilence) {
    this.points = points;
    this.maxSilence = maxSilence;
  }

  /** Lowest temperature before the first recalescence. */
  OptionalDouble nucleationTemperature() {
    var nucleation = nucleation();
    return nucleation == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(points.get(nucleation.lowest).celsius);
  }

  /** From nucleation to the highest reading before the curve falls below nucleation again. */
  OptionalDouble exothermRise() {
    var nucleation = nucleation();
    if (nucleation == null) return OptionalDouble.empty();
    double lowest = points.get(nucleation.lowest).celsius;
    double peak = lowest;
    for (int i = nucleation.lowest + 1; i < points.size(); i++) {
      if (hole(i) || points.get(i).celsius < lowest) break;
      peak = Math.max(peak, points.get(i).celsius);
    }
    return OptionalDouble.of(peak - lowest);
  }

  /** Minutes from nucleation until the curve, after its rise, is first seen at {@code low}. */
  OptionalDouble plateauMinutes(double low) {
    var nucleation = nucleation();
    if (nucleation == null) return OptionalDouble.empty();
    for (int i = nucleation.lowest + 1; i < points.size(); i++) {
      if (hole(i)) return OptionalDouble.empty();
      if (i > nucleation.risen && points.get(i).celsius <= low) {
        return OptionalDouble.of(Span.minutes(points.get(nucleation.lowest).at, points.get(i).at));
      }
    }
    return OptionalDouble.empty();
  }

  /**
   * Least-squares slope of the readings between the last one above {@code high} and the first one
   * below {@code low}.
   */
  OptionalDouble coolingRate(double high, double low) {
    int end = fallEnd(high, low);
    int start = 0;
    for (int i = 0; i < end; i++) {
      if (points.get(i).celsius > high) start = i + 1;
    }
    if (end - start < 2) return OptionalDouble.empty();
    var fall = points.subList(start, end);
    double top = fall.stream().mapToDouble(Point::celsius).max().orElseThrow();
    double bottom = fall.stream().mapToDouble(Point::celsius).min().orElseThrow();
    if (top - bottom < FALL_COVERED_MIN * (high - low)) return OptionalDouble.empty();
    return OptionalDouble.of(slopePerMinute(fall));
  }

  /** Index after the last point of the fall: the first below {@code low}, else past the lowest. */
  private int fallEnd(double high, double low) {
    boolean above = false;
    int lowest = -1;
    for (int i = 0; i < points.size(); i++) {
      double celsius = points.get(i).celsius;
      above |= celsius >= high;
      if (!above) continue;
      if (celsius < low) return i;
      if (lowest < 0 || celsius < points.get(lowest).celsius) lowest = i;
    }
    return lowest + 1;
  }

  /** Kelvin per minute, negative while cooling. */
  static double slopePerMinute(List<Point> points) {
    var origin = points.get(0).at;
    double n = points.size();
    double meanTime = 0;
    double mean = 0;
    for (var p : points) {
      meanTime += Span.minutes(origin, p.at) / n;
      mean += p.celsius / n;
    }
    double product = 0;
    double square = 0;
    for (var p : points) {
      double dt = Span.minutes(origin, p.at) - meanTime;
      product += dt * (p.celsius - mean);
      square += dt * dt;
    }
    return product / square;
  }

  private @Nullable Nucleation nucleation() {
    int lowest = -1;
    for (int i = 0; i < points.size(); i++) {
      var point = points.get(i);
      if (point.celsius >= NUCLEATION_HIGHEST || hole(i)) {
        lowest = point.celsius < NUCLEATION_HIGHEST ? i : -1;
        continue;
      }
      if (lowest < 0 || point.celsius < points.get(lowest).celsius) {
        lowest = i;
        continue;
      }
      var low = points.get(lowest);
      boolean atOnce = !point.at.isAfter(low.at.plus(RECALESCENCE_TIME_MAX));
      if (atOnce
          && low.celsius >= NUCLEATION_LOWEST
          && point.celsius - low.celsius >= RECALESCENCE_KELVIN) {
        return new Nucleation(lowest, i);
      }
    }
    return null;
  }

  private boolean hole(int i) {
    return i > 0 && points.get(i).at.isAfter(points.get(i - 1).at.plus(maxSilence));
  }
}
