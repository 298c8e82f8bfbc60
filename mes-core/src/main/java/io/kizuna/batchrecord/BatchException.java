package io.kizuna.batchrecord;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.Text;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something in a batch that QA must judge before release.
 *
 * @param number 1, 2, 3 ... within the batch.
 * @param value what was met; null where there is no value.
 * @param limit what was expected, in words.
 */
public record BatchException(
    UUID id,
    BatchId batch,
    int number,
    Type type,
    Severity severity,
    @Nullable UUID stepRun,
    @Nullable String parameter,
    Text text,
    @Nullable String value,
    @Nullable String limit,
    @Nullable String reason,
    Instant openedAt,
    String openedBy,
    State state) {

  /** What happened (F50). */
  public enum Type {
    LIMIT_ALERT,
    LIMIT_REJECT,
    HOLD_TIME,
    IDENTITY_MISMATCH,
    MANUAL_ENTRY,
    COVERAGE_LOW,
    DATA_GAP,
    EQUIPMENT,
    CORRECTION,
    RECOMPUTED,
    PROBLEM,
    ROUTE_HOLD,
    PROGRAM_ENDED
  }

  /** How much it matters; critical holds the batch. */
  public enum Severity {
    INFO,
    MINOR,
    MAJOR,
    CRITICAL
  }

  /** Open until QA decides; a deviation must be closed before release. */
  public enum State {
    OPEN,
    ACCEPTED,
    DEVIATION,
    CLOSED
  }
}
