package io.kizuna.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change to GxP data: who, what, old and new value, why (R01). When is set by the trail.
 *
 * @param chain the chain it belongs to: {@code batch:<id>}, {@code recipe:<id>} or {@code site}.
 * @param actor user id, or {@code system:<part>} (R15).
 * @param action past participle, for example {@code step.completed}.
 * @param entity kind of the thing changed, for example {@code step}.
 * @param entityId its id.
 * @param changes field to old and new value; never personal data of a patient.
 * @param reason why; null only for a first entry (R03).
 * @param signatureId the signature that covers the change, if any.
 */
public record AuditEvent(
    String chain,
    String actor,
    String action,
    String entity,
    String entityId,
    Map<String, Change> changes,
    @Nullable String reason,
    @Nullable UUID signatureId) {

  /** A value before and after; null before for a first entry, null after for a removal. */
  public record Change(@Nullable String before, @Nullable String after) {

    /** A first entry. */
    public static Change to(@Nullable String after) {
      return new Change(null, after);
    }
  }
}
