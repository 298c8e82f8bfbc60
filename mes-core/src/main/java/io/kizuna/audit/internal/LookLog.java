package io.kizuna.audit.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.audit.RecordLook;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class LookLog implements RecordLook {

  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate own;
  private final Windows<Look, Look> windows = new Windows<>();

  LookLog(AuditTrail audit, Clock clock, PlatformTransactionManager transactions) {
    this.audit = audit;
    this.clock = clock;
    this.own = new TransactionTemplate(transactions);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public void looked(Look look) {
    Instant now = clock.instant();
    // Recorded before the window opens: a look that could not be recorded does not count.
    if (!windows.isOpen(look, now)) record(look, 1);
    windows.isFirst(look, look, now);
  }

  @Scheduled(fixedDelay = 10_000)
  void closeEnded() {
    close(clock.instant());
  }

  /** What was only counted is not lost with the process if it ends in order. */
  @PreDestroy
  void closeAll() {
    close(Instant.MAX);
  }

  private void close(Instant now) {
    windows.ended(now).forEach(w -> record(w.first(), w.more()));
  }

  private void record(Look look, int times) {
    var facts = new LinkedHashMap<String, Change>();
    facts.put("as", Change.to(look.as()));
    if (times > 1) facts.put("times", Change.to(Integer.toString(times)));
    own.executeWithoutResult(
        status ->
            audit.record(
                new AuditEvent(
                    look.chain(),
                    look.actor(),
                    ACTION,
                    look.entity(),
                    look.entityId(),
                    facts,
                    null,
                    null)));
  }
}
