package io.kizuna.simulator.physics;

/** First-order lag, solved exactly: stable for any step, so that a week can be integrated fast. */
public final class Relaxation {
  private Relaxation() {}

  /**
   * @param tauS time constant in seconds, larger than zero.
   * @return where {@code value} is after {@code dtS} seconds on its way to {@code target}.
   */
  public static double toward(double value, double target, double dtS, double tauS) {
    return target + (value - target) * Math.exp(-dtS / tauS);
  }

  /** The value inside [low, high]. */
  public static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
