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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class RefusalLog implements RecordRefusal {

  /** Longer than a person tries the same thing again and again in one go. */
  static final Duration WINDOW = Duration.ofMinutes(1);

  /** Different attempts of one person within the window; more are counted together. */
  static final int DIFFERENT_MAX = 30;

  /** As long as the trail's columns and no longer than anybody reads. */
  private static final int TEXT_MAX = 200;

  private record Key(String actor, String chain, String tried, String entityId, ErrorCode code) {}

  /** One attempt within its window: the first is recorded at once, more are counted. */
  private static final class Window {
    private final Attempt first;
    private final Instant end;
    private int more;

    Window(Attempt first, Instant end) {
      this.first = first;
      this.end = end;
    }
  }

  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate own;
  private final Map<Key, Window> windows = new LinkedHashMap<>();

  RefusalLog(AuditTrail audit, Clock clock, PlatformTransactionManager transactions) {
    this.audit = audit;
    this.clock = clock;
    this.own = new TransactionTemplate(transactions);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public void refused(Attempt a) {
    close(clock.instant());
    if (isNew(a)) record(a, 1);
  }

  private synchronized boolean isNew(Attempt a) {
    var key = new Key(a.actor(), a.chain(), a.tried(), a.entityId(), a.code());
    Window window = windows.get(key);
    if (window == null && different(a.actor()) >= DIFFERENT_MAX) {
      // Somebody tries everything: what exactly is in the first thirty.
      key = new Key(a.actor(), a.chain(), "", "", ErrorCode.INPUT_INVALID);
      window = windows.get(key);
    }
    if (window != null) {
      window.more++;
      return false;
    }
    windows.put(key, new Window(a, clock.instant().plus(WINDOW)));
    return true;
  }

  private long different(String actor) {
    return windows.keySet().stream().filter(k -> k.actor().equals(actor)).count();
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
    for (Window w : ended(now)) {
      if (w.more > 0) record(w.first, w.more);
    }
  }

  private synchronized List<Window> ended(Instant now) {
    var ended = new ArrayList<Window>();
    windows
        .values()
        .removeIf(
            w -> {
              boolean over = !now.isBefore(w.end);
              if (over) ended.add(w);
              return over;
            });
    return ended;
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
