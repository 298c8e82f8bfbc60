package io.kizuna.simulator.bench;

import io.kizuna.simulator.physics.Culture;
import io.kizuna.simulator.physics.Noise;
import io.kizuna.simulator.plant.Bioreactor;
import io.kizuna.simulator.plant.CellCounter;
import io.kizuna.simulator.plant.Device;
import io.kizuna.simulator.plant.Guest;
import io.kizuna.simulator.plant.Incubator;
import io.kizuna.simulator.plant.Plant;
import io.kizuna.simulator.plant.RateFreezer;
import io.kizuna.simulator.plant.Refused;
import io.kizuna.simulator.plant.StorageFreezer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Vessels, samples and bags: the part of the plant only hands can move. Plant lock. */
public final class Bench implements Guest {
  static final int MAX_VESSELS = 200;
  static final int MAX_SAMPLES = 5000;
  static final int MAX_BAGS = 1000;
  private static final double WARM_MEDIUM_C = 37; // 4.1.2: medium is warmed before use

  private final transient Plant plant;
  private final Map<String, Vessel> vessels = new LinkedHashMap<>();
  private final Map<String, TakenSample> samples = new LinkedHashMap<>();
  private final Map<String, Bag> bags = new LinkedHashMap<>();
  private final Analysers analysers;
  private final Noise chance;

  public Bench(Plant plant, long seed) {
    this.plant = plant;
    this.analysers = new Analysers(seed);
    this.chance = Noise.named(seed, "bench");
    plant.welcome(this);
  }

  @Override
  public void step(double dtS) {
    for (Vessel vessel : vessels.values()) {
      Device where = vessel.device == null ? null : plant.device(vessel.device).orElse(null);
      if (where == null) Device.rest(vessel.culture, dtS, 22);
      else where.incubate(vessel.culture, dtS);
    }
    for (Bag bag : bags.values()) {
      bag.step(dtS, bag.device == null ? null : plant.device(bag.device).orElse(null));
    }
  }

  /** After a restore: bags on the rockers are the vessels that stood there. */
  public void reconnect() {
    for (Vessel vessel : vessels.values()) {
      if (vessel.device != null
          && plant.device(vessel.device).orElse(null) instanceof Bioreactor reactor) {
        reactor.hold(vessel.culture);
      }
    }
  }

  /**
   * @throws Refused CONFLICT if the id is taken; ids are labels, two vessels never share one.
   */
  public Map<String, @Nullable Object> createVessel(String id, Culture culture) {
    if (vessels.containsKey(id)) throw Refused.conflict("vessel " + id + " exists");
    dropEldest(vessels, MAX_VESSELS, v -> v.device == null);
    culture.temperatureC = WARM_MEDIUM_C;
    vessels.put(id, new Vessel(id, culture));
    return truth(id);
  }

  /** Moves a vessel onto a device, or onto the bench if {@code deviceId} is null. */
  public Map<String, @Nullable Object> placeVessel(String id, @Nullable String deviceId) {
    Vessel vessel = vessel(id);
    if (deviceId == null ? vessel.device == null : deviceId.equals(vessel.device)) return truth(id);
    Device to = deviceId == null ? null : device(deviceId);
    if (to != null && !(to instanceof Bioreactor) && !(to instanceof Incubator)) {
      throw Refused.invalid("a vessel goes into an incubator or a bioreactor, not " + deviceId);
    }
    if (to instanceof Bioreactor reactor && reactor.occupied()) {
      throw Refused.conflict(deviceId + " already holds a vessel");
    }
    if (vessel.device != null && device(vessel.device) instanceof Bioreactor from) from.release();
    if (to instanceof Bioreactor reactor) reactor.hold(vessel.culture);
    vessel.device = deviceId;
    return truth(id);
  }

  /** Something happens to the culture: transduction, wash, feed or remove. */
  public Map<String, @Nullable Object> event(
      String id, String kind, @Nullable Double volumeMl, @Nullable Double efficiency) {
    Culture culture = vessel(id).culture;
    switch (kind) {
      case "transduction" -> {
        culture.transduce(efficiency != null ? efficiency : drawEfficiency());
        if (volumeMl != null) culture.feed(volumeMl);
      }
      case "wash" -> culture.wash(volumeMl != null ? volumeMl : culture.volumeMl());
      case "feed" -> culture.feed(required(volumeMl));
      case "remove" -> culture.remove(atMost(required(volumeMl), culture.volumeMl()));
      default ->
          throw Refused.invalid(
              "unknown event " + kind + ", allowed: transduction, wash, feed, remove");
    }
    return truth(id);
  }

  private double drawEfficiency() {
    return Math.max(0.2, Math.min(0.5, 0.35 + 0.03 * chance.gaussian()));
  }

  private static double required(@Nullable Double volumeMl) {
    if (volumeMl == null) throw Refused.invalid("volumeMl is missing");
    return volumeMl;
  }

