package io.kizuna.retention;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.PersonId;
import io.kizuna.signature.Signing.Challenge;
import java.time.Instant;
import java.util.UUID;

/** Inbound port: quality stops the retention clock of a batch, and lets it go on (R81). */
public interface LegalHolds {

  /** What is decided about a hold. */
  enum Action {
    SET,
    LIFTED
  }

  /** A decision that is on record. */
  record Decision(Action action, String reason, PersonId by, Instant at, UUID signature) {}

  /**
   * The challenge for a decision.
   *
   * @throws io.kizuna.kernel.MesException ROLE_MISSING unless QA; REASON_MISSING; LEGAL_HOLD_STATE
   *     if the batch is under a hold already, or under none.
   */
  Challenge challenge(String session, BatchId batch, Action action, String reason, PersonId actor);

  /**
   * Records the decision; the same request again changes nothing.
   *
   * @throws io.kizuna.kernel.MesException as {@link #challenge}, and those of a signature.
   */
  void decide(Command command);

  /**
   * @param signer whose secret was checked for this signing.
   */
  record Command(
      UUID requestId,
      String session,
      BatchId batch,
      Action action,
      String reason,
      PersonId actor,
      UUID challenge,
      PersonId signer,
      String language) {}
}
