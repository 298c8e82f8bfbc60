package io.kizuna.simulator.plant;

import io.kizuna.simulator.equipment.Catalogue;
import io.kizuna.simulator.equipment.EquipmentType;
import io.kizuna.simulator.fault.Fault;
import io.kizuna.simulator.fault.FaultBoard;
import io.kizuna.simulator.history.History;
import io.kizuna.simulator.history.Sample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All devices and the time they live in. Every method takes the plant's lock: a tick is never seen
 * half done.
 */
public final class Plant {
  /** Samples of one tag per wall second at most; the interval grows with the speed. */
  private static final double MAX_SAMPLES_PER_WALL_S = 20;

  private static final long STEP_MS = 1000;
  private static final long COARSE_STEP_MS = 10_000;
  private static final long COARSE_SAMPLE_MS = 60_000;

  private final Catalogue catalogue;
  private final FaultBoard faults = new FaultBoard();
  private final History history = new History();
  private final Map<String, Device> devices = new LinkedHashMap<>();
  private final List<Guest> guests = new ArrayList<>();
  private SampleListener listener = (tag, sample) -> {};
  private long nowMs;
  private long lastCoarseMs;
  private double speed = 1;

  /** How a span of time is lived through. */
  public enum Pace {
    /** Sampled at the nominal intervals and told to the listener. */
    LIVE,
    /** As fast as possible; history each minute, the listener hears nothing. */
    ADVANCE,
    /** The simulator was not there: physics only. */
    DEAD
  }

  /**
   * @param seed same seed and same calls, same values.
   * @param startMs plant time, cut to the whole second.
   */
  public Plant(Catalogue catalogue, long seed, long startMs) {
    this.catalogue = catalogue;
    this.nowMs = startMs - Math.floorMod(startMs, STEP_MS);
    for (Catalogue.Entry entry : catalogue.suite()) {
      Device device = device(entry, seed).wire(seed);
      devices.put(entry.id(), device);
      device.tags().forEach(tag -> history.open(tag.key(), tag.definition()));
    }
  }

  private Device device(Catalogue.Entry e, long seed) {
    EquipmentType type = catalogue.type(e.type());
    return switch (e.type()) {
      case "rocking-bioreactor" -> new Bioreactor(e.id(), type, faults, seed, nowMs);
      case "co2-incubator" -> new Incubator(e.id(), type, faults, seed, nowMs);
      case "controlled-rate-freezer" -> new RateFreezer(e.id(), type, faults, seed, nowMs);
      case "ln2-freezer" -> new StorageFreezer(e.id(), type, faults, seed, nowMs);
      case "cell-counter" -> new CellCounter(e.id(), type, faults, seed, nowMs);
      default -> throw new IllegalStateException("no model for " + e.type());
    };
  }

  /** Sends a first sample of every tag, so that nobody reads an empty node. */
  public synchronized void begin(SampleListener newListener) {
    listener = newListener;
    publishAll();
  }

  /** Sends all tags of all devices now, after a span nobody was told about. */
  public synchronized void publishAll() {
    devices.values().forEach(this::publish);
  }

  public synchronized void welcome(Guest guest) {
    guests.add(guest);
  }

  /** Lives on to {@code targetMs}, on the grid of whole seconds; earlier targets do nothing. */
  public synchronized void runTo(long targetMs, long wallMs, Pace pace) {
    expireFaults(wallMs);
    long step = pace == Pace.LIVE ? STEP_MS : COARSE_STEP_MS;
    while (nowMs + STEP_MS <= targetMs) {
      long dt = Math.min(step, (targetMs - nowMs) / STEP_MS * STEP_MS);
      nowMs += dt;
      for (Device device : devices.values()) device.step(dt / 1000.0, nowMs);
      for (Guest guest : guests) guest.step(dt / 1000.0);
      expireFaults(wallMs);
      if (pace == Pace.LIVE || (pace == Pace.ADVANCE && coarseSampleDue())) sampleAll(pace);
    }
  }

