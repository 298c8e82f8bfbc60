package io.kizuna.batch;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.PersonId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Inbound port: the ISA-88 state of a batch. Every call is audited and joins the transaction. */
public interface ChangeBatchState {

  /**
   * Gives back the units that hold one batch and that no unit procedure still to come names; shared
   * units stay bound until the batch ends, because its product may still be in them.
   *
   * @param ended the unit procedures that have ended.
   */
  void releaseEquipment(BatchId batch, Set<String> ended);

  /** Holds a running batch; a second reason is added to the first. */
  void hold(BatchId batch, String reason, PersonId by);

  /**
   * @throws io.kizuna.kernel.MesException STATE_CHANGE_REFUSED if it is not held.
   */
  void resume(BatchId batch, String reason, PersonId by, UUID signature);

  /**
   * @throws io.kizuna.kernel.MesException STATE_CHANGE_REFUSED if it has ended.
   */
  void abort(BatchId batch, String reason, PersonId by, UUID signature);

  /** The route reached its end. */
  void complete(BatchId batch);

  /** QA's decision; the gates were checked by the caller. */
  void dispose(
      BatchId batch,
      Batch.Disposition disposition,
      @Nullable String reason,
      PersonId by,
      UUID signature);
}
