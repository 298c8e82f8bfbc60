package io.kizuna.web.release;

import io.kizuna.batch.Batch;
import io.kizuna.kernel.Text;
import io.kizuna.release.Disposed;
import io.kizuna.release.ReviewBatch.Coverage;
import io.kizuna.release.ReviewBatch.Need;
import io.kizuna.release.ReviewBatch.Review;
import io.kizuna.release.ReviewBatch.Waiting;
import io.kizuna.signature.Meaning;
import io.kizuna.signature.Signature;
import io.kizuna.web.PersonNames;
import io.kizuna.web.PersonNames.PersonRef;
import io.kizuna.web.batch.BatchHeader;
import io.kizuna.web.batch.Headers;
import io.kizuna.web.batchrecord.ExceptionView;
import io.kizuna.web.batchrecord.ExceptionViews;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of review and disposition show. */
@Component
class ReviewViews {

  private final Headers headers;
  private final PersonNames names;
  private final ExceptionViews exceptions;

  ReviewViews(Headers headers, PersonNames names, ExceptionViews exceptions) {
    this.headers = headers;
    this.names = names;
    this.exceptions = exceptions;
  }

  record QueueLine(
      BatchHeader header,
      Need need,
      int openExceptions,
      Instant since,
      Instant createdAt,
      @Nullable Instant endedAt) {}

  record ReviewQueue(List<QueueLine> reviews) {}

  record BlockerView(String code, Text text, int count, Text solver, List<Text> evidence) {}

  record VerdictView(boolean releasable, List<BlockerView> blockers) {}

  record SignatureView(PersonRef by, Instant at, Meaning meaning) {}

  record DispositionView(
      Batch.Disposition decision, @Nullable String reason, PersonRef by, Instant at) {}

  record ReviewView(
      BatchHeader header,
      VerdictView verdict,
      List<Coverage> coverage,
      List<ExceptionView> exceptions,
      List<SignatureView> reviews,
      @Nullable DispositionView disposition) {}

  ReviewQueue queue(List<Waiting> waiting) {
    return new ReviewQueue(
        waiting.stream()
            .map(
                w ->
                    new QueueLine(
                        headers.of(w.batch()),
                        w.need(),
                        w.openExceptions(),
                        w.since(),
                        w.batch().createdAt(),
                        w.batch().endedAt()))
            .toList());
  }

  ReviewView review(Review r) {
    var blockers =
        r.verdict().blockers().stream()
            .map(
                b ->
                    new BlockerView(
                        b.gate().name(),
                        b.gate().text(),
                        b.count(),
                        b.gate().solver(),
                        b.evidence()))
            .toList();
    return new ReviewView(
        headers.of(r.batch()),
        new VerdictView(r.verdict().releasable(), blockers),
        r.coverage(),
        exceptions.of(r.batch(), r.exceptions()),
        r.reviews().stream().map(this::signature).toList(),
        r.disposition() == null ? null : disposition(r.disposition()));
  }

  private SignatureView signature(Signature s) {
    var by = new PersonRef(s.person().value(), s.printedName());
    return new SignatureView(by, s.signedAt(), s.meaning());
  }

  DispositionView disposition(Disposed d) {
    return new DispositionView(d.decision(), d.reason(), names.of(d.by().value()), d.at());
  }
}
