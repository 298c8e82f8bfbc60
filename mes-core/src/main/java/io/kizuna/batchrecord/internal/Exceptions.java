package io.kizuna.batchrecord.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.BatchException.Severity;
import io.kizuna.batchrecord.BatchException.State;
import io.kizuna.batchrecord.BatchException.Type;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.Text;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens exceptions; the caller holds the batch's row lock and a transaction. */
@Component
class Exceptions {

  private final ExceptionRows rows;
  private final AuditTrail audit;
  private final RecordClock clock;

  Exceptions(ExceptionRows rows, AuditTrail audit, RecordClock clock) {
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is known about an exception when it is opened. */
  record Draft(
      Type type,
      Severity severity,
      @Nullable UUID stepRun,
      @Nullable String parameter,
      Text text,
      @Nullable String value,
      @Nullable String limit,
      @Nullable String reason) {

    static Draft of(Type type, Severity severity, @Nullable UUID stepRun, Text text) {
      return new Draft(type, severity, stepRun, null, text, null, null, null);
    }
  }

  BatchException open(BatchId batch, Draft d, String by) {
    var exception =
        new BatchException(
            Ids.next(),
            batch,
            rows.nextNumber(batch),
            d.type(),
            d.severity(),
            d.stepRun(),
            d.parameter(),
            d.text(),
            d.value(),
            d.limit(),
            d.reason(),
            clock.now(),
            by,
            State.OPEN);
    rows.add(exception);
    var facts = new LinkedHashMap<String, Change>();
    facts.put("number", Change.to(Integer.toString(exception.number())));
    facts.put("type", Change.to(d.type().name()));
    facts.put("severity", Change.to(d.severity().name()));
    facts.put("text", Change.to(d.text().en()));
    if (d.value() != null) facts.put("value", Change.to(d.value()));
    if (d.limit() != null) facts.put("limit", Change.to(d.limit()));
    facts.put("state", Change.to(State.OPEN.name()));
    audit.record(
        new AuditEvent(
            Batch.chainOf(batch),
            by,
            "exception.opened",
            "exception",
            exception.id().toString(),
            facts,
            d.reason(),
            null));
    return exception;
  }
}