  private static double atMost(double volumeMl, double available) {
    if (volumeMl >= available) {
      throw Refused.invalid("volumeMl " + volumeMl + " is not less than " + available);
    }
    return volumeMl;
  }

  /**
   * Takes a sample away from the vessel and keeps its truth for the analysers.
   *
   * @return plant time, epoch milliseconds.
   */
  public long sample(String vesselId, String sampleId, double volumeMl) {
    Vessel vessel = vessel(vesselId);
    if (samples.containsKey(sampleId)) throw Refused.conflict("sample " + sampleId + " exists");
    atMost(volumeMl, vessel.culture.volumeMl());
    dropEldest(samples, MAX_SAMPLES, s -> true);
    samples.put(sampleId, TakenSample.of(sampleId, vessel, volumeMl, plant.nowMs()));
    vessel.culture.remove(volumeMl);
    return plant.nowMs();
  }

  /** Measures a sample once; every call is a new replicate with its own error. */
  public Map<String, Double> measure(String analyser, String sampleId) {
    TakenSample sample = samples.get(sampleId);
    if (sample == null) throw Refused.notFound("no sample " + sampleId);
    Map<String, Double> results = analysers.measure(analyser, sample);
    if (plant.device(analyser).orElse(null) instanceof CellCounter counter) {
      counter.show(
          sampleId,
          results.getOrDefault("VCD", 0.0),
          results.getOrDefault("VIABILITY", 0.0),
          results.getOrDefault("DIAMETER", 0.0));
      plant.publish(counter);
    }
    return results;
  }

  /**
   * @throws Refused CONFLICT if the id is taken.
   */
  public Map<String, @Nullable Object> createBag(String id, double volumeMl) {
    if (bags.containsKey(id)) throw Refused.conflict("bag " + id + " exists");
    dropEldest(bags, MAX_BAGS, b -> b.device == null);
    bags.put(id, new Bag(id, volumeMl));
    return bag(id).truth();
  }

  /** Moves a bag into a freezer, or onto the cold plate if {@code deviceId} is null. */
  public Map<String, @Nullable Object> placeBag(
      String id, @Nullable String deviceId, @Nullable String position) {
    Bag bag = bag(id);
    Device to = deviceId == null ? null : device(deviceId);
    if (to != null && !(to instanceof RateFreezer) && !(to instanceof StorageFreezer)) {
      throw Refused.invalid("a bag goes into CRF-01, LNF-01 or LNF-02, not " + deviceId);
    }
    Device from = bag.device == null ? null : device(bag.device);
    bag.device = deviceId;
    bag.position = position;
    if (from instanceof RateFreezer freezer && from != to) {
      bag.leave(freezer);
      boolean empty = bags.values().stream().noneMatch(b -> freezer.id().equals(b.device));
      if (empty) freezer.unload();
    }
    if (to instanceof RateFreezer freezer && from != to) {
      freezer.load(bag.volumeMl, bag.temperatureC);
    }
    return bag.truth();
  }

  /** The truth about a vessel, which no instrument of the suite can see. */
  public Map<String, @Nullable Object> truth(String id) {
    Vessel vessel = vessel(id);
    Culture c = vessel.culture;
    Map<String, @Nullable Object> t = new LinkedHashMap<>();
    t.put("vesselId", id);
    t.put("device", vessel.device);
    t.put("volumeMl", c.volumeMl());
    t.put("viableCells", c.viableCells());
    t.put("viableDensity", c.density());
    t.put("viabilityPercent", c.viabilityPercent());
    t.put("glucoseMm", c.glucoseMm());
    t.put("lactateMm", c.lactateMm());
    t.put("glutamineMm", c.glutamineMm());
    t.put("ph", c.ph());
    t.put("oxygenPercent", c.oxygenPercent());
    t.put("temperatureC", c.temperatureC);
    t.put("hoursSinceStimulation", c.hoursSinceStimulation());
    t.put("carPositivePercent", c.carPositivePercent());
    t.put("cd3Percent", c.cd3Percent());
    return t;
  }

  /** The truth about a bag. */
  public Map<String, @Nullable Object> bagTruth(String id) {
    return bag(id).truth();
  }

  private Vessel vessel(String id) {
    Vessel vessel = vessels.get(id);
    if (vessel == null) throw Refused.notFound("no vessel " + id);
    return vessel;
  }

  private Bag bag(String id) {
    Bag bag = bags.get(id);
    if (bag == null) throw Refused.notFound("no bag " + id);
    return bag;
  }

  private Device device(String id) {
    return plant.device(id).orElseThrow(() -> Refused.invalid("no device " + id));
  }

  /** Bounded: the eldest that nobody uses goes; if all are in use the new one is refused. */
  private static <T> void dropEldest(Map<String, T> all, int max, Predicate<T> unused) {
    if (all.size() < max) return;
    Iterator<T> eldest = all.values().iterator();
    while (eldest.hasNext()) {
      if (unused.test(eldest.next())) {
        eldest.remove();
        return;
      }
    }
    throw Refused.conflict("there are already " + max + " of these in use");
  }
}
