package io.kizuna.release;

import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.ReadRecord.Decision;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.Person;
import io.kizuna.signature.Signature;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inbound port: what QA looks at before it decides (F54-F57). */
public interface ReviewBatch {

  /** Batches that wait for QA, longest waiting first; at most 100. */
  List<Waiting> queue(Person viewer);

  /**
   * Computes every gate anew.
   *
   * @throws io.kizuna.kernel.MesException BATCH_UNKNOWN if {@code viewer} may not see it.
   */
  Review review(BatchId batch, Person viewer);

  /** What QA has to do. */
  enum Need {
    REVIEW,
    DISPOSITION,
    REJECTION
  }

  /**
   * @param since when it began to wait.
   */
  record Waiting(Batch batch, Need need, int openExceptions, Instant since) {}

  /** The whole picture of one batch. */
  record Review(
      Batch batch,
      Verdict verdict,
      List<Coverage> coverage,
      List<BatchException> exceptions,
      List<Decision> decisions,
      List<Signature> reviews,
      @Nullable Disposed disposition) {}

  /** Releasable, or exactly what blocks. */
  record Verdict(List<Blocker> blockers) {

    /** Whether nothing blocks; who decides is checked when somebody does. */
    public boolean releasable() {
      return blockers.isEmpty();
    }
  }

  /**
   * A gate that is shut.
   *
   * @param count how often.
   * @param evidence what shuts it, in the words of the record; at most 20.
   */
  record Blocker(Gate gate, int count, List<Text> evidence) {}

  /**
   * What was looked at, so that "nothing shown" is evidence.
   *
   * @param id stable, for example {@code signatures}.
   */
  record Coverage(String id, Text name, long good, long total, @Nullable Text detail) {}
}
