package io.kizuna.simulator.plant;

import static io.kizuna.simulator.physics.Relaxation.toward;

import io.kizuna.simulator.equipment.EquipmentType;
import io.kizuna.simulator.equipment.ProgramDefinition;
import io.kizuna.simulator.equipment.TagDefinition;
import io.kizuna.simulator.fault.FaultBoard;
import io.kizuna.simulator.physics.BagHeater;
import io.kizuna.simulator.physics.Culture;
import io.kizuna.simulator.physics.GasLoop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rocking bioreactor with one bag (process description 3.1 and 4.1 to 4.5). */
public final class Bioreactor extends Device {
  private static final double PERFUSION_FROM_ML = 950; // 7.2.5: once V = 1 L, less some samples
  private static final List<String> PARAMETERS = List.of("CO2_MAX", "AUTO_PERFUSION");

  private final Map<String, Setpoint> setpoints = new LinkedHashMap<>();
  private final BagHeater heater = new BagHeater();
  private final GasLoop gas = new GasLoop();

  /** Medium in the bag before a vessel is placed; the probes are calibrated in it (7.1.2). */
  private Culture medium = Culture.medium(300);

  private transient @Nullable Culture vessel;
  private final transient Culture.Surroundings around = new Culture.Surroundings();
  private double shownC = ROOM_C;
  private double shownPh = 7.4;
  private double shownOxygen = 100;
  private double filterMbar = 6;

  Bioreactor(String id, EquipmentType type, FaultBoard faults, long seed, long nowMs) {
    super(id, type, faults, seed, nowMs);
    type.tags()
        .forEach(
            (name, d) -> {
              if (d.settable()) setpoints.put(name, new Setpoint());
            });
    PARAMETERS.forEach(p -> setpoints.put(p, new Setpoint()));
    set("T_SP", 37);
    set("PH_SP", 7.25);
    set("DO_SP", 50);
    set("ANGLE", 6);
    set("CO2_MAX", 5);
    bindProcess();
    bindMachine();
    add(
        new Command(
            "SetSetpoint",
            List.of(
                new Command.Parameter("Tag", Command.Kind.STRING),
                new Command.Parameter("Value", Command.Kind.DOUBLE),
                new Command.Parameter("RampPerMinute", Command.Kind.DOUBLE)),
            List.of(),
            (a, now) -> setSetpoint(a.text(0), a.number(1), a.number(2))));
    alarm(new Alarm(300, () -> controlled() && Math.abs(shownC - sp("T_SP")) > 1.5));
    alarm(new Alarm(60, () -> unit.state() == UnitState.EXECUTE && rocking() == 0));
    alarm(new Alarm(600, () -> controlled() && (shownPh < 6.7 || shownPh > 7.7)));
    alarm(new Alarm(600, () -> controlled() && shownOxygen < 20));
  }

  private void bindProcess() {
    bind("T_PV", () -> shownC);
    bind("T_SP", () -> sp("T_SP"));
    bind("PH_PV", () -> shownPh);
    bind("PH_SP", () -> sp("PH_SP"));
    bind("DO_PV", () -> shownOxygen);
    bind("DO_SP", () -> sp("DO_SP"));
    bind("CO2_PV", gas::co2Percent);
    bind("O2_PV", gas::o2Percent);
    bind("WEIGHT", () -> culture().volumeMl());
    bind("FEED_RATE", () -> pumping() ? sp("FEED_RATE") : 0.0);
    bind("HARV_RATE", () -> pumping() ? sp("HARV_RATE") : 0.0);
  }

  private void bindMachine() {
    bind("ROCK_PV", this::rocking);
    bind("ROCK_SP", () -> sp("ROCK_SP"));
    bind("ANGLE", () -> sp("ANGLE"));
    bind("GAS_FLOW", this::gasFlow);
    bind("BAG_P", () -> 16.7 * gasFlow());
    bind("FILTER_DP", () -> filterMbar);
    bind("HEATER_OUT", heater::outputPercent);
    bind("DOOR", () -> effects.open("door"));
  }

  @Override
  protected void begin(String program, ProgramDefinition definition) {
    Map<String, Double> values = definition.setpoints();
    if (values != null) values.forEach((name, value) -> setpoint(name).set(value, 0));
  }

