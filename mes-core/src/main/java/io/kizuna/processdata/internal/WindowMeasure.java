package io.kizuna.processdata.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the readings of a window, in order of time; keeps sums, not readings.
 *
 * <p>The reading in force when the window begins counts from the beginning on, if the tag has not
 * been silent for too long by then.
 */
final class WindowMeasure {

  /** Activation energy over gas constant, 83.144 kJ/mol: USP 1079.2, process.md C-20. */
  private static final double ACTIVATION_KELVIN = 10_000;

  private static final double ZERO_CELSIUS = 273.15;

  private final Instant from;
  private final Instant to;
  private final double low;
  private final double high;
  private final Coverage coverage;

  private @Nullable StoredSample held;
  private double coveredMinutes;
  private double outsideMinutes;
  private double sum;
  private double kineticSum;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private double first = Double.NaN;
  private double last = Double.NaN;
  private double plainSum;
  private long noted;

  WindowMeasure(Instant from, Instant to, double low, double high, Coverage coverage) {
    this.from = from;
    this.to = to;
    this.low = low;
    this.high = high;
    this.coverage = coverage;
  }

  /** Takes the next reading; the first may lie before the window, none may lie after it. */
  void add(StoredSample sample) {
    stand(sample.at(), sample.backfilled());
    held = sample;
    if (sample.good() && !sample.at().isBefore(from)) note(value(sample));
  }

  /** Ends the window. */
  void finish() {
    stand(to, false);
    held = null;
  }

  private void stand(Instant next, boolean nextBackfilled) {
    var sample = held;
    if (sample == null || !sample.good()) return;
    var until = coverage.heldUntil(sample, next, nextBackfilled);
    var begin = sample.at().isBefore(from) ? from : sample.at();
    if (sample.at().isBefore(from)) {
      if (until.isBefore(from)) return;
      if (Double.isNaN(first)) note(value(sample));
    }
    double value = value(sample);
    double minutes = until.isAfter(begin) ? Span.minutes(begin, until) : 0;
    if (minutes == 0) return;
    coveredMinutes += minutes;
    sum += minutes * value;
    kineticSum += minutes * Math.exp(-ACTIVATION_KELVIN / (value + ZERO_CELSIUS));
    if (value < low || value > high) outsideMinutes += minutes;
  }

  private void note(double value) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    if (Double.isNaN(first)) first = value;
    last = value;
    noted++;
    plainSum += value;
  }

  private static double value(StoredSample sample) {
    var value = sample.value();
    if (value == null) throw new IllegalStateException("a good reading without a value");
    return value;
  }

  double min() {
    return noted == 0 ? Double.NaN : min;
  }

  double max() {
    return noted == 0 ? Double.NaN : max;
  }

  double first() {
    return first;
  }

  double last() {
    return last;
  }

  double outsideMinutes() {
    return noted == 0 ? Double.NaN : outsideMinutes;
  }

  /** Time-weighted; the plain mean if the window is a single moment. */
  double mean() {
    if (coveredMinutes > 0) return sum / coveredMinutes;
    return noted == 0 ? Double.NaN : plainSum / noted;
  }

  /** Degrees Celsius in, degrees Celsius out. */
  double meanKineticTemperature() {
    if (coveredMinutes == 0) return mean();
    return ACTIVATION_KELVIN / -Math.log(kineticSum / coveredMinutes) - ZERO_CELSIUS;
  }

  /** 0 to 100; a window of no length is covered if a good reading stands at its moment. */
  double coveragePercent() {
    double length = Span.minutes(from, to);
    if (length <= 0) return noted > 0 ? 100 : 0;
    return Math.min(100, 100 * coveredMinutes / length);
  }

  /** The measure of a list, for tests and short windows. */
  static WindowMeasure of(
      List<StoredSample> samples,
      Instant from,
      Instant to,
      double low,
      double high,
      Coverage coverage) {
    var measure = new WindowMeasure(from, to, low, high, coverage);
    samples.forEach(measure::add);
    measure.finish();
    return measure;
  }
}
