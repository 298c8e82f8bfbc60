package io.kizuna.batchrecord;

import io.kizuna.kernel.BatchId;

/**
 * Inbound port for the engine: what it tells the record. Called inside the engine's transaction;
 * every method is safe to call twice, because the engine's jobs run at least once.
 */
public interface RouteEvents {

  /** The route reached a step: opens its next occurrence and returns nothing to the engine. */
  void stepReached(BatchId batch, String unitProcedure, String step);

  /** A unit procedure began. */
  void unitProcedureStarted(BatchId batch, String unitProcedure);

  /** A unit procedure ended. */
  void unitProcedureEnded(BatchId batch, String unitProcedure);

  /** The engine's timer for a hold time fired: opens the exception if the hold time still runs. */
  void holdTimeBreached(BatchId batch, String unitProcedure, String holdTime);

  /** The route demands a hold, for example after a failed freezing run. */
  void holdDemanded(BatchId batch, String unitProcedure, String element);

  /** The last element was reached. */
  void procedureEnded(BatchId batch);
}