  private boolean coarseSampleDue() {
    return Math.floorDiv(nowMs, COARSE_SAMPLE_MS) != Math.floorDiv(lastCoarseMs, COARSE_SAMPLE_MS);
  }

  private void sampleAll(Pace pace) {
    boolean live = pace == Pace.LIVE;
    lastCoarseMs = nowMs;
    for (Device device : devices.values()) {
      for (Tag tag : device.tags()) {
        if (nowMs >= tag.dueMs || tag.changed()) {
          emit(device, tag, live);
          if (!live) {
            double nominalMs = tag.definition().intervalS() * 1000;
            tag.dueMs = nowMs + (long) Math.max(COARSE_SAMPLE_MS, nominalMs);
          }
        }
      }
    }
  }

  private void emit(Device device, Tag tag, boolean tell) {
    Sample sample = tag.sample(nowMs);
    tag.dueMs = nowMs + intervalMs(device, tag);
    history.append(tag.key(), sample);
    if (tell) listener.onSample(tag, sample);
  }

  private long intervalMs(Device device, Tag tag) {
    double nominal = tag.definition().intervalS();
    double thinned = Math.max(nominal, speed / MAX_SAMPLES_PER_WALL_S);
    double interval = Math.min(thinned, Math.max(nominal, device.slowestIntervalS()));
    // The grid is whole seconds; rounding up keeps below the promised rate.
    return (long) Math.ceil(interval) * 1000;
  }

  /** The sampling intervals follow the speed from now on. */
  public synchronized void speed(double newSpeed) {
    speed = newSpeed;
    for (Device device : devices.values()) {
      for (Tag tag : device.tags()) {
        tag.dueMs = Math.min(tag.dueMs, nowMs + intervalMs(device, tag));
      }
    }
  }

  private void expireFaults(long wallMs) {
    faults.expire(nowMs, wallMs).forEach(this::announce);
  }

  /** What a fault concerns is sampled at the next step, not at its next interval. */
  private void announce(Fault fault) {
    Device device = devices.get(fault.device());
    if (device != null) device.tags().forEach(tag -> tag.dueMs = nowMs);
  }

  /**
   * @throws IllegalStateException if too many faults are active.
   */
  public synchronized void inject(Fault fault) {
    faults.add(fault);
    announce(fault);
  }

  public synchronized Optional<Fault> heal(String faultId) {
    Optional<Fault> healed = faults.remove(faultId);
    healed.ifPresent(this::announce);
    return healed;
  }

  /**
   * Calls a method of a device and sends at once what changed.
   *
   * @throws CommandRefused with nothing changed.
   */
  public synchronized List<Object> call(
      String deviceId, String method, List<@Nullable Object> arguments) throws CommandRefused {
    Device device = devices.get(deviceId);
    if (device == null) {
      throw new CommandRefused(CommandRefused.Reason.INVALID_ARGUMENT, "no device " + deviceId);
    }
    List<Object> results = device.call(method, arguments, nowMs);
    for (Tag tag : device.tags()) {
      if (tag.changed()) emit(device, tag, true);
      tag.dueMs = Math.min(tag.dueMs, nowMs + intervalMs(device, tag));
    }
    return results;
  }

  /** Sends all tags of a device now: a new result is complete or not there. */
  public synchronized void publish(Device device) {
    device.tags().forEach(tag -> emit(device, tag, true));
  }

  /** Runs {@code work} with the plant standing still. */
  public synchronized <T> T still(Supplier<T> work) {
    return work.get();
  }

  /** After a restore: the snapshot's time, and indexes of what was restored. */
  public synchronized void restoredAt(long plantMs) {
    nowMs = plantMs;
    faults.index();
  }

  public synchronized long nowMs() {
    return nowMs;
  }

  public Collection<Device> devices() {
    return devices.values();
  }

  public Optional<Device> device(String id) {
    return Optional.ofNullable(devices.get(id));
  }

  public FaultBoard faults() {
    return faults;
  }

  public History history() {
    return history;
  }

  public Catalogue catalogue() {
    return catalogue;
  }
}
