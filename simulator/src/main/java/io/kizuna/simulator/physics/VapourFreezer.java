package io.kizuna.simulator.physics;

import static io.kizuna.simulator.physics.Relaxation.toward;

/** LN2 vapour storage freezer: temperatures follow level and lid (process description 4.7). */
public final class VapourFreezer {
  private static final double ROOM_C = 22;
  private static final double CLOSED_TAU_S = 15 * 60;
  private static final double OPEN_TAU_S = 12 * 60;
  private static final double EMPTY_TAU_S = 200 * 3600.0;

  private double topC = -185;
  private double bottomC = -194;
  private double levelPercent = 52;
  private boolean filling;

  VapourFreezer() {}

  public VapourFreezer(double topC, double levelPercent) {
    this.topC = topC;
    this.levelPercent = levelPercent;
  }

  /**
   * @param automatic keeps the level between 40 and 60 %.
   */
  public void step(double dtS, boolean lidOpen, boolean supplied, boolean automatic) {
    if (automatic && levelPercent < 40) filling = true;
    if (levelPercent >= 60 || !supplied) filling = false;
    levelPercent -= dtS * (lidOpen ? 0.5 / 3600 : 4.0 / 86400);
    if (filling) levelPercent += dtS * 3.0 / 60;
    levelPercent = Relaxation.clamp(levelPercent, 0, 100);
    if (levelPercent <= 0) {
      topC = toward(topC, ROOM_C, dtS, lidOpen ? OPEN_TAU_S : EMPTY_TAU_S);
      bottomC = toward(bottomC, ROOM_C, dtS, EMPTY_TAU_S);
      return;
    }
    double closed = -185 + 25 * Math.max(0, 1 - levelPercent / 45);
    topC = toward(topC, lidOpen ? -60 : closed, dtS, lidOpen ? OPEN_TAU_S : CLOSED_TAU_S);
    double low = -194 + 25 * Math.max(0, 1 - levelPercent / 20);
    bottomC = toward(bottomC, low, dtS, 30 * 60);
  }

  /** A person opens or closes the fill valve; the level controller still closes it at 60 %. */
  public void fill(boolean open) {
    filling = open;
  }

  public double topC() {
    return topC;
  }

  public double bottomC() {
    return bottomC;
  }

  public double levelPercent() {
    return levelPercent;
  }

  public boolean filling() {
    return filling;
  }
}
