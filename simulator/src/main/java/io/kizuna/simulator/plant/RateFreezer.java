package io.kizuna.simulator.plant;

import static io.kizuna.simulator.physics.Relaxation.toward;

import io.kizuna.simulator.equipment.EquipmentType;
import io.kizuna.simulator.equipment.ProgramDefinition;
import io.kizuna.simulator.fault.FaultBoard;
import io.kizuna.simulator.physics.FreezeEvaluation;
import io.kizuna.simulator.physics.FreezeProfile;
import io.kizuna.simulator.physics.FreezingChamber;
import io.kizuna.simulator.physics.FreezingSample;
import io.kizuna.simulator.physics.ProfileRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Controlled-rate freezer with two sample probes (process description 3.4 and 4.6). */
public final class RateFreezer extends Device {
  private static final double STANDBY_C = 4;
  private static final double STEP_S = 0.5;
  private static final int RATE_WINDOW_S = 60;

  private final FreezingChamber chamber = new FreezingChamber();
  private final ProfileRun run = new ProfileRun();
  private final FreezeEvaluation evaluation = new FreezeEvaluation();
  private final FreezingSample[] probes = {
    new FreezingSample(30, STANDBY_C, -8.5), new FreezingSample(30, STANDBY_C, -8.5)
  };
  private String loadedProfile = "";
  private double setpointC = STANDBY_C;
  private double fillMl;
  private double bagC = STANDBY_C;
  private double ln2Bar = 1.5;

  /** First probe in the last minute, one value per second, newest at {@code rateAt - 1}. */
  private final transient double[] lastMinute = new double[RATE_WINDOW_S + 1];

  private transient @Nullable FreezeProfile profile;
  private transient int rateAt;
  private transient double rateClockS;

  RateFreezer(String id, EquipmentType type, FaultBoard faults, long seed, long nowMs) {
    super(id, type, faults, seed, nowMs);
    bind("CH_T", chamber::temperatureC);
    bind("CH_SP", () -> setpointC);
    bind("SAMPLE_T1", () -> probes[0].temperatureC());
    bind("SAMPLE_T2", () -> probes[1].temperatureC());
    bind("RATE_1MIN", this::rate);
    bind("SEGMENT", this::stepNumber);
    bind("SEG_TYPE", () -> unit.state().underWay() ? segment().type().name() : "NONE");
    bind("LN2_P", () -> ln2Bar);
    bind("LN2_VALVE", () -> powered() ? chamber.valvePercent() : 0.0);
    bind("HEATER", () -> powered() ? chamber.heaterPercent() : 0.0);
    bind("DOOR", () -> effects.open("chamber"));
    bind("FAN", this::powered);
    add(
        new Command(
            "LoadProfile",
            List.of(new Command.Parameter("ProfileId", Command.Kind.STRING)),
            List.of(),
            (a, now) -> loadProfile(a.text(0))));
    add(Command.simple("ManualSeed", now -> seed()));
    alarm(new Alarm(30, () -> ln2Bar < 0.8));
    alarm(new Alarm(30, () -> effects.open("chamber")));
    alarm(new Alarm(60, () -> running() && Math.abs(chamber.temperatureC() - setpointC) > 10));
  }

  private List<Object> loadProfile(String profile) throws CommandRefused {
    if (!type().programs().containsKey(profile)) {
      throw new CommandRefused(
          CommandRefused.Reason.INVALID_ARGUMENT,
          "unknown profile " + profile + ", known: " + type().programs().keySet());
    }
    if (unit.state().underWay()) {
      throw new CommandRefused(CommandRefused.Reason.INVALID_STATE, "a profile is running");
    }
    loadedProfile = profile;
    return List.of();
  }

  private void seed() throws CommandRefused {
    boolean seeded = false;
    for (FreezingSample probe : probes) {
      double before = probe.temperatureC();
      if (!running() || !probe.seed()) continue;
      if (!seeded) evaluation.step(0, before, probe.temperatureC(), true);
      seeded = true;
    }
    if (!seeded) {
      throw new CommandRefused(
          CommandRefused.Reason.INVALID_STATE, "no running sample between melting point and ice");
    }
  }

