package io.kizuna.simulator.physics;

/** Reads a freezing curve as step 11.1.5 evaluates it: nucleation, exotherm, plateau, rate. */
public final class FreezeEvaluation {
  private double elapsedS;
  private double nucleationC = Double.NaN;
  private double peakC = Double.NaN;
  private double nucleationS = Double.NaN;
  private double tenS = Double.NaN;
  private double fortyS = Double.NaN;

  /** Forgets the last run. */
  public void begin() {
    elapsedS = 0;
    nucleationC = Double.NaN;
    peakC = Double.NaN;
    nucleationS = Double.NaN;
    tenS = Double.NaN;
    fortyS = Double.NaN;
  }

  /**
   * @param beforeC sample before the step, the nucleation temperature if ice appeared in it.
   */
  public void step(double dtS, double beforeC, double sampleC, boolean iceAppeared) {
    elapsedS += dtS;
    if (iceAppeared && Double.isNaN(nucleationS)) {
      nucleationS = elapsedS;
      nucleationC = beforeC;
      peakC = sampleC;
    }
    if (Double.isNaN(nucleationS)) return;
    if (Double.isNaN(tenS) && !iceAppeared && sampleC <= -10) tenS = elapsedS;
    if (Double.isNaN(fortyS) && sampleC <= -40) fortyS = elapsedS;
  }

  public double nucleationC() {
    return nucleationC;
  }

  public double exothermC() {
    return peakC - nucleationC;
  }

  /** Minutes from nucleation to -10 C. */
  public double plateauMin() {
    return (tenS - nucleationS) / 60;
  }

  /** Mean cooling rate from -10 to -40 C in C/min. */
  public double meanRate() {
    return -30 / ((fortyS - tenS) / 60);
  }

  /** Share of the viability that survives the thaw (4.6), without the DMSO term. */
  public double postThawFactor() {
    return 0.93
        - 0.02 * Math.max(0, Math.abs(meanRate()) - 1.5)
        - 0.01 * Math.max(0, plateauMin() - 8)
        - (nucleationC < -15 ? 0.15 : 0);
  }
}
