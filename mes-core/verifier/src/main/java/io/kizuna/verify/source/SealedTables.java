package io.kizuna.verify.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Section 2: tables whose rows are sealed, and which of them belong to one batch or recipe. */
public final class SealedTables {

  /** Columns of the key, and the condition that picks the rows of one batch, if there is one. */
  private record Table(List<String> key, @Nullable String ofBatch) {}

  private static final String OF_STEP =
      "step_run_id IN (SELECT id FROM step_run WHERE batch_id = :batch)";
  private static final String OF_EXCEPTION =
      "exception_id IN (SELECT id FROM batch_exception WHERE batch_id = :batch)";
  private static final String OF_BATCH = "batch_id = :batch";
  private static final String OF_RECIPE =
      " IN (SELECT recipe_version FROM batch WHERE id = :batch)";
  private static final String SIGNED =
      "(chain_id = :chain OR chain_id = (SELECT CONCAT('recipe:', CAST(recipe_version AS"
          + " varchar(40))) FROM batch WHERE id = :batch))";

  private static final Map<String, Table> TABLES = tables();

  private SealedTables() {}

  private static Map<String, Table> tables() {
    var t = new LinkedHashMap<String, Table>();
    // recipes first: a batch is compared with the version it was made from
    t.put("recipe_version", new Table(List.of("id"), "id" + OF_RECIPE));
    t.put(
        "recipe_diagram",
        new Table(List.of("recipe_version", "position"), "recipe_version" + OF_RECIPE));
    t.put("batch", new Table(List.of("id"), "id = :batch"));
    t.put("batch_equipment", new Table(List.of("batch_id", "role"), OF_BATCH));
    t.put("unit_procedure_run", new Table(List.of("batch_id", "unit_procedure"), OF_BATCH));
    t.put("step_run", new Table(List.of("id"), OF_BATCH));
    t.put("parameter_value", new Table(List.of("id"), OF_STEP));
    t.put("identity_check", new Table(List.of("id"), OF_STEP));
    t.put("hold_timer", new Table(List.of("id"), OF_BATCH));
    t.put("batch_exception", new Table(List.of("id"), OF_BATCH));
    t.put("exception_decision", new Table(List.of("id"), OF_EXCEPTION));
    t.put("exception_gap", new Table(List.of("id"), OF_EXCEPTION));
    t.put("equipment_command", new Table(List.of("key"), OF_BATCH));
    t.put("batch_disposition", new Table(List.of("batch_id"), OF_BATCH));
    t.put("legal_hold", new Table(List.of("id"), OF_BATCH));
    t.put("signature", new Table(List.of("id"), SIGNED));
    t.put(
        "signature_void",
        new Table(
            List.of("signature_id"),
            "signature_id IN (SELECT id FROM signature WHERE " + SIGNED + ")"));
    t.put("lot", new Table(List.of("code"), null));
    t.put("equipment", new Table(List.of("id"), null));
    t.put("tag_definition", new Table(List.of("equipment_class", "tag"), null));
    t.put("confirmed_command", new Table(List.of("command_key"), null));
    t.put("signer_identity_check", new Table(List.of("id"), null));
    t.put("signer_declaration", new Table(List.of("person_id", "version"), null));
    t.put("retention_rule", new Table(List.of("id"), null));
    t.put("person", new Table(List.of("id"), null));
    t.put("person_role", new Table(List.of("person_id", "role"), null));
    t.put("person_client", new Table(List.of("person_id", "client_id"), null));
    t.put("client", new Table(List.of("id"), null));
    t.put("suite", new Table(List.of("id"), null));
    return t;
  }

  /** All of them; recipes first. */
  public static List<String> names() {
    return List.copyOf(TABLES.keySet());
  }

  /** Columns of the key; empty for a table this version does not know. */
  public static List<String> key(String table) {
    var known = TABLES.get(table);
    return known == null ? List.of() : known.key();
  }

  /** The condition that picks the rows of a batch; null if none does. */
  static @Nullable String ofBatch(String table, UUID batch) {
    var known = TABLES.get(table);
    if (known == null || known.ofBatch() == null) return null;
    return known
        .ofBatch()
        .replace(":batch", "CAST('" + batch + "' AS uuid)")
        .replace(":chain", "'batch:" + batch + "'");
  }

  /** Whether all seals of a row are in the chain of its own batch or recipe. */
  public static boolean ofOneChain(String table) {
    var known = TABLES.get(table);
    return known != null && known.ofBatch() != null;
  }
}
