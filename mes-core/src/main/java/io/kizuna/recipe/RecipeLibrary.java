package io.kizuna.recipe;

import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Inbound port: the master batch records of this site. */
public interface RecipeLibrary {

  /** Where a version stands; exactly one version of a product is effective (F2). */
  enum State {
    IMPORTED,
    EFFECTIVE,
    RETIRED
  }

  /**
   * @param packageHash SHA-256 over the package, hex: what was approved.
   */
  record Version(
      UUID id,
      State state,
      String packageHash,
      MasterBatchRecord master,
      PersonId importedBy,
      Instant importedAt,
      @Nullable PersonId approvedBy,
      @Nullable Instant approvedAt) {}

  /**
   * @param xml BPMN 2.0 with diagram.
   * @param names element id to its name in both languages.
   */
  record Diagram(String processId, Text title, String xml, Map<String, Text> names) {}

  /** Every version, newest first; at most 500. */
  List<Version> all();

  Optional<Version> find(UUID id);

  /** The version new batches of this product are made from. */
  Optional<Version> effective(String product);

  /** The procedure and the unit procedures of a version, in the order of the procedure. */
  List<Diagram> diagrams(UUID id);
}
