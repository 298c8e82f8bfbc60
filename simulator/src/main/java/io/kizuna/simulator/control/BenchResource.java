package io.kizuna.simulator.control;

import io.kizuna.simulator.bench.Bench;
import io.kizuna.simulator.control.Exchange.Answer;
import io.kizuna.simulator.engine.Simulation;
import io.kizuna.simulator.physics.Culture;
import io.kizuna.simulator.plant.Refused;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code /api/bench}: what the crew's hands do. */
final class BenchResource {
  private static final double VOLUME_MAX_ML = 20_000;

  private final Simulation simulation;

  BenchResource(Simulation simulation) {
    this.simulation = simulation;
  }

  void register(Routes r) {
    r.add("POST", "/api/bench/vessels", x -> Answer.created(create(x.read(NewVessel.class))));
    r.add("GET", "/api/bench/vessels/*", x -> done(b -> b.truth(x.path().get(0))));
    r.add("POST", "/api/bench/vessels/*/place", x -> done(b -> place(b, x)));
    r.add("POST", "/api/bench/vessels/*/events", x -> done(b -> event(b, x)));
    r.add("POST", "/api/bench/vessels/*/sample", x -> Answer.created(sample(x)));
    r.add("POST", "/api/bench/measure", x -> done(b -> measure(b, x.read(Measure.class))));
    r.add("POST", "/api/bench/bags", x -> Answer.created(createBag(x.read(NewBag.class))));
    r.add("GET", "/api/bench/bags/*", x -> done(b -> b.bagTruth(x.path().get(0))));
    r.add("POST", "/api/bench/bags/*/place", x -> done(b -> placeBag(b, x)));
  }

  record NewVessel(
      @Nullable String vesselId,
      @Nullable Double volumeMl,
      @Nullable Double viableCells,
      @Nullable Double viabilityPercent,
      @Nullable Double donorFactor,
      @Nullable Double hoursSinceStimulation) {}

  record Place(@Nullable String device, @Nullable String position) {}

  record Event(@Nullable String kind, @Nullable Double volumeMl, @Nullable Double efficiency) {}

  record TakeSample(@Nullable String sampleId, @Nullable Double volumeMl) {}

  record Measure(@Nullable String analyser, @Nullable String sampleId) {}

  record NewBag(@Nullable String bagId, @Nullable Double volumeMl) {}

  private <T> T act(Function<Bench, T> work) {
    return simulation.act(() -> work.apply(simulation.bench()));
  }

  private Answer done(Function<Bench, Map<String, ?>> work) {
    return Answer.ok(act(work));
  }

  private Map<String, ?> create(NewVessel v) {
    String id = Exchange.required(v.vesselId(), "vesselId");
    Culture culture =
        new Culture(
            volume(v.volumeMl()),
            Exchange.required(v.viableCells(), "viableCells", 0, 1e12),
            Exchange.required(v.viabilityPercent(), "viabilityPercent", 1, 100),
            optional(v.donorFactor(), "donorFactor", 1, 0.1, 3),
            optional(v.hoursSinceStimulation(), "hoursSinceStimulation", 0, 0, 10_000));
    return act(b -> b.createVessel(id, culture));
  }

  private static Map<String, ?> place(Bench bench, Exchange x) {
    return bench.placeVessel(x.path().get(0), x.read(Place.class).device());
  }

  private static Map<String, ?> event(Bench bench, Exchange x) {
    Event e = x.read(Event.class);
    Double volume = e.volumeMl() == null ? null : volume(e.volumeMl());
    Double efficiency = e.efficiency();
    if (efficiency != null) Exchange.required(efficiency, "efficiency", 0, 1);
    return bench.event(x.path().get(0), Exchange.required(e.kind(), "kind"), volume, efficiency);
  }

  private Map<String, ?> sample(Exchange x) {
    TakeSample s = x.read(TakeSample.class);
    String id = Exchange.required(s.sampleId(), "sampleId");
    double volume = volume(s.volumeMl());
    long at = act(b -> b.sample(x.path().get(0), id, volume));
    return Map.of(
        "sampleId",
        id,
        "vesselId",
        x.path().get(0),
        "volumeMl",
        volume,
        "takenAt",
        Instant.ofEpochMilli(at).toString());
  }

  private Map<String, ?> measure(Bench bench, Measure m) {
    String analyser = Exchange.required(m.analyser(), "analyser");
    String sample = Exchange.required(m.sampleId(), "sampleId");
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("analyser", analyser);
    answer.put("sampleId", sample);
    answer.put("results", bench.measure(analyser, sample));
    answer.put("measuredAt", Instant.ofEpochMilli(simulation.plant().nowMs()).toString());
    return answer;
  }

  private Map<String, ?> createBag(NewBag n) {
    String id = Exchange.required(n.bagId(), "bagId");
    double volume = Exchange.required(n.volumeMl(), "volumeMl", 1, 500);
    return act(b -> b.createBag(id, volume));
  }

  private static Map<String, ?> placeBag(Bench bench, Exchange x) {
    Place p = x.read(Place.class);
    String position = p.position();
    if (position != null) Exchange.required(position, "position");
    return bench.placeBag(x.path().get(0), p.device(), position);
  }

  private static double volume(@Nullable Double ml) {
    double volume = Exchange.required(ml, "volumeMl", 0, VOLUME_MAX_ML);
    if (volume <= 0) throw Refused.invalid("volumeMl must be more than 0");
    return volume;
  }

  private static double optional(
      @Nullable Double value, String name, double otherwise, double low, double high) {
    return value == null ? otherwise : Exchange.required(value, name, low, high);
  }
}
