package io.kizuna.release.internal;

import io.kizuna.kernel.BatchId;
import io.kizuna.release.Disposed;
import io.kizuna.release.ReviewBatch.Need;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where decisions are kept. */
interface Dispositions {

  void add(Disposed disposed);

  Optional<Disposed> ofBatch(BatchId batch);

  Optional<Disposed> byRequest(UUID requestId);

  /** Batches without a decision that QA can act on, longest waiting first. */
  List<Line> waiting(int limit);

  /** One batch of the queue. */
  record Line(BatchId batch, Need need, Instant since, int openExceptions) {}
}
