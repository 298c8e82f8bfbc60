package io.kizuna.portable.internal;

import io.kizuna.audit.RowText;
import io.kizuna.kernel.BatchId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The stored rows of a batch, each as the text its seal in the trail was made of. */
@Component
class RowLines {

  private static final int FETCH = 200;

  private static final String OF_BATCH = "batch_id = :b";
  private static final String OF_STEP =
      "step_run_id IN (SELECT id FROM step_run WHERE batch_id = :b)";
  private static final String OF_EXCEPTION =
      "exception_id IN (SELECT id FROM batch_exception WHERE batch_id = :b)";
  private static final String OF_CHAINS = "chain_id IN ('batch:' || :b, 'recipe:' || :r)";

  /**
   * A sealed table and which of its rows are the batch's.
   *
   * @param key columns of the primary key: the order of the lines.
   * @param rows with {@code :b} for the batch and {@code :r} for its recipe version.
   */
  record Table(String name, String key, String rows) {}

  /** Every sealed table whose rows belong to one batch or to the recipe it was made by. */
  static final List<Table> TABLES =
      List.of(
          new Table("batch", "id", "id = :b"),
          new Table("batch_disposition", "batch_id", OF_BATCH),
          new Table("batch_equipment", "batch_id, role", OF_BATCH),
          new Table("batch_exception", "id", OF_BATCH),
          new Table("equipment_command", "key", OF_BATCH),
          new Table("exception_decision", "id", OF_EXCEPTION),
          new Table("exception_gap", "id", OF_EXCEPTION),
          new Table("hold_timer", "id", OF_BATCH),
          new Table("identity_check", "id", OF_STEP),
          new Table("legal_hold", "id", OF_BATCH),
          new Table("parameter_value", "id", OF_STEP),
          new Table("recipe_diagram", "recipe_version, position", "recipe_version = :r"),
          new Table("recipe_version", "id", "id = :r"),
          new Table("signature", "id", OF_CHAINS),
          new Table(
              "signature_void",
              "signature_id",
              "signature_id IN (SELECT id FROM signature WHERE " + OF_CHAINS + ")"),
          new Table("step_run", "id", OF_BATCH),
          new Table("unit_procedure_run", "batch_id, unit_procedure", OF_BATCH));

  private final JdbcTemplate jdbc;

  RowLines(DataSource database) {
    this.jdbc = new JdbcTemplate(database);
    this.jdbc.setFetchSize(FETCH);
  }

  void write(Table table, BatchId batch, UUID recipe, OutputStream out) throws IOException {
    // Ids of ours, as literals: the same statement has them in several places and types.
    String where = table.rows().replace(":b", "'" + batch + "'").replace(":r", "'" + recipe + "'");
    try {
      jdbc.query(
          "SELECT * FROM " + table.name() + " WHERE " + where + " ORDER BY " + table.key(),
          rs -> {
            try {
              String text = RowText.of(RowText.columns(rs)) + "\n";
              out.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
