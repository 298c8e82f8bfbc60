package io.kizuna.batchrecord;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.StepKey;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Inbound port: a person reports that a step is done. */
public interface CompleteStep {

  /**
   * Judges everything, appends values, signature and events, and moves the route, all in one
   * transaction; nothing already recorded changes.
   *
   * @return the same answer again if {@code requestId} was already handled.
   * @throws io.kizuna.kernel.MesException with all faults at once; nothing is recorded then.
   */
  Outcome complete(Command command);

  /**
   * @param session the session of the request; a challenge is bound to it.
   * @param coi the identity on the person's screen: a stale page cannot write to another patient.
   * @param revision the revision on the person's screen.
   * @param values typed, picked or scanned values by parameter id.
   * @param reasons reasons by parameter id, for values outside limits or typed instead of read.
   * @param language the language the person saw, {@code en} or {@code ja}.
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
      Map<String, String> reasons,
      @Nullable String comment,
      String language,
      @Nullable Signed signature,
      @Nullable Signed supervisor) {}

  /** A person whose secret was checked for this very signing, and the challenge that was shown. */
  record Signed(UUID challenge, PersonId person) {}

  /**
   * @param exceptions exceptions this action opened.
   * @param next a step of this batch the same person can go on with.
   */
  record Outcome(
      StepRun.State state, int revision, List<BatchException> exceptions, @Nullable StepKey next) {}
}
