package io.kizuna.audit.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.audit.SealTrail.Alarm;
import io.kizuna.audit.SealTrail.Fault;
import io.kizuna.kernel.PersonId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is wrong with the sealing now; that it began and that it ended is on record. */
@Component
class SealAlarms {

  /** What a refused seal says may be long; the trail keeps what somebody reads. */
  private static final int TEXT_MAX = 400;

  private static final Logger log = LoggerFactory.getLogger(SealAlarms.class);

  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final Map<Fault, Alarm> alarms = new EnumMap<>(Fault.class);

  SealAlarms(AuditTrail audit, Clock clock, PlatformTransactionManager transactions) {
    this.audit = audit;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  synchronized List<Alarm> all() {
    return new ArrayList<>(alarms.values());
  }

  /** Raised once, however often it is met again. */
  void raise(Fault fault, String found, String needed) {
    synchronized (this) {
      Alarm before = alarms.get(fault);
      var since = before == null ? clock.instant() : before.since();
      alarms.put(fault, new Alarm(fault, cut(found), cut(needed), since));
      if (before != null) return;
    }
    log.error("the trail is not sealed as it should be: {}: {}; needed: {}", fault, found, needed);
    var facts = new LinkedHashMap<String, Change>();
    facts.put("found", Change.to(cut(found)));
    facts.put("needed", Change.to(cut(needed)));
    record("trail.alarm-raised", fault, facts);
  }

  void clear(Fault... faults) {
    for (Fault fault : faults) {
      Alarm before;
      synchronized (this) {
        before = alarms.remove(fault);
      }
      if (before == null) continue;
      log.info("the trail is sealed again: {} ended", fault);
      var since = Map.of("since", Change.to(before.since().toString()));
      record("trail.alarm-ended", fault, since);
    }
  }

  private void record(String action, Fault fault, Map<String, Change> facts) {
    String actor = PersonId.system("trail").value();
    transaction.executeWithoutResult(
        status ->
            audit.record(
                new AuditEvent("site", actor, action, "trail", fault.name(), facts, null, null)));
  }

  private static String cut(String text) {
    return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX) + "...";
  }
}
