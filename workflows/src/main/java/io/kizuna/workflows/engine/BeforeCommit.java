package io.kizuna.workflows.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work on the route that the engine must not do while it is in the middle of a step of its own: it
 * waits until the engine has written its state, and still belongs to the same transaction.
 */
final class BeforeCommit {

  private BeforeCommit() {}

  /** Runs {@code work} now, or just before the commit if the engine is at work. */
  static void orNow(Runnable work) {
    if (Context.getCommandContext() == null) work.run();
    else register(work);
  }

  /** Runs {@code work} just before the commit. */
  static void register(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void beforeCommit(boolean readOnly) {
            work.run();
          }
        });
  }
}
