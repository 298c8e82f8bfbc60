package io.kizuna.simulator.physics;

import static io.kizuna.simulator.physics.Relaxation.clamp;

/**
 * Gas mixer of a rocking bag: pH is held by cutting carbon dioxide, oxygen by enriching the air
 * (process description 4.3 and 4.4).
 */
public final class GasLoop {
  private static final double HEAD_SPACE_L = 1.0;
  private static final double KP_CO2_PER_PH = 15;
  private static final double TI_PH_S = 20 * 60;
  private static final double KP_O2_PER_DO = 0.5;
  private static final double TI_DO_S = 10 * 60;
  private static final double CO2_MIN = 0.5;
  private static final double O2_AIR = 21;
  private static final double O2_MAX = 50;

  private double co2Demand = 5;
  private double o2Demand = O2_AIR;
  private double lastPhError;
  private double lastDoError;
  private double co2Percent = 0.04;
  private double o2Percent = O2_AIR;

  /**
   * @param flowLPerMin gas through the bag; 0 freezes the head space.
   * @param co2Ceiling the recipe's carbon dioxide: the controller only cuts below it.
   */
  public void step(
      double dtS,
      double flowLPerMin,
      double phError,
      double doError,
      double co2Ceiling,
      boolean co2Supplied) {
    co2Demand -= KP_CO2_PER_PH * (phError - lastPhError) + KP_CO2_PER_PH / TI_PH_S * phError * dtS;
    co2Demand = clamp(co2Demand, CO2_MIN, Math.max(CO2_MIN, co2Ceiling));
    o2Demand += KP_O2_PER_DO * (doError - lastDoError) + KP_O2_PER_DO / TI_DO_S * doError * dtS;
    o2Demand = clamp(o2Demand, O2_AIR, O2_MAX);
    lastPhError = phError;
    lastDoError = doError;
    if (flowLPerMin > 0.001) {
      double tauS = 60 * HEAD_SPACE_L / flowLPerMin;
      co2Percent = Relaxation.toward(co2Percent, co2Supplied ? co2Demand : 0.04, dtS, tauS);
      o2Percent = Relaxation.toward(o2Percent, o2Demand, dtS, tauS);
    }
  }

  public double co2Percent() {
    return co2Percent;
  }

  public double o2Percent() {
    return o2Percent;
  }

  /** Oxygen transfer of a rocking bag in 1/h; the resting surface still takes up a little. */
  public static double kLa(double rocksPerMin, double angleDeg, double volumeMl) {
    double rocking =
        6 * (rocksPerMin / 10) * Math.sqrt(Math.max(angleDeg, 0) / 6) * (1000 / volumeMl);
    return Math.max(0.3, rocking);
  }
}
