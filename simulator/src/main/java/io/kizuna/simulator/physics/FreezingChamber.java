package io.kizuna.simulator.physics;

import static io.kizuna.simulator.physics.Relaxation.clamp;

/** Chamber of a controlled-rate freezer: follows its set point with limited rates (4.6). */
public final class FreezingChamber {
  private static final double COOL_MAX = -50.0 / 60;
  private static final double HEAT_MAX = 30.0 / 60;
  private static final double LAG_S = 25;
  private static final double ROOM_C = 20;

  private double temperatureC = 4;
  private double rate;

  public void step(double dtS, double setpointC, boolean doorOpen, boolean nitrogen, boolean on) {
    double lag = Math.max(LAG_S, dtS); // a coarse step must not overshoot
    rate = on ? clamp((setpointC - temperatureC) / lag, COOL_MAX, HEAT_MAX) : 0;
    if (!nitrogen) rate = Math.max(rate, 0);
    temperatureC += rate * dtS;
    if (doorOpen) {
      temperatureC = Relaxation.toward(temperatureC, ROOM_C, dtS, 120);
    } else if (!on || (!nitrogen && setpointC < temperatureC)) {
      temperatureC = Relaxation.toward(temperatureC, ROOM_C, dtS, 20 * 60);
    }
  }

  public double temperatureC() {
    return temperatureC;
  }

  /** Opening of the nitrogen valve in %: what the present cooling needs, plus heat leaking in. */
  public double valvePercent() {
    double holding = clamp((ROOM_C - temperatureC) / 20, 0, 6);
    return clamp(100 * rate / COOL_MAX + holding, 0, 100);
  }

  public double heaterPercent() {
    return clamp(100 * rate / HEAT_MAX, 0, 100);
  }
}