  /** Feeding by hand ends the automatic perfusion: two masters on one pump is a fault. */
  private List<Object> setSetpoint(String tag, double value, double ramp) throws CommandRefused {
    TagDefinition definition = type().tags().get(tag);
    if (definition == null || !definition.settable()) {
      throw new CommandRefused(
          CommandRefused.Reason.INVALID_ARGUMENT,
          tag
              + " cannot be set, only "
              + setpoints.keySet().stream().filter(s -> !PARAMETERS.contains(s)).toList());
    }
    if (!definition.covers(value)) {
      throw new CommandRefused(
          CommandRefused.Reason.OUT_OF_RANGE,
          tag + " " + value + " is not in " + definition.range());
    }
    setpoint(tag).set(value, ramp);
    if (tag.equals("FEED_RATE") || tag.equals("HARV_RATE")) set("AUTO_PERFUSION", 0);
    return List.of();
  }

  @Override
  protected void physics(double dtS) {
    setpoints.values().forEach(s -> s.step(dtS));
    if (unit.state() == UnitState.EXECUTE && sp("AUTO_PERFUSION") > 0) perfuse();
    Culture culture = culture();
    boolean heated = controlled() && powered() && !effects.lost("heater");
    culture.temperatureC =
        heater.step(dtS, culture.temperatureC, culture.volumeMl(), sp("T_SP"), ROOM_C, heated);
    if (controlled()) {
      gas.step(
          dtS,
          gasFlow(),
          sp("PH_SP") - shownPh,
          sp("DO_SP") - shownOxygen,
          sp("CO2_MAX"),
          !effects.lost("CO2"));
      filterMbar = Math.min(100, filterMbar + dtS * 0.5 / 86400);
    }
    around.kLa = GasLoop.kLa(rocking(), sp("ANGLE"), culture.volumeMl());
    around.co2GasPercent = gas.co2Percent();
    around.oxygenGasPercent = gas.o2Percent();
    around.co2LagH = gasFlow() > 0 ? 1 / (0.9 * around.kLa) : 24;
    around.feedMlPerDay = pumping() ? sp("FEED_RATE") : 0;
    around.harvestMlPerDay = pumping() ? sp("HARV_RATE") : 0;
    culture.step(dtS, around);
    shownC = toward(shownC, culture.temperatureC, dtS, 7.7); // t98 30 s
    shownPh = toward(shownPh, culture.ph(), dtS, 77); // t98 5 min
    shownOxygen = toward(shownOxygen, culture.oxygenPercent(), dtS, 15.4); // t98 60 s
  }

  /** Rule of 7.2.5 by the permittivity probe; lower bounds are inclusive (C-23). */
  private void perfuse() {
    double density = culture().density();
    double rate = density < 2 ? 0 : density < 10 ? 500 : density < 15 ? 750 : 1000;
    if (culture().volumeMl() < PERFUSION_FROM_ML) rate = 0;
    set("FEED_RATE", rate);
    set("HARV_RATE", Math.max(0, rate - (rate > 0 ? 12 : 0))); // evaporation is made up for
  }

  /** The bag is on the rocker. */
  public void hold(Culture placed) {
    vessel = placed;
  }

  /** The bag was taken away; a fresh one with warm medium takes its place. */
  public void release() {
    Culture leaving = vessel;
    vessel = null;
    medium = Culture.medium(300);
    if (leaving != null) medium.temperatureC = leaving.temperatureC;
  }

  /** A vessel is on the rocker; another one cannot be placed. */
  public boolean occupied() {
    return vessel != null;
  }

  @Override
  public void incubate(Culture culture, double dtS) {
    // The bag is stepped with the machine, in physics().
  }

  private Culture culture() {
    Culture placed = vessel;
    return placed != null ? placed : medium;
  }

  private boolean controlled() {
    return unit.state().underWay();
  }

  /** Hold stops feed and harvest, but keeps temperature, gas and rocking (3.1). */
  private boolean pumping() {
    return unit.state() == UnitState.EXECUTE && powered();
  }

  private double rocking() {
    return controlled() && powered() ? sp("ROCK_SP") : 0;
  }

  private double gasFlow() {
    return controlled() && powered() ? sp("GAS_FLOW") : 0;
  }

  private Setpoint setpoint(String name) {
    return Objects.requireNonNull(setpoints.get(name), name);
  }

  private double sp(String name) {
    return setpoint(name).value();
  }

  private void set(String name, double value) {
    setpoint(name).set(value, 0);
  }
}
