package io.kizuna.simulator.crew;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What all batches of one run share: people, clock, bench, and equipment only one can use. */
final class Crew {
  /** A server that has just started is still connecting to its devices. */
  private static final long LINKS_MS_MAX = 60_000;

  private static final long LINKS_POLL_MS = 500;

  private final Staff staff;
  private final Pace pace;
  private final Bench bench;
  private final Knowledge knowledge;
  private final Journal journal;
  private final Map<String, Object> occupied = new HashMap<>();
  private final Set<String> promised = new HashSet<>();

  Crew(Staff staff, Pace pace, Bench bench, Knowledge knowledge, Journal journal) {
    this.staff = staff;
    this.pace = pace;
    this.bench = bench;
    this.knowledge = knowledge;
    this.journal = journal;
  }

  Staff staff() {
    return staff;
  }

  Pace pace() {
    return pace;
  }

  Bench bench() {
    return bench;
  }

  Knowledge knowledge() {
    return knowledge;
  }

  Journal journal() {
    return journal;
  }

  /** Whether {@code unit} is, or becomes, this batch's; one batch at a time. */
  synchronized boolean acquire(String unit, Object batch) {
    return occupied.computeIfAbsent(unit, u -> batch) == batch;
  }

  synchronized void release(String unit, Object batch) {
    occupied.remove(unit, batch);
  }

  synchronized void releaseAll(Object batch) {
    occupied.values().removeIf(b -> b == batch);
  }

  /** The planner orders a batch on units nobody else uses, where there is a choice. */
  synchronized BatchRun.Order order(String recipe) {
    MesSession planner = staff.planner();
    JsonNode options = Mes.orderOptions(planner);
    JsonNode units = Mes.equipment(planner);
    Map<String, String> equipment = equipment(units, options, recipe);
    awaitLinks(planner, equipment.values());
    String suite = suite(units, equipment.values());
    if (suite.isEmpty()) suite = Json.text(options.path("suites").path(0), "id");
    ObjectNode order = Json.object().put("product", recipe);
    order.put("client", Json.text(options.path("clients").path(0), "id"));
    order.put("suite", suite);
    String patientToken = "PT-" + UUID.randomUUID().toString().substring(0, 8);
    order.put("patientToken", patientToken);
    String weight = Json.text(knowledge.order(), "bodyWeightKg");
    order.put("bodyWeightKg", weight);
    order.set("equipment", Json.texts(equipment));
    JsonNode ordered = Mes.order(planner, UUID.randomUUID(), order);
    return new BatchRun.Order(
        Json.text(ordered, "batchId"),
        Json.text(ordered, "number"),
        Json.text(ordered, "coi"),
        patientToken,
        equipment);
  }

  /** Where the first of the units stands that only one patient can use. */
  private static String suite(JsonNode units, Collection<String> chosen) {
    for (JsonNode unit : units) {
      boolean bound = chosen.contains(Json.text(unit, "id"));
      if (bound && Json.text(unit, "class").contains("bioreactor")) {
        return Json.text(unit, "suite");
      }
    }
    return "";
  }

  private Map<String, String> equipment(JsonNode units, JsonNode options, String recipe) {
    var chosen = new HashMap<String, String>();
    for (JsonNode need : roles(options, recipe)) {
      String role = Json.text(need, "role");
      String wanted = Json.text(need, need.has("class") ? "class" : "equipmentClass");
      String unit = free(units, wanted, suite(units, chosen.values()));
      if (unit == null) throw new Stuck("no " + wanted + " for " + role);
      chosen.put(role, unit);
    }
    if (chosen.isEmpty()) throw new Stuck("the options name no equipment for " + recipe);
    promised.addAll(chosen.values());
    return chosen;
  }

  /** A batch on silent equipment would only fail a day later. */
  private static void awaitLinks(MesSession planner, Collection<String> chosen) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LINKS_MS_MAX);
    while (true) {
      String silent = silent(Mes.equipment(planner), chosen);
      if (silent == null) return;
      if (System.nanoTime() - end > 0) throw new Stuck(silent);
      HttpLink.pause(LINKS_POLL_MS);
    }
  }

  private static @Nullable String silent(JsonNode units, Collection<String> chosen) {
    for (JsonNode unit : units) {
      JsonNode link = unit.path("connection");
      boolean live = Json.text(link, "state").equals("LIVE");
      if (live || !chosen.contains(Json.text(unit, "id"))) continue;
      return "%s is %s: %s"
          .formatted(Json.text(unit, "id"), Json.text(link, "state"), Json.text(link, "reason"));
    }
    return null;
  }

  private static Iterable<JsonNode> roles(JsonNode options, String recipe) {
    for (JsonNode product : options.path("products")) {
      if (Json.text(product, "code").equals(recipe)) return product.path("equipment");
    }
    throw new Stuck("the planner is not offered " + recipe + ": " + options.path("products"));
  }

  /** A unit without a batch, of the suite if there is one, else any of the class. */
  private @Nullable String free(JsonNode units, String equipmentClass, String suite) {
    String best = null;
    int bestRank = Integer.MAX_VALUE;
    for (JsonNode unit : units) {
      if (!Json.text(unit, "class").equals(equipmentClass)) continue;
      String id = Json.text(unit, "id");
      boolean used = unit.path("batch").isObject() || promised.contains(id);
      boolean near = suite.isEmpty() || Json.text(unit, "suite").equals(suite);
      int rank = (used ? 2 : 0) + (near ? 0 : 1);
      if (rank < bestRank) best = id;
      bestRank = Math.min(bestRank, rank);
    }
    return best;
  }
}
