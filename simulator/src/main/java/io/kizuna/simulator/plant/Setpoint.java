package io.kizuna.simulator.plant;

/** A set point that may ramp to its target. */
final class Setpoint {
  private double value;
  private double target;
  private double ratePerMin;

  Setpoint() {}

  Setpoint(double value) {
    set(value, 0);
  }

  /**
   * @param rampPerMinute 0 or less: at once.
   */
  void set(double newTarget, double rampPerMinute) {
    target = newTarget;
    ratePerMin = rampPerMinute;
    if (rampPerMinute <= 0) value = newTarget;
  }

  void step(double dtS) {
    if (value == target) return;
    double way = ratePerMin * dtS / 60;
    value = Math.abs(target - value) <= way ? target : value + Math.signum(target - value) * way;
  }

  double value() {
    return value;
  }
}
