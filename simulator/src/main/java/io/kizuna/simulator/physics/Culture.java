package io.kizuna.simulator.physics;

import static io.kizuna.simulator.physics.Relaxation.clamp;

/**
 * T cells in medium: growth, death, glucose, lactate, glutamine, pH and dissolved oxygen (process
 * description 4.1 to 4.4).
 *
 * <p>Units: 1e9 cells, mL, mM, hours. 1e6 cells/mL equals 1e9 cells/L, so {@link #density()} reads
 * in both.
 */
public final class Culture {
  private static final double MU_MAX = 0.048;
  private static final double KG = 1.0;
  private static final double KIL = 30;
  private static final double K_LYSIS = 0.012;
  private static final double DENSITY_MAX = 25;
  private static final double CELLS_PER_MMOL = 0.70;
  private static final double MAINTENANCE = 0.010; // mmol/(1e9 cells h) = 10e-12 mmol/(cell h)
  private static final double LACTATE_PER_GLUCOSE = 1.5;
  private static final double GLUTAMINE_PER_GLUCOSE = 0.2; // chosen: 2 mM left under perfusion
  private static final double FEED_GLUCOSE = 20;
  private static final double FEED_GLUTAMINE = 4;
  private static final double BICARBONATE = 24;
  private static final double OXYGEN_AT_100 = 0.20; // mM at 37 C, air
  private static final double EVAPORATION_PER_H = 0.0005;

  private double volumeMl;
  private double viable;
  private double dead;
  private double glucose = FEED_GLUCOSE;
  private double lactate;
  private double glutamine = FEED_GLUTAMINE;
  private double co2Percent = 5;
  private double oxygenPercent = 100;
  private double hoursSinceStimulation;
  private double donorFactor = 1;
  private double carFraction;
  private double cd3Fraction = 0.97;

  /** Temperature of the liquid in C; set by whatever holds the vessel. */
  public double temperatureC = 22;

  Culture() {}

  /**
   * @param viableCells number of cells, not 1e9.
   * @param donorFactor multiplies the growth rate; 1 is the reference donor.
   */
  public Culture(
      double volumeMl,
      double viableCells,
      double viabilityPercent,
      double donorFactor,
      double hoursSinceStimulation) {
    this.volumeMl = volumeMl;
    this.viable = viableCells / 1e9;
    this.dead = viable * (100 / viabilityPercent - 1);
    this.donorFactor = donorFactor;
    this.hoursSinceStimulation = hoursSinceStimulation;
  }

  /** Medium without cells, for a bag that is set up and calibrated before it is inoculated. */
  public static Culture medium(double volumeMl) {
    return new Culture(volumeMl, 0, 100, 1, 0);
  }

  /** What surrounds the liquid during one step. */
  public static final class Surroundings {
    /** Oxygen transfer in 1/h. */
    public double kLa = 2;

    public double oxygenGasPercent = 21;
    public double co2GasPercent = 5;

    /** How fast the liquid follows the carbon dioxide of the gas, hours. */
    public double co2LagH = 1;

    public double feedMlPerDay;
    public double harvestMlPerDay;
  }

  /** Advances by {@code dtS} seconds; keep it at or below 180 s (0.05 h). */
  public void step(double dtS, Surroundings s) {
    double h = dtS / 3600;
    hoursSinceStimulation += h;
    double litres = Math.max(volumeMl, 1) / 1000;
    double activation = activation(hoursSinceStimulation);
    double density = viable / litres;
    double fPh = Math.exp(-square((ph() - 7.2) / 0.45));
    double fOxygen = oxygenPercent / (oxygenPercent + 3);
    double mu = growthRate(activation, density, fPh, fOxygen);
    double kd = deathRate(fPh, fOxygen);
    double glucoseUptake =
        (mu / CELLS_PER_MMOL + MAINTENANCE) * glucose / (0.3 + glucose) * density;
    double dilution = s.feedMlPerDay / 24000 / litres;

    dead = Math.max(0, dead + h * (kd * viable - K_LYSIS * dead));
    viable += h * (mu - kd) * viable;
    glucose = Math.max(0, glucose + h * (dilution * (FEED_GLUCOSE - glucose) - glucoseUptake));
    lactate = Math.max(0, lactate + h * (LACTATE_PER_GLUCOSE * glucoseUptake - dilution * lactate));
    double glutamineUptake = GLUTAMINE_PER_GLUCOSE * glucoseUptake * glutamine / (0.2 + glutamine);
    glutamine =
        Math.max(0, glutamine + h * (dilution * (FEED_GLUTAMINE - glutamine) - glutamineUptake));
    co2Percent = Relaxation.toward(co2Percent, s.co2GasPercent, h, s.co2LagH);
    stepOxygen(h, density, activation, s);
    double exchangeMl = (s.feedMlPerDay - s.harvestMlPerDay) * h / 24;
    volumeMl = Math.max(1, volumeMl + exchangeMl - volumeMl * EVAPORATION_PER_H * h);
  }

