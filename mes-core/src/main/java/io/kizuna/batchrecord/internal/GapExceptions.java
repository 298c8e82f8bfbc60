package io.kizuna.batchrecord.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.batch.Batch;
import io.kizuna.batch.BatchOrdered;
import io.kizuna.batch.Batches;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.BatchException.Severity;
import io.kizuna.batchrecord.BatchException.Type;
import io.kizuna.batchrecord.internal.ExceptionGapRows.Line;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.Text;
import io.kizuna.processdata.GapClosed;
import io.kizuna.processdata.GapOpened;
import io.kizuna.processdata.ReadHistorian;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A gap in the readings of a unit is an exception of every batch that uses it (R73). It is open
 * from the first moment and names the end once readings come again; gaps of one outage are one
 * exception, so that QA judges the outage and not each of its tags.
 */
@Component
class GapExceptions {

  private static final String LINK = "system:equipment-link";
  private static final int LINES_MAX = 3;

  private final Batches batches;
  private final Exceptions exceptions;
  private final ExceptionRows rows;
  private final ExceptionGapRows gaps;
  private final ReadHistorian historian;
  private final AuditTrail audit;

  GapExceptions(
      Batches batches,
      Exceptions exceptions,
      ExceptionRows rows,
      ExceptionGapRows gaps,
      ReadHistorian historian,
      AuditTrail audit) {
    this.batches = batches;
    this.exceptions = exceptions;
    this.rows = rows;
    this.gaps = gaps;
    this.historian = historian;
    this.audit = audit;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(GapOpened gap) {
    for (var batch : List.copyOf(batches.using(gap.equipment()))) {
      batches.lock(batch.id());
      missing(batch.id(), gap.equipment(), gap.tag(), gap.from(), gap.reason());
    }
  }

  /** A unit that is silent already is missing from the first moment of the batch on. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(BatchOrdered ordered) {
    Batch batch = batches.lock(ordered.batch());
    Instant begin = batch.createdAt();
    for (var unit : new HashSet<>(batch.equipment().values())) {
      for (var gap : historian.gaps(unit, begin, begin)) {
        if (gap.to() == null) missing(batch.id(), unit, gap.tag(), begin, gap.reason());
      }
    }
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(GapClosed gap) {
    for (var lasting : gaps.lasting(gap.equipment(), gap.tag())) {
      batches.lock(lasting.batch());
      gaps.end(lasting.gap(), gap.to());
      say(rows.find(lasting.exception()).orElseThrow(), "exception.gap-ended", gap.reason());
    }
  }

  private void missing(
      BatchId batch, EquipmentId unit, @Nullable String tag, Instant from, String reason) {
    var outage = gaps.sameOutage(batch, unit, from);
    if (outage.isPresent()) {
      gaps.add(outage.get(), unit, tag, from);
      say(rows.find(outage.get()).orElseThrow(), "exception.gap-added", reason);
      return;
    }
    var exception =
        exceptions.open(
            batch,
            new Exceptions.Draft(
                Type.DATA_GAP,
                Severity.MAJOR,
                null,
                null,
                new Text("Readings missing from " + unit, "測定値の欠落:" + unit),
                words(List.of(new Line(tag, from, null))),
                "no gap",
                reason),
            LINK);
    gaps.add(exception.id(), unit, tag, from);
  }

  private void say(BatchException exception, String action, String reason) {
    String now = words(gaps.of(exception.id()));
    rows.setValue(exception.id(), now);
    audit.record(
        new AuditEvent(
            Batch.chainOf(exception.batch()),
            LINK,
            action,
            "exception",
            exception.id().toString(),
            Map.of("value", new Change(exception.value(), now)),
            reason,
            null));
  }

  /** From the last reading before to the first one after, UTC; three dots while it lasts. */
  private static String words(List<Line> lines) {
    String more = lines.size() > LINES_MAX ? "; +" + (lines.size() - LINES_MAX) : "";
    return lines.stream()
            .limit(LINES_MAX)
            .map(GapExceptions::words)
            .collect(Collectors.joining("; "))
        + more;
  }

  private static String words(Line line) {
    return (line.tag() == null ? "" : line.tag() + " ")
        + line.from()
        + " – "
        + (line.to() == null ? "…" : line.to());
  }
}
