package io.kizuna.batchrecord;

import io.kizuna.kernel.BatchId;

/**
 * Inbound port for the engine's service tasks: sends the command the recipe lists under this id.
 *
 * <p>The idempotency key is made from batch, unit procedure, command and occurrence, so that a job
 * that runs twice commands once.
 */
public interface CommandEquipment {

  /**
   * @param occurrence which pass of a loop; 1 for the first.
   * @throws io.kizuna.kernel.MesException EQUIPMENT_UNREACHABLE or EQUIPMENT_STATE; the engine
   *     tries again, and after its last try {@link #gaveUp} holds the batch.
   */
  void command(BatchId batch, String unitProcedure, String command, int occurrence);

  /** The engine will not try again: opens a critical exception and holds the batch. */
  void gaveUp(BatchId batch, String unitProcedure, String command, String reason);
}
