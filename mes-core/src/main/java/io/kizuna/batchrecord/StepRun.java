package io.kizuna.batchrecord;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.StepKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One pass of one step of one batch.
 *
 * @param revision grows with every change of what is recorded here; a stale page is refused by it.
 * @param routed whether the route has moved past it; a step that must be verified again after a
 *     correction is open once more without moving the route twice.
 * @param performedAt when the performer recorded it; windows and hold times count from here.
 * @param performedBy a person, or {@code system:...}.
 * @param language the language the performer saw.
 */
public record StepRun(
    UUID id,
    BatchId batch,
    StepKey key,
    State state,
    int revision,
    boolean routed,
    Instant openedAt,
    @Nullable Instant performedAt,
    @Nullable String performedBy,
    @Nullable Instant verifiedAt,
    @Nullable String verifiedBy,
    @Nullable Instant completedAt,
    @Nullable String language,
    @Nullable String comment) {

  /** Where it stands. */
  public enum State {
    OPEN,
    AWAITING_VERIFICATION,
    COMPLETE,
    ABANDONED
  }

  /** The subject of a signature on this step, for example {@code step:<id>:perform}. */
  public String subject(String purpose) {
    return "step:" + id + ":" + purpose;
  }
}
