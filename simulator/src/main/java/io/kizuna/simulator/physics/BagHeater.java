package io.kizuna.simulator.physics;

import static io.kizuna.simulator.physics.Relaxation.clamp;

/** Heating plate under a rocking bag with its PI controller (process description 4.5). */
public final class BagHeater {
  private static final double POWER_MAX_W = 50;
  private static final double LOSS_W_PER_K = 1.0;
  private static final double KP_W_PER_K = 20;
  private static final double KI_W_PER_K_S = 0.01;

  private double integralW;
  private double powerW;

  /** Ready at steady state: holding {@code setpointC} against {@code ambientC}. */
  public void settle(double setpointC, double ambientC) {
    integralW = LOSS_W_PER_K * (setpointC - ambientC);
    powerW = integralW;
  }

  /**
   * @param volumeMl liquid in the bag; 1 L has 5000 J/K together with the tray.
   * @return the new temperature of the liquid.
   */
  public double step(
      double dtS, double liquidC, double volumeMl, double setpointC, double ambientC, boolean on) {
    double heatCapacity = 800 + 4.2 * volumeMl;
    if (on) {
      double error = setpointC - liquidC;
      double wanted = KP_W_PER_K * error + integralW;
      powerW = clamp(wanted, 0, POWER_MAX_W);
      // Anti-windup: a saturated heater must not go on integrating.
      if (wanted == powerW || (wanted > powerW) == (error < 0)) {
        integralW = clamp(integralW + KI_W_PER_K_S * error * dtS, 0, POWER_MAX_W);
      }
    } else {
      powerW = 0;
      integralW = 0;
    }
    double equilibrium = ambientC + powerW / LOSS_W_PER_K;
    return Relaxation.toward(liquidC, equilibrium, dtS, heatCapacity / LOSS_W_PER_K);
  }

  /** Heater output in % of 50 W. */
  public double outputPercent() {
    return 100 * powerW / POWER_MAX_W;
  }
}
