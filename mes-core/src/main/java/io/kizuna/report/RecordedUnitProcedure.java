package io.kizuna.report;

import io.kizuna.batchrecord.ReadRecord.HoldState;
import io.kizuna.kernel.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit procedure of the record.
 *
 * @param startedAt null if it has not begun.
 */
public record RecordedUnitProcedure(
    String id,
    String number,
    Text title,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    List<RecordedStep> steps,
    List<HoldTime> holdTimes) {

  /** A hold time that was started. */
  public record HoldTime(
      String id,
      Text name,
      Instant startedAt,
      Instant warnAt,
      Instant normalUntil,
      @Nullable Instant rejectAfter,
      @Nullable Instant stoppedAt,
      HoldState state) {}
}
