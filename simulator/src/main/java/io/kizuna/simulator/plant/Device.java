package io.kizuna.simulator.plant;

import io.kizuna.simulator.equipment.EquipmentType;
import io.kizuna.simulator.equipment.ProgramDefinition;
import io.kizuna.simulator.fault.FaultBoard;
import io.kizuna.simulator.physics.Culture;
import io.kizuna.simulator.physics.Noise;
import io.kizuna.simulator.physics.Relaxation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One simulated device: a functional unit with its state machine, commands, tags and physics.
 *
 * <p>Its non-transient fields are the snapshot of the plant; wiring is transient.
 */
public abstract class Device {
  static final double ROOM_C = 22;
  private static final double BENCH_LAG_S = 5000; // 5000 J/K against 1 W/K (4.5)
  private static final long CALIBRATION_MS = 180L * 86_400_000;

  private final transient String id;
  private final transient EquipmentType type;
  private final transient Map<String, Tag> tags = new LinkedHashMap<>();
  private final transient Map<String, Command> commands = new LinkedHashMap<>();
  private final transient Map<String, Supplier<Object>> sources = new LinkedHashMap<>();
  private final transient List<Alarm> alarms = new ArrayList<>();

  /** Faults of this device, as questions. */
  protected final transient FaultBoard.Effects effects;

  protected final UnitMachine unit = new UnitMachine();
  protected final Noise chance;
  private long nowMs;
  private long calibrationDueMs;

  protected Device(String id, EquipmentType type, FaultBoard faults, long seed, long nowMs) {
    this.id = id;
    this.type = type;
    this.effects = faults.of(id);
    this.chance = Noise.named(seed, id);
    this.nowMs = nowMs;
    this.calibrationDueMs = nowMs - nowMs % 86_400_000 + CALIBRATION_MS;
    bindCommon();
    addCommonCommands();
    String always = type.alwaysRuns();
    if (always != null) unit.runAlways(always);
  }

  private void bindCommon() {
    bind("STATE", () -> unit.state().text());
    bind("PROGRAM_ID", unit::programId);
    bind("PROGRAM_RUN", unit::runId);
    bind("PROGRAM_TASK", unit::taskId);
    bind("BATCH_ID", unit::batchId);
    bind("STEP_NAME", this::stepName);
    bind("STEP_NUMBER", this::stepNumber);
    bind("RUNTIME", () -> unit.runtimeS() * 1000);
    bind("RUNTIME_EST", () -> program().map(p -> p.estimatedMinutes() * 60_000).orElse(0.0));
    bind("ALARM_ACTIVE", () -> activeAlarms());
    bind("POWER_OK", this::powered);
    bind("CAL_DUE", () -> Instant.ofEpochMilli(calibrationDueMs));
    bind("CLOCK_UTC", () -> Instant.ofEpochMilli(nowMs));
  }

  /** Asked for every step of every device, so without a stream. */
  private int activeAlarms() {
    int active = 0;
    for (Alarm alarm : alarms) {
      if (alarm.active()) active++;
    }
    return active;
  }

  private void addCommonCommands() {
    add(
        new Command(
            "StartProgram",
            List.of(
                new Command.Parameter("ProgramTemplateId", Command.Kind.STRING),
                new Command.Parameter("Properties", Command.Kind.ANY),
                new Command.Parameter("SupervisoryJobId", Command.Kind.STRING),
                new Command.Parameter("SupervisoryTaskId", Command.Kind.STRING),
                new Command.Parameter("Samples", Command.Kind.ANY)),
            List.of(new Command.Parameter("DeviceProgramRunId", Command.Kind.STRING)),
            (a, now) -> List.of(startProgram(a.text(0), a.text(2), a.text(3), now))));
    add(Command.simple("Stop", now -> unit.stop()));
    add(Command.simple("Abort", now -> unit.abort()));
    add(Command.simple("Clear", now -> unit.clear()));
    add(Command.simple("Hold", now -> unit.hold()));
    add(Command.simple("Unhold", now -> unit.unhold()));
    add(Command.simple("Reset", now -> unit.reset()));
  }