  /** Implicit in the oxygen itself: the transfer may be faster than the step. */
  private void stepOxygen(double h, double density, double activation, Surroundings s) {
    double uptake = 0.040 * (0.4 + 0.6 * activation) * density; // mM/h at 40e-15 mol/(cell h)
    double saturation = OXYGEN_AT_100 * s.oxygenGasPercent / 21;
    double oxygen = OXYGEN_AT_100 * oxygenPercent / 100;
    oxygen = (oxygen + h * (s.kLa * saturation - uptake)) / (1 + h * s.kLa);
    oxygenPercent = clamp(100 * oxygen / OXYGEN_AT_100, 0, 200);
  }

  private double growthRate(double activation, double density, double fPh, double fOxygen) {
    double fTemperature = Math.exp(-square((temperatureC - 37) / 2.5));
    return MU_MAX
        * donorFactor
        * activation
        * (glucose / (KG + glucose))
        * (KIL / (KIL + lactate))
        * fPh
        * fOxygen
        * fTemperature
        * Math.max(0, 1 - density / DENSITY_MAX);
  }

  private double deathRate(double fPh, double fOxygen) {
    return 0.0012
        + 0.006 * Math.exp(-hoursSinceStimulation / 20)
        + 0.012 * KG / (KG + 20 * glucose)
        + 0.006 * square(lactate / (lactate + 45))
        + 0.01 * (1 - fOxygen)
        + 0.02 * square(1 - fPh)
        + 0.05 * Math.max(0, temperatureC - 39);
  }

  /** Activation and contraction after one stimulation, 0 to 1. */
  private static double activation(double hours) {
    return 1 / (1 + Math.exp(-(hours - 30) / 5)) * Math.exp(-Math.max(0, hours - 132) / 90);
  }

  private static double square(double x) {
    return x * x;
  }

  /** Vector added: a tenth of the viable cells dies (4.1), {@code efficiency} carry the gene. */
  public void transduce(double efficiency) {
    dead += 0.10 * viable;
    viable *= 0.90;
    carFraction = 1 - (1 - carFraction) * (1 - efficiency);
  }

  /** Wash into fresh medium: 0.95 of the viable cells come back, the dead do not. */
  public void wash(double newVolumeMl) {
    viable *= 0.95;
    dead = 0;
    volumeMl = newVolumeMl;
    glucose = FEED_GLUCOSE;
    lactate = 0;
    glutamine = FEED_GLUTAMINE;
  }

  /** Fresh medium added; everything dissolved is diluted. */
  public void feed(double addedMl) {
    double kept = volumeMl / (volumeMl + addedMl);
    glucose = glucose * kept + FEED_GLUCOSE * (1 - kept);
    lactate *= kept;
    glutamine = glutamine * kept + FEED_GLUTAMINE * (1 - kept);
    volumeMl += addedMl;
  }

  /** Takes well-mixed liquid away, cells included. */
  public void remove(double removedMl) {
    double kept = Math.max(0, 1 - removedMl / volumeMl);
    viable *= kept;
    dead *= kept;
    volumeMl = Math.max(1, volumeMl - removedMl);
  }

  /** pH from bicarbonate, lactate and dissolved carbon dioxide (4.3). */
  public double ph() {
    double bicarbonate = Math.max(0.2, BICARBONATE - 0.85 * lactate);
    double pco2 = Math.max(co2Percent, 0.04) / 100 * (760 - 47);
    return clamp(6.1 + Math.log10(bicarbonate / (0.03 * pco2)), 4, 9);
  }

  /** Viable cells in 1e6/mL. */
  public double density() {
    return viable / Math.max(volumeMl, 1) * 1000;
  }

  /** Viable cells, a plain number. */
  public double viableCells() {
    return viable * 1e9;
  }

  public double viabilityPercent() {
    double all = viable + dead;
    return all <= 0 ? 100 : 100 * viable / all;
  }

  /** Mean diameter in um: blasts are larger than resting cells. */
  public double diameterUm() {
    return 8.5 + 3 * activation(hoursSinceStimulation);
  }

  public double volumeMl() {
    return volumeMl;
  }

  public double glucoseMm() {
    return glucose;
  }

  public double lactateMm() {
    return lactate;
  }

  public double glutamineMm() {
    return glutamine;
  }

  public double oxygenPercent() {
    return oxygenPercent;
  }

  public double co2Percent() {
    return co2Percent;
  }

  public double hoursSinceStimulation() {
    return hoursSinceStimulation;
  }

  public double carPositivePercent() {
    return 100 * carFraction;
  }

  public double cd3Percent() {
    return 100 * cd3Fraction;
  }
}
