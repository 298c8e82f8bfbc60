package io.kizuna.workflows.engine;

import io.kizuna.kernel.BatchId;
import io.kizuna.workflows.engine.PendingMessages.Pending;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings messages and waiting tokens together, whichever comes first.
 *
 * <p>A message of a command reaches only the pass of a loop whose command started the run, so that
 * a late report of the first run never ends the second one.
 */
@Component
class MessageDelivery {

  /** {@code msg_freezing_complete} belongs to {@code service_start_freezing}. */
  private static final Pattern OF_COMMAND = Pattern.compile("msg_([a-z0-9_]+)_(complete|failed)");

  /** More in one transaction would be a loop of the recipe that never waits. */
  private static final int DELIVERIES_MAX = 100;

  private final RuntimeService runtime;
  private final PendingMessages pending;

  MessageDelivery(RuntimeService runtime, PendingMessages pending) {
    this.runtime = runtime;
    this.pending = pending;
  }

  /** Stores the message and hands it over if a token waits for it now. */
  @Transactional
  public void send(BatchId batch, Pending message) {
    if (!pending.lock(batch)) return;
    pending.add(batch, message);
    BeforeCommit.orNow(() -> deliver(batch));
  }

  /** Looks for waiting messages when the engine has written where its tokens are. */
  void deliverBeforeCommit(BatchId batch) {
    BeforeCommit.register(() -> deliver(batch));
  }

  /** Hands over every message a token waits for; a held batch gets none until it resumes. */
  void deliver(BatchId batch) {
    if (!pending.lock(batch)) return;
    for (int i = 0; i < DELIVERIES_MAX; i++) {
      if (!deliverOne(batch)) return;
    }
    throw new IllegalStateException("batch " + batch + " takes messages without end");
  }

  private boolean deliverOne(BatchId batch) {
    for (Pending message : pending.undelivered(batch)) {
      Execution waiting = waiting(batch, message);
      if (waiting != null) {
        pending.delivered(batch, message);
        runtime.messageEventReceived(message.message(), waiting.getId());
        return true;
      }
    }
    return false;
  }

  private @Nullable Execution waiting(BatchId batch, Pending message) {
    return runtime
        .createExecutionQuery()
        .processInstanceBusinessKey(batch.toString())
        .messageEventSubscriptionName(message.message())
        .active()
        .list()
        .stream()
        .filter(e -> message.pass() == 0 || message.pass() == pass(e, message.message()))
        .findFirst()
        .orElse(null);
  }

  private int pass(Execution waiting, String message) {
    var name = OF_COMMAND.matcher(message);
    if (!name.matches()) return 0;
    String variable = Passes.variable("service_start_" + name.group(1));
    return Passes.of(runtime.getVariable(waiting.getProcessInstanceId(), variable));
  }
}