  /** The same task again is the same order sent twice: it gets its first run, nothing starts. */
  private String startProgram(String program, String job, String task, long now)
      throws CommandRefused {
    String earlier = unit.runOf(task);
    if (!earlier.isEmpty()) return earlier;
    ProgramDefinition definition = type.programs().get(program);
    if (definition == null) {
      throw new CommandRefused(
          CommandRefused.Reason.INVALID_ARGUMENT,
          "unknown program " + program + ", known: " + type.programs().keySet());
    }
    unit.start(id, program, job, task, now);
    begin(program, definition);
    return unit.runId();
  }

  /** Declares what a tag of the data file reads; type Double, Integer, Boolean, String, Instant. */
  protected final void bind(String tag, Supplier<Object> source) {
    sources.put(tag, source);
  }

  protected final void add(Command command) {
    commands.put(command.name(), command);
  }

  protected final void alarm(Alarm alarm) {
    alarms.add(alarm);
  }

  /**
   * Joins data file and model; called once, after the constructor.
   *
   * @throws IllegalStateException if one of both knows a tag the other does not.
   */
  final Device wire(long seed) {
    if (!sources.keySet().equals(type.tags().keySet())) {
      throw new IllegalStateException(
          id + ": model has " + sources.keySet() + ", file has " + type.tags().keySet());
    }
    type.tags()
        .forEach(
            (name, definition) ->
                tags.put(
                    name,
                    new Tag(
                        id,
                        name,
                        definition,
                        Objects.requireNonNull(sources.get(name)),
                        effects,
                        seed)));
    return this;
  }

  /** A program was accepted: take over its set points. */
  protected void begin(String program, ProgramDefinition definition) {}

  /** Moves the physics by {@code dtS}. */
  protected abstract void physics(double dtS);

  final void step(double dtS, long toMs) {
    nowMs = toMs;
    unit.step(dtS, toMs);
    physics(dtS);
    for (Alarm alarm : alarms) alarm.step(dtS);
  }

  /** Where the running program stands, in words; empty if none runs. */
  protected String stepName() {
    return unit.state().underWay() ? unit.programId() : "";
  }

  protected int stepNumber() {
    return unit.state().underWay() ? 1 : 0;
  }

  /** Seconds between two samples of any tag at most, while something fast is going on. */
  protected double slowestIntervalS() {
    return Double.MAX_VALUE;
  }

  /** Lets a culture stand in or on this device for {@code dtS}. */
  public void incubate(Culture culture, double dtS) {
    rest(culture, dtS, ROOM_C);
  }

  /** A closed vessel on the bench: cools down, loses carbon dioxide slowly. */
  public static void rest(Culture culture, double dtS, double roomC) {
    culture.temperatureC = Relaxation.toward(culture.temperatureC, roomC, dtS, BENCH_LAG_S);
    Culture.Surroundings s = new Culture.Surroundings();
    s.co2GasPercent = 0.04;
    s.co2LagH = 24;
    s.kLa = 1;
    culture.step(dtS, s);
  }

  protected final boolean powered() {
    return !effects.lost("mains");
  }

  protected final Optional<ProgramDefinition> program() {
    return Optional.ofNullable(type.programs().get(unit.programId()));
  }

  /**
   * Calls a method as a client does.
   *
   * @throws CommandRefused with nothing changed.
   */
  public final List<Object> call(String name, List<@Nullable Object> arguments, long now)
      throws CommandRefused {
    Command command = commands.get(name);
    if (command == null || arguments.size() != command.in().size()) {
      throw new CommandRefused(
          CommandRefused.Reason.INVALID_ARGUMENT,
          name + " with " + arguments.size() + " arguments");
    }
    if (effects.unreachable()) {
      throw new CommandRefused(CommandRefused.Reason.NO_COMMUNICATION, id + " does not answer");
    }
    return command.action().perform(new Command.Arguments(arguments), now);
  }

  public final String id() {
    return id;
  }

  public final EquipmentType type() {
    return type;
  }

  public final UnitMachine unit() {
    return unit;
  }

  public final Collection<Tag> tags() {
    return tags.values();
  }

  public final @Nullable Tag tag(String name) {
    return tags.get(name);
  }

  public final Collection<Command> commands() {
    return commands.values();
  }
}
