package io.kizuna.release.internal;

import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.batchrecord.ReadRecord;
import io.kizuna.kernel.BatchId;
import io.kizuna.personnel.Person;
import io.kizuna.release.ReviewBatch;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class ReviewService implements ReviewBatch {

  /** Nobody reviews more in one sitting; the next ones follow. */
  private static final int QUEUE_MAX = 100;

  private final Batches batches;
  private final ReadRecord records;
  private final EvidenceReader evidence;
  private final Dispositions dispositions;

  ReviewService(
      Batches batches, ReadRecord records, EvidenceReader evidence, Dispositions dispositions) {
    this.batches = batches;
    this.records = records;
    this.evidence = evidence;
    this.dispositions = dispositions;
  }

  @Override
  public List<Waiting> queue(Person viewer) {
    var waiting = new ArrayList<Waiting>();
    var lines = dispositions.waiting(QUEUE_MAX);
    var known = batches.all(lines.stream().map(Dispositions.Line::batch).toList());
    for (var line : lines) {
      Batch batch = java.util.Objects.requireNonNull(known.get(line.batch()));
      if (!viewer.maySee(batch.client())) continue;
      waiting.add(new Waiting(batch, line.need(), line.openExceptions(), line.since()));
    }
    return List.copyOf(waiting);
  }

  @Override
  public Review review(BatchId id, Person viewer) {
    Batch batch = batches.get(id, viewer);
    Evidence e = evidence.read(batch);
    return new Review(
        batch,
        new Verdict(Gates.shut(e)),
        CoverageLines.of(e),
        e.exceptions(),
        records.decisions(id),
        e.reviews(),
        dispositions.ofBatch(id).orElse(null));
  }
}
