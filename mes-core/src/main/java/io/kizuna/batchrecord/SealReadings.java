package io.kizuna.batchrecord;

import io.kizuna.kernel.BatchId;

/** Inbound port: the readings of a batch are sealed into its chain (D.4.6). */
public interface SealReadings {

  /**
   * Seals every minute of the batch's units that is over, before somebody decides about the batch;
   * in transactions of its own.
   */
  void upToNow(BatchId batch);

  /**
   * Seals what was over at the last look, of every batch, and looks again at minutes that got late
   * readings; a bounded amount at a time.
   */
  void look();
}
