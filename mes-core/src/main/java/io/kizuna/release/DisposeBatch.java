package io.kizuna.release;

import io.kizuna.batch.Batch.Disposition;
import io.kizuna.batchrecord.CompleteStep.Signed;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.PersonId;
import io.kizuna.signature.Signing.Challenge;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Inbound port: QA releases or rejects a batch (R26, R32).
 *
 * <p>One signature serves both records: where the disposition step of the recipe is open, the
 * challenge is that step's own, widened by the decision, the gates and the head of the audit chain.
 */
public interface DisposeBatch {

  /**
   * The challenge for a decision.
   *
   * @throws io.kizuna.kernel.MesException RELEASE_BLOCKED, SAME_PERSON or ROLE_MISSING with every
   *     blocker at once; REASON_MISSING for a rejection without one; STATE_CHANGE_REFUSED if it was
   *     decided before.
   */
  Challenge challenge(Draft draft);

  /**
   * Decides: a release needs every gate open; a rejection needs a reason and a QA person, and ends
   * a batch that is still being made.
   *
   * @return the same answer again if {@code requestId} was already handled.
   * @throws io.kizuna.kernel.MesException as {@link #challenge}; SIGNATURE_STALE if something else
   *     was shown.
   */
  Disposed dispose(Command command);

  /** The decision, if there is one. */
  Optional<Disposed> of(BatchId batch);

  /** What a challenge is made from. */
  record Draft(
      String session,
      BatchId batch,
      Disposition decision,
      @Nullable String reason,
      PersonId actor,
      String language) {}

  /**
   * @param actor who is logged in; who decides is the person of {@code signature}.
   */
  record Command(
      UUID requestId,
      String session,
      BatchId batch,
      Disposition decision,
      @Nullable String reason,
      PersonId actor,
      String language,
      Signed signature) {}
}
