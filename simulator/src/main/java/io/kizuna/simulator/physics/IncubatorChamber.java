package io.kizuna.simulator.physics;

import static io.kizuna.simulator.physics.Relaxation.toward;

/** Air, gas and humidity of a CO2 incubator (process description 4.5). */
public final class IncubatorChamber {
  private static final double ROOM_C = 22;
  private static final double ROOM_CO2 = 0.04;
  private static final double ROOM_RH = 40;

  private double airC = 37;
  private double co2Percent = 5;
  private double humidity = 90;

  /** Carbon dioxide is only ever added: above the set point the chamber waits for leakage. */
  public void step(
      double dtS,
      double setpointC,
      double setpointCo2,
      boolean doorOpen,
      boolean heated,
      boolean co2Supplied) {
    if (doorOpen) {
      airC = toward(airC, ROOM_C, dtS, 90);
      co2Percent = toward(co2Percent, ROOM_CO2, dtS, 20);
      humidity = toward(humidity, ROOM_RH, dtS, 30);
      return;
    }
    airC = heated ? toward(airC, setpointC, dtS, 240) : toward(airC, ROOM_C, dtS, 3 * 3600);
    if (co2Supplied && heated && co2Percent < setpointCo2) {
      co2Percent = toward(co2Percent, setpointCo2, dtS, 90);
    } else {
      co2Percent = toward(co2Percent, ROOM_CO2, dtS, 6 * 3600);
    }
    humidity = toward(humidity, 90, dtS, 1800);
  }

  public double airC() {
    return airC;
  }

  public double co2Percent() {
    return co2Percent;
  }

  public double humidity() {
    return humidity;
  }
}
