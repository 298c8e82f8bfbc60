package io.kizuna.batchrecord;

import io.kizuna.batchrecord.CompleteStep.Outcome;
import io.kizuna.batchrecord.CompleteStep.Signed;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.StepKey;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Inbound port: a second person verifies what was recorded (F13, R26). */
public interface VerifyStep {

  /**
   * @throws io.kizuna.kernel.MesException SAME_PERSON if the verifier performed the step,
   *     VERIFICATION_NOT_OPEN, BLIND_ENTRY_DIFFERS if the second entry is not the first one.
   */
  Outcome verify(Command command);

  /**
   * @param actor who is logged in; the verifier is the person of {@code signature}.
   * @param values the second entry, for blind second entry only.
   */
  record Command(
      UUID requestId,
      String session,
      BatchId batch,
      StepKey step,
      PersonId actor,
      String coi,
      int revision,
      Map<String, String> values,
      @Nullable String comment,
      String language,
      Signed signature) {}

  /** What a challenge to verify is made from; the verifier is not known yet. */
  record Draft(
      String session,
      BatchId batch,
      StepKey step,
      PersonId actor,
      Map<String, String> values,
      String language) {}
}
