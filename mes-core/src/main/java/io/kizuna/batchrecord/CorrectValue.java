package io.kizuna.batchrecord;

import io.kizuna.batchrecord.CompleteStep.Signed;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.StepKey;
import java.util.List;
import java.util.UUID;

/** Inbound port: corrects a recorded value; the old one stays readable (F14, R03). */
public interface CorrectValue {

  /**
   * Appends the new value, recomputes what depends on it, makes later signatures of the steps
   * concerned void and opens them for verification again.
   *
   * @throws io.kizuna.kernel.MesException CORRECTION_REFUSED for values the system computes, for
   *     the same value, after disposition; REASON_MISSING.
   */
  Outcome correct(Command command);

  /** See {@link CompleteStep.Command}. */
  record Command(
      UUID requestId,
      String session,
      BatchId batch,
      StepKey step,
      PersonId actor,
      String coi,
      int revision,
      String parameter,
      String value,
      String reason,
      String language,
      Signed signature) {}

  /**
   * @param recomputed values that followed, as {@code step key/parameter}.
   * @param voided signatures that no longer count.
   */
  record Outcome(
      int revision, List<String> recomputed, List<UUID> voided, List<BatchException> exceptions) {}

  /** What a challenge to correct is made from. */
  record Draft(
      String session,
      BatchId batch,
      StepKey step,
      PersonId actor,
      String parameter,
      String value,
      String reason,
      String language) {}
}
