package io.kizuna.web.batchrecord;

import io.kizuna.batchrecord.ReadRecord;
import io.kizuna.batchrecord.ReadRecord.HoldTimeRun;
import io.kizuna.kernel.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A hold time as pages show it. */
public record HoldTimeView(
    String id,
    Text name,
    Instant startedAt,
    Instant warnAt,
    Instant normalUntil,
    @Nullable Instant rejectAfter,
    @Nullable Instant stoppedAt,
    ReadRecord.HoldState state) {

  public static HoldTimeView of(HoldTimeRun h) {
    return new HoldTimeView(
        h.id(),
        h.name(),
        h.startedAt(),
        h.warnAt(),
        h.normalUntil(),
        h.rejectAfter(),
        h.stoppedAt(),
        h.state());
  }
}
