package io.kizuna.simulator.crew;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What all batches of one run share: people, clock, bench, and equipment only one can use. */
final class Crew {
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
    Map<String, String> equipment = equipment(planner, options, recipe);
    ObjectNode order = Json.object().put("product", recipe);
    order.put("client", Json.text(options.path("clients").path(0), "id"));
    order.put("suite", suite(options.path("suites").path(0)));
    order.put("patientToken", "PT-" + UUID.randomUUID().toString().substring(0, 8));
    String weight = Json.text(knowledge.order(), "bodyWeightKg");
    order.put("bodyWeightKg", new BigDecimal(weight));
    order.set("equipment", Json.texts(equipment));
    JsonNode ordered = Mes.order(planner, UUID.randomUUID(), order);
    return new BatchRun.Order(
        Json.text(ordered, "batchId"),
        Json.text(ordered, "number"),
        Json.text(ordered, "coi"),
        equipment);
  }

  private static String suite(JsonNode suite) {
    return suite.isObject() ? Json.text(suite, "id") : suite.asString();
  }

  private Map<String, String> equipment(MesSession by, JsonNode options, String recipe) {
    var chosen = new HashMap<String, String>();
    JsonNode units = Mes.equipment(by);
    for (JsonNode need : roles(options, recipe)) {
      String role = Json.text(need, "role");
      String unit = free(units, Json.text(need, "class"));
      if (unit == null) throw new Stuck("no " + Json.text(need, "class") + " for " + role);
      promised.add(unit);
      chosen.put(role, unit);
    }
    if (chosen.isEmpty()) throw new Stuck("the options name no equipment for " + recipe);
    return chosen;
  }

  private static Iterable<JsonNode> roles(JsonNode options, String recipe) {
    for (JsonNode product : options.path("products")) {
      boolean wanted =
          Json.text(product, "code").equals(recipe) || Json.text(product, "product").equals(recipe);
      if (!wanted) continue;
      JsonNode roles = product.path("roles");
      return roles.isArray() ? roles : product.path("equipment");
    }
    throw new Stuck("the planner is not offered " + recipe + ": " + options.path("products"));
  }

  /** A unit without a batch, else any of the class. */
  private @Nullable String free(JsonNode units, String equipmentClass) {
    String any = null;
    for (JsonNode unit : units) {
      if (!Json.text(unit, "class").equals(equipmentClass)) continue;
      String id = Json.text(unit, "id");
      boolean used = unit.path("batch").isObject() || promised.contains(id);
      if (!used) return id;
      if (any == null) any = id;
    }
    return any;
  }
}
