package io.kizuna.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The faults active now, asked by the devices at each step. Not thread-safe: plant lock. */
public final class FaultBoard {
  /** More at once is an accident of a script, not a test. */
  public static final int MAX_ACTIVE = 100;

  private List<Fault> active = new ArrayList<>();
  private long lastNumber;
  private transient Map<String, List<Fault>> byDevice = Map.of();

  /** The id for the next fault. */
  public String nextId() {
    lastNumber++;
    return "F" + lastNumber;
  }

  /**
   * @throws IllegalStateException if {@link #MAX_ACTIVE} faults are active already.
   */
  public void add(Fault fault) {
    if (active.size() >= MAX_ACTIVE) throw new IllegalStateException("too many active faults");
    active.add(fault);
    index();
  }

  public Optional<Fault> remove(String id) {
    Optional<Fault> found = active.stream().filter(f -> f.id().equals(id)).findFirst();
    found.ifPresent(active::remove);
    index();
    return found;
  }

  /** Takes away what has run out and says what it was. */
  public List<Fault> expire(long plantMs, long wallMs) {
    if (active.isEmpty()) return List.of();
    List<Fault> over = active.stream().filter(f -> f.overAt(plantMs, wallMs)).toList();
    if (!over.isEmpty()) {
      active.removeAll(over);
      index();
    }
    return over;
  }

  public List<Fault> active() {
    return List.copyOf(active);
  }

  /** Rebuilds the index after the fields were restored from a snapshot. */
  public void index() {
    byDevice = active.stream().collect(Collectors.groupingBy(Fault::device));
  }

  /** The faults of one device, as questions its model asks. */
  public Effects of(String device) {
    return new Effects(device);
  }

  /** A live view: answers change when faults come and go. */
  public final class Effects {
    private final String device;

    private Effects(String device) {
      this.device = device;
    }

    private Optional<Fault> find(FaultCode code) {
      List<Fault> mine = byDevice.get(device);
      if (mine == null) return Optional.empty();
      return mine.stream().filter(f -> f.code() == code).findFirst();
    }

    private boolean any(FaultCode code, String tag) {
      List<Fault> mine = byDevice.get(device);
      return mine != null && mine.stream().anyMatch(f -> f.code() == code && f.concerns(tag));
    }

    public boolean lost(String utility) {
      List<Fault> mine = byDevice.get(device);
      return mine != null
          && mine.stream().anyMatch(f -> f.code() == FaultCode.SM07 && f.names("utility", utility));
    }

    public boolean open(String door) {
      List<Fault> mine = byDevice.get(device);
      return mine != null
          && mine.stream().anyMatch(f -> f.code() == FaultCode.SM06 && f.names("door", door));
    }

    /** No communication with the tag, or with the whole device. */
    public boolean silent(String tag) {
      return any(FaultCode.SM04, tag);
    }

    /** No communication with the device as a whole: it cannot be commanded either. */
    public boolean unreachable() {
      return find(FaultCode.SM04).filter(f -> f.tag() == null).isPresent();
    }

    public boolean stuck(String tag) {
      return any(FaultCode.SM02, tag);
    }

    /** What faulty sensors add to a true value, in the tag's unit. */
    public double offset(String tag, long plantMs) {
      List<Fault> mine = byDevice.get(device);
      if (mine == null) return 0;
      double sum = 0;
      for (Fault f : mine) {
        if (f.code() != FaultCode.SM01 || !f.concerns(tag)) continue;
        double hours = (plantMs - f.startedAtMs()) / 3_600_000.0;
        sum += f.number("offset", 0) + f.number("driftPerHour", 0) * hours;
      }
      return sum;
    }

    /** Forced nucleation temperature in C; -15 (reject in 11.1.5) if none is given. */
    public Optional<Double> nucleationC() {
      return find(FaultCode.SM10).map(f -> f.number("T_nuc", -15));
    }
  }
}
