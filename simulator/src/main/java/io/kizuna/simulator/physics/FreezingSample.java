package io.kizuna.simulator.physics;

/**
 * One bag with cryomedium in a freezing chamber: supercooling, nucleation, exotherm and the slow
 * freezing after it, as one lump (process description 4.6).
 */
public final class FreezingSample {
  private static final double DENSITY = 1.06; // g/mL
  private static final double CP_LIQUID = 3.8; // J/(g K)
  private static final double CP_SOLID = 2.1;
  private static final double WATER = 0.86; // g freezable water per g
  private static final double FUSION = 334; // J/g
  private static final double MELTING_C = -4.0; // 10 % DMSO medium

  private double volumeMl = 30;
  private double temperatureC = 6;
  private double nucleationC = -8.5;
  private boolean frozen;

  FreezingSample() {}

  /**
   * @param nucleationC where ice appears by itself; chance decides per bag.
   */
  public FreezingSample(double volumeMl, double temperatureC, double nucleationC) {
    this.volumeMl = volumeMl;
    this.temperatureC = temperatureC;
    this.nucleationC = nucleationC;
    this.frozen = temperatureC < MELTING_C - 16;
  }

  /** Nucleation temperature of one bag: normal around -8.5, sigma 1.5, inside [-16, -4.5]. */
  public static double drawNucleationC(Noise noise) {
    return Relaxation.clamp(-8.5 + 1.5 * noise.gaussian(), -16, -4.5);
  }

  /**
   * Advances by {@code dtS} seconds; keep it at or below 1 s while the bag freezes.
   *
   * @return true if ice appeared in this step.
   */
  public boolean step(double dtS, double chamberC) {
    double mass = DENSITY * volumeMl;
    double heat = (0.20 + 0.015 * volumeMl) * (chamberC - temperatureC) * dtS;
    if (!frozen) {
      temperatureC += heat / (mass * CP_LIQUID);
      if (temperatureC <= nucleationC) return nucleate();
      return false;
    }
    double warmed = temperatureC + heat / (mass * apparentHeatCapacity());
    if (warmed >= MELTING_C) frozen = false;
    temperatureC = warmed;
    return false;
  }

  /** Ice grows at once until the released heat has warmed the rest to its melting point. */
  private boolean nucleate() {
    double low = temperatureC;
    double high = MELTING_C;
    for (int i = 0; i < 50; i++) {
      double mid = (low + high) / 2;
      if (CP_LIQUID * (mid - temperatureC) > WATER * FUSION * (1 - MELTING_C / mid)) high = mid;
      else low = mid;
    }
    temperatureC = low;
    frozen = true;
    return true;
  }

  /**
   * Ice started by hand.
   *
   * @return false if there is nothing to seed: not below the melting point, or frozen already.
   */
  public boolean seed() {
    return !frozen && temperatureC < MELTING_C && nucleate();
  }

  private double apparentHeatCapacity() {
    double ice = 1 - MELTING_C / temperatureC;
    return CP_LIQUID * (1 - ice)
        + CP_SOLID * ice
        + WATER * FUSION * -MELTING_C / (temperatureC * temperatureC);
  }

  /** Chance, or an injected fault, decides where this bag will nucleate. */
  public void nucleateAt(double celsius) {
    nucleationC = celsius;
  }

  public double temperatureC() {
    return temperatureC;
  }

  public double nucleationC() {
    return nucleationC;
  }

  public boolean frozen() {
    return frozen;
  }
}
