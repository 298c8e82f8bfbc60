package io.kizuna.batchrecord;

import io.kizuna.kernel.BatchId;
import io.kizuna.personnel.Person;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inbound port: where many batches stand, in a fixed number of questions. */
public interface BatchProgress {

  /** Every batch that was asked for has an entry. */
  Map<BatchId, Progress> of(Collection<BatchId> batches);

  /** Exceptions of all batches {@code viewer} may see that quality has not closed. */
  int openExceptions(Person viewer);

  /**
   * When {@code batch} goes on by itself, in plant time; null where a person or a device must act.
   */
  @Nullable Instant waitsUntil(BatchId batch);

  /**
   * Where one batch stands.
   *
   * @param openExceptions those quality has not closed: open, or a deviation under way.
   * @param current steps that wait for somebody, longest open first.
   * @param startedAt when its first unit procedure began; null before.
   */
  record Progress(int openExceptions, List<StepRun> current, @Nullable Instant startedAt) {}
}
