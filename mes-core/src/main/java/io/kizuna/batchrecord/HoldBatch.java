package io.kizuna.batchrecord;

import io.kizuna.batchrecord.CompleteStep.Signed;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.PersonId;
import io.kizuna.signature.Signing.Challenge;
import java.util.UUID;

/** Inbound port: people hold a batch, and quality lets it go on or ends it. */
public interface HoldBatch {

  /** Operators, supervisors and quality may hold: stopping must be easy. */
  void hold(UUID requestId, BatchId batch, String reason, PersonId actor);

  /** The challenge for a change that needs a signature. */
  Challenge challenge(String session, BatchId batch, Change change, String reason, PersonId actor);

  /**
   * @throws io.kizuna.kernel.MesException ROLE_MISSING unless QA, STATE_CHANGE_REFUSED,
   *     REASON_MISSING.
   */
  void change(
      UUID requestId,
      String session,
      BatchId batch,
      Change change,
      String reason,
      PersonId actor,
      Signed signature,
      String language);

  /** What needs QA's signature. */
  enum Change {
    RESUME,
    ABORT
  }
}
