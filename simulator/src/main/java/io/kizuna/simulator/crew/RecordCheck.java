package io.kizuna.simulator.crew;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether the record of a batch says by itself that it may be infused. */
final class RecordCheck {
  private static final Set<String> STEP_DONE = Set.of("COMPLETE", "ABANDONED");

  private RecordCheck() {}

  static List<String> faults(JsonNode record) {
    var faults = new ArrayList<String>();
    String disposition = disposition(record);
    if (!disposition.equals("RELEASED")) faults.add("disposition is '" + disposition + "'");
    int steps = 0;
    int signatures = 0;
    for (JsonNode step : all(record, "steps")) {
      steps++;
      if (!STEP_DONE.contains(Json.text(step, "state"))) {
        faults.add("step " + Json.text(step, "key") + " is " + Json.text(step, "state"));
      }
    }
    for (JsonNode signature : all(record, "signatures")) {
      signatures++;
      if (isVoid(signature))
        faults.add("signature of " + Json.person(signature, "by") + " does not stand");
    }
    for (JsonNode e : all(record, "exceptions")) {
      if (QaWork.isOpen(e)) faults.add("exception " + Json.text(e, "number") + " is open");
    }
    JsonNode chain = record.path("auditTrail").path("valid");
    if (chain.isBoolean() && !chain.asBoolean()) faults.add("the audit trail does not recompute");
    if (steps == 0) faults.add("no steps");
    if (signatures == 0) faults.add("no signatures");
    return faults;
  }

  private static boolean isVoid(JsonNode signature) {
    return Json.textOrNull(signature, "voidReason") != null
        || !signature.path("recomputes").asBoolean(true);
  }

  private static String disposition(JsonNode record) {
    JsonNode disposition = record.path("disposition");
    return disposition.isObject()
        ? Json.text(disposition, "decision")
        : Json.text(record, "disposition");
  }

  /** Every element of every array of that name, wherever the record keeps it. */
  private static List<JsonNode> all(JsonNode record, String name) {
    var found = new ArrayList<JsonNode>();
    for (JsonNode array : record.findValues(name)) {
      if (array.isArray()) array.forEach(found::add);
    }
    return found;
  }
}
