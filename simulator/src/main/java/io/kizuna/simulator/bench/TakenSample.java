package io.kizuna.simulator.bench;

import io.kizuna.simulator.physics.Culture;

/** The truth in a sample at the moment it was taken; analysers add their errors. */
record TakenSample(
    String id,
    String vesselId,
    double volumeMl,
    long takenAtMs,
    double density,
    double viability,
    double diameter,
    double glucose,
    double lactate,
    double glutamine,
    double ph,
    double carPositive,
    double cd3) {

  static TakenSample of(String id, Vessel vessel, double volumeMl, long nowMs) {
    Culture c = vessel.culture;
    return new TakenSample(
        id,
        vessel.id,
        volumeMl,
        nowMs,
        c.density(),
        c.viabilityPercent(),
        c.diameterUm(),
        c.glucoseMm(),
        c.lactateMm(),
        c.glutamineMm(),
        c.ph(),
        c.carPositivePercent(),
        c.cd3Percent());
  }
}
