package io.kizuna.simulator.plant;

import static io.kizuna.simulator.physics.Relaxation.toward;

import io.kizuna.simulator.equipment.EquipmentType;
import io.kizuna.simulator.fault.FaultBoard;
import io.kizuna.simulator.physics.Culture;
import io.kizuna.simulator.physics.IncubatorChamber;

/** CO2 incubator (process description 3.7 and 4.5). */
public final class Incubator extends Device {
  private static final double SETPOINT_C = 37;
  private static final double SETPOINT_CO2 = 5;
  private static final double CULTURE_LAG_S = 3600;

  private final IncubatorChamber chamber = new IncubatorChamber();
  private final transient Culture.Surroundings around = new Culture.Surroundings();
  private boolean doorOpen;
  private double supplyBar = 1.0;

  Incubator(String id, EquipmentType type, FaultBoard faults, long seed, long nowMs) {
    super(id, type, faults, seed, nowMs);
    bind("T_PV", chamber::airC);
    bind("CO2_PV", chamber::co2Percent);
    bind("RH", chamber::humidity);
    bind("DOOR_OUTER", () -> open("outer"));
    bind("DOOR_INNER", () -> open("inner"));
    bind("CO2_SUPPLY_P", () -> supplyBar);
    bind("OVERTEMP", () -> chamber.airC() > SETPOINT_C + 1);
    add(Command.simple("OpenDoor", now -> doorOpen = true));
    add(Command.simple("CloseDoor", now -> doorOpen = false));
    alarm(new Alarm(900, () -> Math.abs(chamber.airC() - SETPOINT_C) > 1));
    alarm(new Alarm(900, () -> Math.abs(chamber.co2Percent() - SETPOINT_CO2) > 1));
    alarm(new Alarm(120, () -> open("outer") || open("inner")));
    alarm(new Alarm(120, () -> supplyBar < 0.5));
  }

  private boolean open(String door) {
    return doorOpen || effects.open(door);
  }

  @Override
  protected void physics(double dtS) {
    boolean supplied = !effects.lost("CO2");
    supplyBar = toward(supplyBar, supplied ? 1.0 : 0, dtS, 30);
    boolean on = powered() && unit.state() == UnitState.EXECUTE;
    boolean openToRoom = open("outer") && open("inner");
    chamber.step(dtS, SETPOINT_C, SETPOINT_CO2, openToRoom, on, supplied);
  }

  /** The culture follows the walls, not the air: a short opening hardly moves it (4.5). */
  @Override
  public void incubate(Culture culture, double dtS) {
    culture.temperatureC = toward(culture.temperatureC, chamber.airC(), dtS, CULTURE_LAG_S);
    around.co2GasPercent = chamber.co2Percent();
    around.co2LagH = 1;
    around.kLa = 3;
    culture.step(dtS, around);
  }
}
