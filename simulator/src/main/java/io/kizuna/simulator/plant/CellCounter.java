package io.kizuna.simulator.plant;

import io.kizuna.simulator.equipment.EquipmentType;
import io.kizuna.simulator.fault.FaultBoard;

/** Cell counter: silent until a sample was measured, then one result on its tags (3.9). */
public final class CellCounter extends Device {
  private String sampleId = "";
  private double density;
  private double viability;
  private double diameter;
  private int resultNumber;

  CellCounter(String id, EquipmentType type, FaultBoard faults, long seed, long nowMs) {
    super(id, type, faults, seed, nowMs);
    bind("SAMPLE_ID", () -> sampleId);
    bind("VCD", () -> density);
    bind("VIABILITY", () -> viability);
    bind("DIAMETER", () -> diameter);
    bind("RESULT_NO", () -> resultNumber);
  }

  @Override
  protected void physics(double dtS) {
    if (unit.runtimeS() > 120) unit.finished();
  }

  /** A result is shown; the number rises with every one, also for the same sample. */
  public void show(String sample, double viableDensity, double viabilityPercent, double um) {
    sampleId = sample;
    density = viableDensity;
    viability = viabilityPercent;
    diameter = um;
    resultNumber++;
  }
}
