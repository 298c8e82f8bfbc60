package io.kizuna.simulator.plant;

import java.util.function.BooleanSupplier;

/** A device alarm: active when its condition has lasted for the on-delay. */
final class Alarm {
  private final BooleanSupplier condition;
  private final double delayS;
  private double lastingS;

  Alarm(double delayS, BooleanSupplier condition) {
    this.delayS = delayS;
    this.condition = condition;
  }

  void step(double dtS) {
    lastingS = condition.getAsBoolean() ? lastingS + dtS : 0;
  }

  boolean active() {
    return lastingS > delayS;
  }
}
