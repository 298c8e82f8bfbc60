package io.kizuna.recipe;

import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.Text;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One imported package; its content never changes, only its state does (R46, R48).
 *
 * @param packageHash SHA-256 over the sorted files, hexadecimal: what the approver signs.
 * @param approvedBy null until somebody other than the importer approves it.
 * @param signatureId the approver's signature.
 */
public record RecipeVersion(
    UUID id,
    String product,
    String version,
    Text name,
    State state,
    String packageHash,
    PersonId importedBy,
    Instant importedAt,
    @Nullable PersonId approvedBy,
    @Nullable Instant approvedAt,
    @Nullable UUID signatureId) {

  /** Where a version stands in its life. */
  public enum State {
    /** Checked and stored; no batch may be made from it. */
    IMPORTED,
    /** Approved: new batches of the product are made from it. At most one per product. */
    EFFECTIVE,
    /** Replaced by a later version; batches that run on it finish on it. */
    RETIRED
  }
}
