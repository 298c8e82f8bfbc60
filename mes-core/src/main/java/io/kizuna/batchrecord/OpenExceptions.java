package io.kizuna.batchrecord;

import io.kizuna.batchrecord.CompleteStep.Signed;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.StepKey;
import io.kizuna.signature.Signing.Challenge;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Inbound port: people open exceptions by reporting problems, and QA decides on them. */
public interface OpenExceptions {

  /** A person reports a problem; two taps, no typing needed. */
  BatchException report(
      UUID requestId,
      BatchId batch,
      @Nullable StepKey step,
      PersonId actor,
      String category,
      @Nullable String text);

  /** The challenge for a decision. */
  Challenge challenge(
      String session, UUID exception, Decision decision, String comment, PersonId actor);

  /**
   * @throws io.kizuna.kernel.MesException EXCEPTION_CLOSED if the decision does not fit its state,
   *     SAME_PERSON if the decider performed the step, ROLE_MISSING, REASON_MISSING.
   */
  BatchException decide(
      UUID requestId,
      String session,
      UUID exception,
      Decision decision,
      String comment,
      PersonId actor,
      Signed signature,
      String language);

  /** The batch an exception belongs to; empty if there is no such exception. */
  Optional<BatchId> batchOf(UUID exception);

  /** What QA can decide. */
  enum Decision {
    ACCEPT,
    DEVIATION,
    CLOSE_DEVIATION
  }
}
