package io.kizuna.report;

import io.kizuna.batchrecord.BatchException;
import io.kizuna.kernel.Text;
import io.kizuna.report.BatchRecord.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception of the record with everything decided about it.
 *
 * @param step key of its step; null if it belongs to none.
 * @param decision, comment, decidedBy, decidedAt the last decision.
 * @param decisions all of them, oldest first.
 */
public record RecordedException(
    String id,
    int number,
    BatchException.Type type,
    BatchException.Severity severity,
    @Nullable String step,
    @Nullable String stepNumber,
    @Nullable String parameter,
    Text text,
    @Nullable String value,
    @Nullable String limit,
    @Nullable String reason,
    Instant openedAt,
    Actor openedBy,
    BatchException.State state,
    @Nullable String decision,
    @Nullable String comment,
    @Nullable Actor decidedBy,
    @Nullable Instant decidedAt,
    List<Decided> decisions) {

  /** One decision. */
  public record Decided(String decision, String comment, Actor by, Instant at, String signature) {}
}
