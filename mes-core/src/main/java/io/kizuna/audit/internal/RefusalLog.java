package io.kizuna.audit.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.audit.RecordRefusal;
import io.kizuna.kernel.ErrorCode;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class RefusalLog implements RecordRefusal {

  static final Duration WINDOW = Windows.LENGTH;

  /** Different attempts of one person within the window; more are counted together. */
  static final int DIFFERENT_MAX = 30;

  /** As long as the trail's columns and no longer than anybody reads. */
  private static final int TEXT_MAX = 200;

  private record Key(String actor, String chain, String tried, String entityId, ErrorCode code) {}

  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate own;
  private final Windows<Key, Attempt> windows = new Windows<>();

  RefusalLog(AuditTrail audit, Clock clock, PlatformTransactionManager transactions) {
    this.audit = audit;
    this.clock = clock;
    this.own = new TransactionTemplate(transactions);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public void refused(Attempt a) {
    if (isNew(a)) record(a, 1);
  }

  private synchronized boolean isNew(Attempt a) {
    var key = new Key(a.actor(), a.chain(), a.tried(), a.entityId(), a.code());
    if (!windows.isOpen(key, clock.instant()) && different(a.actor()) >= DIFFERENT_MAX) {
      // Somebody tries everything: what exactly is in the first thirty.
      key = new Key(a.actor(), a.chain(), "", "", ErrorCode.INPUT_INVALID);
    }
    return windows.isFirst(key, a, clock.instant());
  }

  private long different(String actor) {
    return windows.count(k -> k.actor().equals(actor));
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

  private void record(Attempt a, int times) {
    var facts = new LinkedHashMap<String, Change>();
    facts.put("tried", Change.to(cut(a.tried())));
    facts.put("code", Change.to(a.code().id));
    facts.put("rule", Change.to(cut(a.refusal().rule())));
    if (a.refusal().value() != null && keeps(a.code())) {
      facts.put("value", Change.to(cut(a.refusal().value())));
    }
    if (a.refusal().needed() != null) facts.put("needed", Change.to(cut(a.refusal().needed())));
    if (!a.fields().isEmpty()) {
      facts.put("fields", Change.to(cut(String.join(", ", a.fields()))));
    }
    if (times > 1) facts.put("times", Change.to(Integer.toString(times)));
    own.executeWithoutResult(
        status ->
            audit.record(
                new AuditEvent(
                    a.chain(), a.actor(), ACTION, a.entity(), a.entityId(), facts, null, null)));
  }

  /** What was not even understood may be anything, also a name or a secret; it is not kept. */
  private static boolean keeps(ErrorCode code) {
    return code != ErrorCode.INPUT_INVALID && code != ErrorCode.ORDER_INVALID;
  }

  private static String cut(@Nullable String text) {
    if (text == null) return "";
    return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX) + "...";
  }
}
