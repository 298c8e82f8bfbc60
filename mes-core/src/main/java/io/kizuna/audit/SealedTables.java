package io.kizuna.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which tables are sealed into the trail, with the columns of their keys in order. */
public final class SealedTables {

  /** Key columns by table; a test compares it with the database. */
  public static final Map<String, List<String>> KEYS = keys();

  private SealedTables() {}

  private static Map<String, List<String>> keys() {
    var keys = new TreeMap<String, List<String>>();
    for (String table :
        List.of(
            "batch",
            "batch_exception",
            "client",
            "equipment",
            "exception_decision",
            "exception_gap",
            "hold_timer",
            "identity_check",
            "legal_hold",
            "parameter_value",
            "person",
            "recipe_version",
            "retention_rule",
            "signature",
            "step_run",
            "suite")) {
      keys.put(table, List.of("id"));
    }
    keys.put("batch_disposition", List.of("batch_id"));
    keys.put("batch_equipment", List.of("batch_id", "role"));
    keys.put("confirmed_command", List.of("command_key"));
    keys.put("equipment_command", List.of("key"));
    keys.put("lot", List.of("code"));
    keys.put("person_client", List.of("person_id", "client_id"));
    keys.put("person_role", List.of("person_id", "role"));
    keys.put("recipe_diagram", List.of("recipe_version", "position"));
    keys.put("signature_void", List.of("signature_id"));
    keys.put("tag_definition", List.of("equipment_class", "tag"));
    keys.put("unit_procedure_run", List.of("batch_id", "unit_procedure"));
    return Map.copyOf(keys);
  }
}
