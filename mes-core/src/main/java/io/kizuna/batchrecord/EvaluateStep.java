package io.kizuna.batchrecord;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.MesException.Fault;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.StepKey;
import io.kizuna.recipe.Verdict;
import io.kizuna.signature.Signing.Challenge;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Inbound port: what would be recorded, and the challenge to sign exactly that. Records nothing.
 */
public interface EvaluateStep {

  /** Computes, reads and judges every parameter with what is typed so far. */
  Map<String, Evaluated> evaluate(
      BatchId batch, StepKey step, PersonId actor, Map<String, String> values);

  /**
   * Evaluates once more, refuses what could not be recorded, and makes the challenge.
   *
   * @param supervisor true for the second signature outside limits.
   */
  Challenge challengePerform(CompleteStep.Command draft, boolean supervisor);

  /**
   * The challenge to verify what is recorded now.
   *
   * @throws io.kizuna.kernel.MesException BLIND_ENTRY_DIFFERS before anything recorded is shown.
   */
  Challenge challengeVerify(VerifyStep.Draft draft);

  /** The challenge for a correction. */
  Challenge challengeCorrect(CorrectValue.Draft draft);

  /**
   * @param value null while it cannot be known.
   * @param display rounded for people; the value keeps all digits.
   * @param source where it comes from; {@code MANUAL} if typed instead of read.
   * @param provenance facts about where it came from.
   * @param problem why it has no value or cannot be recorded.
   */
  record Evaluated(
      @Nullable String value,
      @Nullable String display,
      @Nullable String unit,
      Verdict verdict,
      String source,
      Map<String, String> provenance,
      @Nullable Fault problem) {}
}
