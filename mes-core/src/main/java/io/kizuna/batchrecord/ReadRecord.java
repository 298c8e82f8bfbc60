package io.kizuna.batchrecord;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.StepKey;
import io.kizuna.kernel.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Inbound port: everything that was recorded for a batch. */
public interface ReadRecord {

  /** Steps in the order in which they were opened. */
  List<StepRun> steps(BatchId batch);

  Optional<StepRun> step(BatchId batch, StepKey key);

  /** Every revision of every value, oldest first. */
  List<RecordedValue> values(BatchId batch);

  /** Every revision of every value of one step, oldest first. */
  List<RecordedValue> values(UUID stepRun);

  List<IdentityCheck> identityChecks(BatchId batch);

  List<HoldTimeRun> holdTimes(BatchId batch);

  List<BatchException> exceptions(BatchId batch);

  Optional<BatchException> exception(UUID id);

  List<Decision> decisions(BatchId batch);

  List<CommandSent> commands(BatchId batch);

  List<UnitProcedureRun> unitProcedures(BatchId batch);

  /** One scan of one container. */
  record IdentityCheck(
      UUID stepRun, String scan, String code, boolean matched, String by, Instant at) {}

  /**
   * A hold time of the recipe while or after it ran.
   *
   * @param rejectAfter null where the recipe sets no reject limit.
   */
  record HoldTimeRun(
      String id,
      String unitProcedure,
      Text name,
      Instant startedAt,
      Instant warnAt,
      Instant normalUntil,
      @Nullable Instant rejectAfter,
      @Nullable Instant stoppedAt,
      HoldState state) {}

  /** Where a hold time stands. */
  enum HoldState {
    RUNNING,
    WARNING,
    ALERT,
    REJECT,
    MET,
    EXCEEDED
  }

  /** QA's decision on an exception. */
  record Decision(
      UUID exception, String decision, String comment, String by, Instant at, UUID signature) {}

  /** A command a device confirmed. */
  record CommandSent(
      String unitProcedure,
      String command,
      String equipment,
      String action,
      @Nullable String program,
      @Nullable String run,
      String state,
      Instant confirmedAt) {}

  /** When a unit procedure ran. */
  record UnitProcedureRun(String unitProcedure, Instant startedAt, @Nullable Instant endedAt) {}
}
