package io.kizuna.web;

import io.kizuna.audit.RecordLook;
import io.kizuna.audit.RecordLook.Look;
import io.kizuna.batch.Batch;
import io.kizuna.kernel.BatchId;
import org.springframework.stereotype.Component;

/** Puts a look at what belongs to a patient on record before it is shown (R16). */
@Component
public class PatientLooks {

  private final RecordLook looks;

  PatientLooks(RecordLook looks) {
    this.looks = looks;
  }

  /**
   * Called once the batch is known to be for this person; a refused look is on record already.
   *
   * @param as what is shown, for example {@code record.pdf}.
   */
  public void at(BatchId batch, Actor actor, String as) {
    looks.looked(new Look(Batch.chainOf(batch), actor.id().value(), as, "batch", batch.toString()));
  }
}