  /** The probes sit in dummies of the same fill as the bags, at the bags' temperature. */
  @Override
  protected void begin(String program, ProgramDefinition definition) {
    loadedProfile = program;
    double fill = fillMl > 0 ? fillMl : definition.fillMl();
    for (int i = 0; i < probes.length; i++) {
      double start = fillMl > 0 ? bagC : probes[i].temperatureC();
      probes[i] = new FreezingSample(fill, start, FreezingSample.drawNucleationC(chance));
    }
    run.begin(chamber.temperatureC());
    evaluation.begin();
  }

  /** A bag was put in; its fill decides how everything freezes. */
  public void load(double bagFillMl, double bagTemperatureC) {
    fillMl = bagFillMl;
    bagC = bagTemperatureC;
  }

  /**
   * The last bag was taken out. Whoever did so ends a finished run at the freezer: it goes back to
   * standby, or the next batch would be loaded into the cold of this one.
   */
  public void unload() {
    fillMl = 0;
    unit.runAcknowledged();
  }

  @Override
  protected void physics(double dtS) {
    boolean fine = unit.state().underWay() || chamber.temperatureC() < STANDBY_C - 1;
    double step = fine ? STEP_S : dtS;
    for (double done = 0; done < dtS - 1e-9; done += step) smallStep(Math.min(step, dtS - done));
    boolean nitrogen = !effects.lost("LN2");
    double dip = chamber.valvePercent() > 60 ? 0.1 : 0;
    ln2Bar = toward(ln2Bar, nitrogen ? 1.5 - dip : 0, dtS, 20);
  }

  private void smallStep(double dtS) {
    if (running()) {
      boolean done = run.step(dtS, profile(), probes[0].temperatureC());
      setpointC = run.setpointC();
      if (done) unit.finished();
    } else if (!holdsEnd()) {
      setpointC = STANDBY_C;
    }
    chamber.step(dtS, setpointC, effects.open("chamber"), !effects.lost("LN2"), powered());
    for (int i = 0; i < probes.length; i++) {
      if (!probes[i].frozen()) effects.nucleationC().ifPresent(probes[i]::nucleateAt);
      double before = probes[i].temperatureC();
      boolean ice = probes[i].step(dtS, chamber.temperatureC());
      if (i == 0 && running()) evaluation.step(dtS, before, probes[i].temperatureC(), ice);
    }
    rateClockS += dtS;
    if (rateClockS >= 1) {
      rateClockS = 0;
      lastMinute[rateAt % lastMinute.length] = probes[0].temperatureC();
      rateAt++;
    }
  }

  /** Held keeps the set point where it is; complete stays cold until it is reset. */
  private boolean holdsEnd() {
    return switch (unit.state()) {
      case STARTING, HOLDING, HELD, UNHOLDING, COMPLETING, COMPLETE -> true;
      case STOPPED, IDLE, EXECUTE, RESETTING, STOPPING, ABORTING, ABORTED, CLEARING -> false;
    };
  }

  private boolean running() {
    return unit.state() == UnitState.EXECUTE;
  }

  private double rate() {
    if (rateAt < lastMinute.length) return 0.0;
    double newest = lastMinute[(rateAt - 1) % lastMinute.length];
    return newest - lastMinute[rateAt % lastMinute.length];
  }

  private FreezeProfile profile() {
    FreezeProfile known = profile;
    if (known == null || !known.id().equals(unit.programId())) {
      known = program().orElseThrow().profile(unit.programId());
      profile = known;
    }
    return known;
  }

  private FreezeProfile.Segment segment() {
    List<FreezeProfile.Segment> segments = profile().segments();
    return segments.get(Math.min(run.segment(), segments.size() - 1));
  }

  @Override
  protected int stepNumber() {
    return unit.state().underWay() ? run.segment() + 1 : 0;
  }

  @Override
  protected String stepName() {
    if (!unit.state().underWay()) return loadedProfile.isEmpty() ? "" : loadedProfile + " loaded";
    FreezeProfile.Segment s = segment();
    return s.type() + " to " + s.targetC() + " C";
  }

  /** A freezing curve is the record: every 5 s whatever the speed (11.1.4: at most 10 s). */
  @Override
  protected double slowestIntervalS() {
    return unit.state().underWay() ? 5 : Double.MAX_VALUE;
  }

  /** What the bags in the chamber have. */
  public double sampleC() {
    return probes[0].temperatureC();
  }

  /** Evaluation of the present or last run. */
  public FreezeEvaluation evaluation() {
    return evaluation;
  }
}
