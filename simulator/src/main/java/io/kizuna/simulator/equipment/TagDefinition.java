package io.kizuna.simulator.equipment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One tag as the data file gives it.
 *
 * @param at place in the LADS tree below the functional unit, segments separated by a slash.
 * @param unit key of units.yaml.
 * @param range low and high end of the instrument; readings are clamped to it.
 * @param intervalS nominal seconds of plant time between two samples.
 * @param decimals display resolution; every reading is quantised to it.
 * @param noise sigma of the sensor in its own unit.
 * @param rho correlation from sample to sample (AR(1)), 0 for white noise.
 * @param onChange a change is sent at once, not at the next interval.
 * @param settable may be given to SetSetpoint.
 */
public record TagDefinition(
    String at,
    ValueType type,
    @Nullable String unit,
    @Nullable List<Double> range,
    double intervalS,
    int decimals,
    double noise,
    double rho,
    boolean onChange,
    boolean settable) {

  private static final double[] POWERS_OF_TEN = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000};

  /** Steps of the display per unit: 100 for two decimals. */
  public double scale() {
    return POWERS_OF_TEN[decimals];
  }

  /** True if {@code value} is inside the instrument's range, ends included. */
  public boolean covers(double value) {
    return range == null || (value >= range.get(0) && value <= range.get(1));
  }

  /** The nearest value the display can show; the same number whenever it is computed. */
  public double quantise(double value) {
    double scale = scale();
    double shown = Math.round(value * scale) / scale;
    return shown == 0 ? 0 : shown; // no negative zero
  }
}
