package io.kizuna.batchrecord.internal;

import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.kernel.RecordClock;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks once a second whether a hold time has passed a limit, so that the exception is there at the
 * breach and not only when somebody completes the step (R51). The engine's boundary timers report
 * the same breach; whoever comes first opens the exception.
 */
@Component
class HoldTimeWatch {

  private final HoldTimers timers;
  private final Batches batches;
  private final StepEnd end;
  private final RecordClock clock;
  private final TransactionTemplate transaction;

  HoldTimeWatch(
      HoldTimers timers,
      Batches batches,
      StepEnd end,
      RecordClock clock,
      TransactionTemplate transaction) {
    this.timers = timers;
    this.batches = batches;
    this.end = end;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Scheduled(fixedDelayString = "${kizuna.hold-times.watch-ms:1000}")
  void look() {
    for (var t : timers.running()) {
      if (t.breached() != null && t.breached().equals("REJECT")) continue;
      transaction.executeWithoutResult(
          status -> {
            Batch batch = batches.lock(t.batch());
            // Read again under the lock: the step may have stopped it in the meantime.
            timers.running(t.batch()).stream()
                .filter(x -> x.id().equals(t.id()))
                .findFirst()
                .flatMap(x -> timers.judge(batch, HoldTimers.definition(batch, x), x, clock.now()))
                .ifPresent(e -> end.holdIfCritical(batch, List.of(e)));
          });
    }
  }
}
