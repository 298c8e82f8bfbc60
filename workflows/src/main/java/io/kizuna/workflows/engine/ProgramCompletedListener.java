package io.kizuna.workflows.engine;

import io.kizuna.equipment.ProgramCompleted;
import io.kizuna.kernel.BatchId;
import io.kizuna.workflows.engine.PendingMessages.Pending;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Turns the end of a program run into the message of the batch whose command started it. The report
 * comes at least once and may come before the token waits.
 */
@Component
class ProgramCompletedListener {

  private static final Logger LOG = LoggerFactory.getLogger(ProgramCompletedListener.class);

  /** {@code <batchId>/<unitProcedure>/<commandId>/<occurrence>}, see CommandEquipment. */
  private static final Pattern KEY =
      Pattern.compile("([0-9a-f-]{36})/[a-z0-9-]+/service_start_([a-z0-9_]+)/([1-9][0-9]{0,3})");

  /** Two transactions on one batch collide rarely; five times in a row is a fault. */
  private static final int TRIES = 5;

  private final MessageDelivery messages;

  ProgramCompletedListener(MessageDelivery messages) {
    this.messages = messages;
  }

  @EventListener
  void on(ProgramCompleted event) {
    var key = KEY.matcher(event.key());
    if (!key.matches()) {
      LOG.info("run {} of {} was not started by a route", event.run(), event.equipment());
      return;
    }
    String outcome = event.state().equals("Complete") ? "complete" : "failed";
    var batch = BatchId.valueOf(key.group(1));
    var message =
        new Pending("msg_" + key.group(2) + "_" + outcome, Integer.parseInt(key.group(3)));
    for (int left = TRIES; ; left--) {
      try {
        messages.send(batch, message);
        return;
      } catch (OptimisticLockingException | ConcurrencyFailureException e) {
        if (left == 1) throw e;
      }
    }
  }
}
