package io.kizuna.simulator.engine;

import io.kizuna.simulator.bench.Bench;
import io.kizuna.simulator.clock.PlantClock;
import io.kizuna.simulator.engine.StateStore.ScenarioProgress;
import io.kizuna.simulator.equipment.Catalogue;
import io.kizuna.simulator.plant.CommandRefused;
import io.kizuna.simulator.plant.FaultDesk;
import io.kizuna.simulator.plant.Plant;
import io.kizuna.simulator.plant.Refused;
import io.kizuna.simulator.plant.SampleListener;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running plant: one thread ticks it, everyone else works between two ticks. */
public final class Simulation implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Simulation.class);
  private static final int TICK_MS = 50;
  private static final long SAVE_EVERY_MS = 1000;

  /** A sleep longer than this (laptop lid) is dead time, not a burst of samples. */
  private static final long DEAD_AFTER_WALL_MS = 30_000;

  /** Longer spans are not computed through; the plant then wakes up with its last state. */
  private static final long INTEGRATE_MAX_MS = 60L * 86_400_000;

  /** One call may jump this far. */
  private static final long ADVANCE_MAX_MS = 60L * 86_400_000;

  private final Plant plant;
  private final Bench bench;
  private final FaultDesk faultDesk;
  private final PlantClock clock;
  private final StateStore store;
  private final @Nullable Scenario scenario;
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "plant"));
  private final Object writing = new Object();
  private ScenarioProgress progress = ScenarioProgress.NONE;
  private double speed = 1;
  private boolean started;
  private long lastTickWallMs;
  private long lastSavedWallMs;

  /**
   * How to start.
   *
   * @param plantStartMs plant time of a first start; a saved state knows better.
   */
  public record Options(
      Path dataDir,
      long seed,
      @Nullable Long plantStartMs,
      double speed,
      @Nullable Path scenario) {}

  public Simulation(Options options, LongSupplier wall) {
    store = new StateStore(options.dataDir());
    scenario = Scenario.read(options.scenario());
    StateStore.Saved saved = store.read();
    long now = wall.getAsLong();
    Long wanted = options.plantStartMs();
    long start = saved != null ? saved.frame().plantMs() : wanted != null ? wanted : now;
    clock =
        new PlantClock(
            wall,
            saved != null
                ? saved.frame().clock()
                : new PlantClock.Segment(now, start, options.speed()));
    plant = new Plant(Catalogue.load(), options.seed(), start);
    bench = new Bench(plant, options.seed());
    faultDesk = new FaultDesk(plant);
    if (saved != null) {
      store.restore(saved, plant, bench);
      progress = saved.frame().scenario();
      log.info("Plant restored; it went on while the simulator was away");
    }
    beginScenario();
    lastTickWallMs = now;
  }

  private void beginScenario() {
    if (scenario != null && !scenario.name().equals(progress.name())) {
      progress = new ScenarioProgress(scenario.name(), plant.nowMs(), 0);
    }
  }

  /** Catches up with the time that went by, sends first samples and begins to tick. */
  public void start(SampleListener listener) {
    synchronized (plant) {
      liveThroughDeadTime();
      lastTickWallMs = clock.wallMs();
      speed = clock.inForce().speed();
      plant.speed(speed);
      plant.begin(listener);
      started = true;
    }
    ticker.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
  }

  private void liveThroughDeadTime() {
    long target = clock.nowMs();
    if (target - plant.nowMs() > INTEGRATE_MAX_MS) {
      log.warn("The plant was away for more than 60 days; only the last 60 are computed");
      plant.restoredAt(target - INTEGRATE_MAX_MS);
    }
    runTo(target, Plant.Pace.DEAD);
  }

  /** A tick that fails must not end all later ones. */
  private void tick() {
    try {
      catchUp();
      if (clock.wallMs() - lastSavedWallMs >= SAVE_EVERY_MS) save();
    } catch (RuntimeException e) {
      log.error("Tick failed", e);
    }
  }

  /** Brings the plant to the present moment. */
  public void catchUp() {
    synchronized (plant) {
      long wall = clock.wallMs();
      if (wall - lastTickWallMs > DEAD_AFTER_WALL_MS) {
        liveThroughDeadTime();
        plant.publishAll();
      }
      PlantClock.Segment now = clock.inForce();
      if (now.speed() != speed) {
        runTo(now.anchorPlantMs(), Plant.Pace.LIVE);
        speed = now.speed();
        plant.speed(speed);
      }
      runTo(clock.nowMs(), Plant.Pace.LIVE);
      lastTickWallMs = clock.wallMs();
    }
  }

  /** Stops at every event of the scenario on the way, so that faults begin on time. */
  private void runTo(long targetMs, Plant.Pace pace) {
    while (true) {
      Scenario.Event next = nextEvent();
      if (next == null || dueMs(next) > targetMs) break;
      plant.runTo(dueMs(next), clock.wallMs(), pace);
      try {
        log.info("Scenario: {}", faultDesk.inject(next.fault(), clock.wallMs()));
      } catch (Refused e) {
        log.error("Scenario at {}: {}", next.at(), e.getMessage());
      }
      progress = new ScenarioProgress(progress.name(), progress.startedAtMs(), progress.done() + 1);
    }
    plant.runTo(targetMs, clock.wallMs(), pace);
  }

  private Scenario.@Nullable Event nextEvent() {
    if (scenario == null || progress.done() >= scenario.events().size()) return null;
    return scenario.events().get(progress.done());
  }

  private long dueMs(Scenario.Event event) {
    return progress.startedAtMs() + event.at().toMillis();
  }

  /** Does something with the plant at the present moment, between two ticks. */
  public <T> T act(Supplier<T> work) {
    synchronized (plant) {
      catchUp();
      return work.get();
    }
  }

  /**
   * Calls a device's method at the present moment.
   *
   * @throws CommandRefused with nothing changed.
   */
  public List<Object> call(String device, String method, List<@Nullable Object> arguments)
      throws CommandRefused {
    synchronized (plant) {
      catchUp();
      return plant.call(device, method, arguments);
    }
  }

  /**
   * Jumps forward: physics through the whole span, history each minute, subscribers the end only.
   *
   * @throws Refused INVALID if the target is not ahead or more than 60 days away.
   */
  public void advanceTo(long targetMs) {
    synchronized (plant) {
      catchUp();
      long span = targetMs - plant.nowMs();
      if (span < 0) throw Refused.invalid("advanceTo lies in the past of the plant");
      if (span > ADVANCE_MAX_MS) throw Refused.invalid("advanceTo is more than 60 days ahead");
      runTo(targetMs, Plant.Pace.ADVANCE);
      plant.publishAll();
      clock.jumpTo(targetMs);
      lastTickWallMs = clock.wallMs();
      save();
    }
  }

  /** Writes the snapshot; also called at shutdown. */
  public void save() {
    byte[] snapshot;
    synchronized (plant) {
      snapshot =
          store.snapshot(
              new StateStore.Frame(clock.inForce(), plant.nowMs(), progress), plant, bench);
      lastSavedWallMs = clock.wallMs();
    }
    synchronized (writing) {
      store.write(snapshot);
    }
  }

  @Override
  public void close() {
    ticker.shutdown();
    try {
      if (!ticker.awaitTermination(10, TimeUnit.SECONDS)) ticker.shutdownNow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (started) save();
  }

  public Plant plant() {
    return plant;
  }

  public Bench bench() {
    return bench;
  }

  public FaultDesk faultDesk() {
    return faultDesk;
  }

  public PlantClock clock() {
    return clock;
  }
}
