package io.kizuna.simulator.crew;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The crew's hands: vessels, samples, bags, displays and faults, through the simulator's HTTP. */
final class Bench {
  private final HttpLink link;
  private final String base;

  Bench(String base) {
    this.base = base;
    // The bench is not what is measured: its times are kept apart.
    this.link = new HttpLink(base, new Timings());
  }

  /** Everything one batch has on the bench. */
  static final class Place {
    final String vessel;
    volatile @Nullable String lastSample;
    final Map<String, JsonNode> measured = new ConcurrentHashMap<>();
    volatile @Nullable String bag;

    Place(String coi) {
      this.vessel = coi;
    }
  }

  JsonNode call(String method, String path, @Nullable JsonNode body) {
    HttpLink.Answer answer = link.send("bench", method, path, body, Map.of(), method.equals("GET"));
    if (!answer.fine()) {
      throw new Refusal("simulator " + method + " " + path, answer.status(), answer.body());
    }
    return answer.body();
  }

  String base() {
    return base;
  }

  void create(Place place, JsonNode what) {
    ObjectNode vessel = Json.object().put("vesselId", place.vessel);
    vessel.put("volumeMl", what.path("volumeMl").asDouble());
    vessel.put("viableCells", what.path("viableCells").asDouble());
    vessel.put("viabilityPercent", what.path("viabilityPercent").asDouble());
    vessel.put("hoursSinceStimulation", what.path("hoursSinceStimulation").asDouble());
    call("POST", "/api/bench/vessels", vessel);
  }

  /**
   * @param device null for the bench.
   */
  void place(Place place, @Nullable String device) {
    call("POST", vesselPath(place) + "/place", Json.object().put("device", device));
  }

  void event(Place place, String kind, @Nullable Double volumeMl) {
    ObjectNode event = Json.object().put("kind", kind);
    if (volumeMl != null) event.put("volumeMl", volumeMl);
    call("POST", vesselPath(place) + "/events", event);
  }

  void transduce(Place place, double volumeMl, double efficiency) {
    ObjectNode event = Json.object().put("kind", "transduction");
    call(
        "POST",
        vesselPath(place) + "/events",
        event.put("volumeMl", volumeMl).put("efficiency", efficiency));
  }

  void sample(Place place, double volumeMl) {
    String id = place.vessel + "-" + UUID.randomUUID().toString().substring(0, 8);
    var body = Json.object().put("sampleId", id).put("volumeMl", volumeMl);
    call("POST", vesselPath(place) + "/sample", body);
    place.lastSample = id;
    place.measured.clear();
  }

  /** A result of the last sample; an analyser measures it once, further results are read off. */
  double measure(Place place, String analyser, String result) {
    String sample = place.lastSample;
    if (sample == null) throw new Stuck("no sample was taken to measure " + result);
    JsonNode results =
        place.measured.computeIfAbsent(
            analyser,
            a ->
                call(
                        "POST",
                        "/api/bench/measure",
                        Json.object().put("analyser", a).put("sampleId", sample))
                    .path("results"));
    if (!results.has(result)) throw new Stuck(analyser + " has no result " + result);
    return results.path(result).asDouble();
  }

  /** What scale and eye see of the vessel. */
  double vessel(Place place, String field) {
    return call("GET", vesselPath(place), null).path(field).asDouble();
  }

  /** What a display of a device shows. */
  JsonNode shown(String device, String tag) {
    return call("GET", "/api/devices/" + device, null).path("values").path(tag).path("value");
  }

  void fill(Place place, double volumeMl) {
    String id = place.vessel + "-final";
    call("POST", "/api/bench/bags", Json.object().put("bagId", id).put("volumeMl", volumeMl));
    place.bag = id;
  }

  void placeBag(Place place, @Nullable String device, String position) {
    var body = Json.object().put("device", device).put("position", position);
    call("POST", bagPath(place) + "/place", body);
  }

  /** Share of the viability that survives freezing and thawing, by the model of the run. */
  double postThawFactor(Place place) {
    return call("GET", bagPath(place), null).path("postThawFactor").asDouble(0.93);
  }

  String inject(JsonNode fault) {
    return Json.text(call("POST", "/api/faults", fault), "id");
  }

  void heal(String fault) {
    call("DELETE", "/api/faults/" + fault, null);
  }

  void method(String device, String method) {
    call("POST", "/api/devices/" + device + "/methods/" + method, Json.object());
  }

  private static String vesselPath(Place place) {
    return "/api/bench/vessels/" + place.vessel;
  }

  private static String bagPath(Place place) {
    String bag = place.bag;
    if (bag == null) throw new Stuck("no bag was filled");
    return "/api/bench/bags/" + bag;
  }
}
