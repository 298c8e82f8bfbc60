package io.kizuna.simulator.plant;

import static io.kizuna.simulator.plant.UnitState.ABORTED;
import static io.kizuna.simulator.plant.UnitState.ABORTING;
import static io.kizuna.simulator.plant.UnitState.CLEARING;
import static io.kizuna.simulator.plant.UnitState.COMPLETE;
import static io.kizuna.simulator.plant.UnitState.COMPLETING;
import static io.kizuna.simulator.plant.UnitState.EXECUTE;
import static io.kizuna.simulator.plant.UnitState.HELD;
import static io.kizuna.simulator.plant.UnitState.HOLDING;
import static io.kizuna.simulator.plant.UnitState.IDLE;
import static io.kizuna.simulator.plant.UnitState.RESETTING;
import static io.kizuna.simulator.plant.UnitState.STARTING;
import static io.kizuna.simulator.plant.UnitState.STOPPED;
import static io.kizuna.simulator.plant.UnitState.STOPPING;
import static io.kizuna.simulator.plant.UnitState.UNHOLDING;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** State machine and program runs of one functional unit (OPC 30500-1, 7.1). */
public final class UnitMachine {
  /** Transient states last this long in plant time. */
  private static final double TRANSIENT_S = 2;

  /** Runs kept as results, and start requests remembered for repeats. */
  private static final int MAX_RESULTS = 20;

  private static final int MAX_REMEMBERED_TASKS = 1000;
  private static final DateTimeFormatter RUN_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private UnitState state = IDLE;
  private double inStateS;
  private double runtimeS;
  private long runs;
  private String programId = "";
  private String runId = "";
  private String taskId = "";
  private String batchId = "";
  private final Map<String, String> runsByTask = new LinkedHashMap<>();
  private final List<ProgramRun> results = new ArrayList<>();

  UnitMachine() {}

  /** The run an earlier start with the same task id began; empty text if there was none. */
  String runOf(String task) {
    return task.isEmpty() ? "" : runsByTask.getOrDefault(task, "");
  }

  void start(String device, String program, String job, String task, long nowMs)
      throws CommandRefused {
    require("StartProgram", EnumSet.of(STOPPED, IDLE));
    runs++;
    runId = device + "-" + RUN_TIME.format(Instant.ofEpochMilli(nowMs)) + "-" + runs;
    programId = program;
    batchId = job;
    taskId = task;
    runtimeS = 0;
    if (!task.isEmpty()) runsByTask.put(task, runId);
    dropEldest(runsByTask.keySet(), MAX_REMEMBERED_TASKS);
    results.add(new ProgramRun(runId, program, job, task, nowMs, 0, ""));
    if (results.size() > MAX_RESULTS) results.remove(0);
    enter(STARTING);
  }

  /** Running since power-on, without anyone having started it. */
  void runAlways(String program) {
    programId = program;
    enter(EXECUTE);
  }

  void stop() throws CommandRefused {
    require(
        "Stop",
        EnumSet.of(
            IDLE, STARTING, EXECUTE, COMPLETING, COMPLETE, RESETTING, HOLDING, HELD, UNHOLDING));
    enter(STOPPING);
  }

  void abort() throws CommandRefused {
    require("Abort", EnumSet.complementOf(EnumSet.of(ABORTING, ABORTED, CLEARING)));
    enter(ABORTING);
  }

  void clear() throws CommandRefused {
    require("Clear", EnumSet.of(ABORTED));
    enter(CLEARING);
  }

  void hold() throws CommandRefused {
    require("Hold", EnumSet.of(EXECUTE, STARTING, UNHOLDING));
    enter(HOLDING);
  }

  void unhold() throws CommandRefused {
    require("Unhold", EnumSet.of(HELD));
    enter(UNHOLDING);
  }

  void reset() throws CommandRefused {
    require("Reset", EnumSet.of(COMPLETE, STOPPED));
    enter(RESETTING);
  }

  /** Somebody at the device ends a finished run; nothing to end is fine too. */
  void runAcknowledged() {
    if (state == COMPLETE) enter(RESETTING);
  }

  /** The program has come to its end by itself. */
  void finished() {
    if (state == EXECUTE) enter(COMPLETING);
  }

  private void require(String command, Set<UnitState> allowed) throws CommandRefused {
    if (!allowed.contains(state)) {
      throw new CommandRefused(
          CommandRefused.Reason.INVALID_STATE,
          command
              + " is not possible in "
              + state.text()
              + ", only in "
              + allowed.stream().map(UnitState::text).toList());
    }
  }

  void step(double dtS, long nowMs) {
    inStateS += dtS;
    if (state.underWay()) runtimeS += dtS;
    if (inStateS < TRANSIENT_S) return;
    switch (state) {
      case STARTING, UNHOLDING -> enter(EXECUTE);
      case COMPLETING -> end(COMPLETE, nowMs);
      case RESETTING -> enter(IDLE);
      case HOLDING -> enter(HELD);
      case STOPPING -> end(STOPPED, nowMs);
      case ABORTING -> end(ABORTED, nowMs);
      case CLEARING -> enter(STOPPED);
      case STOPPED, IDLE, EXECUTE, COMPLETE, HELD, ABORTED -> {}
    }
  }

  private void end(UnitState as, long nowMs) {
    int last = results.size() - 1;
    if (last >= 0 && results.get(last).stoppedAtMs() == 0) {
      results.set(last, results.get(last).ended(nowMs, as));
    }
    enter(as);
  }

  private void enter(UnitState next) {
    state = next;
    inStateS = 0;
  }

  private static void dropEldest(Set<String> keys, int max) {
    Iterator<String> eldest = keys.iterator();
    while (keys.size() > max) {
      eldest.next();
      eldest.remove();
    }
  }

  public UnitState state() {
    return state;
  }

  public double runtimeS() {
    return runtimeS;
  }

  public String programId() {
    return programId;
  }

  public String runId() {
    return runId;
  }

  public String taskId() {
    return taskId;
  }

  public String batchId() {
    return batchId;
  }

  /** Newest last. */
  public List<ProgramRun> results() {
    return List.copyOf(results);
  }
}
