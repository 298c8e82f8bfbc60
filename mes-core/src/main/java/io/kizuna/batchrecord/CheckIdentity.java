package io.kizuna.batchrecord;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.StepKey;

/** Inbound port: a scanned container label is checked against the batch (R58, F37). */
public interface CheckIdentity {

  /**
   * Records the check whatever its result. A mismatch is a hard stop: it opens a critical exception
   * and holds the batch; only QA lets it go on.
   */
  Result check(BatchId batch, StepKey step, PersonId actor, String scan, String code);

  /**
   * @param expected the label that was expected.
   * @param scanned the code as scanned.
   */
  record Result(boolean matched, String expected, String scanned) {}
}
