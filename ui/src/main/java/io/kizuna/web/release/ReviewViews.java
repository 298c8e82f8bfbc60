package io.kizuna.web.release;

import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.ReadRecord;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.People;
import io.kizuna.recipe.Step;
import io.kizuna.release.Disposed;
import io.kizuna.release.ReviewBatch.Coverage;
import io.kizuna.release.ReviewBatch.Need;
import io.kizuna.release.ReviewBatch.Review;
import io.kizuna.release.ReviewBatch.Waiting;
import io.kizuna.signature.Meaning;
import io.kizuna.signature.Signature;
import io.kizuna.web.batch.BatchHeader;
import io.kizuna.web.batch.Headers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of review and disposition show. */
@Component
class ReviewViews {

  private final Headers headers;
  private final People people;
  private final ReadRecord records;

  ReviewViews(Headers headers, People people, ReadRecord records) {
    this.headers = headers;
    this.people = people;
    this.records = records;
  }

  record PersonView(String id, Text name) {}

  record QueueLine(
      BatchHeader header,
      Need need,
      int openExceptions,
      Instant since,
      Instant createdAt,
      @Nullable Instant endedAt) {}

  record Queue(List<QueueLine> reviews) {}

  record BlockerView(String code, Text text, int count, Text solver, List<String> evidence) {}

  record VerdictView(boolean releasable, List<BlockerView> blockers) {}

  record SignatureView(PersonView by, Instant at, Meaning meaning) {}

  record DispositionView(
      Batch.Disposition decision, @Nullable String reason, PersonView by, Instant at) {}

  record ExceptionView(
      UUID id,
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
      PersonView openedBy,
      BatchException.State state,
      @Nullable String decision,
      @Nullable String comment,
      @Nullable PersonView decidedBy,
      @Nullable Instant decidedAt) {}

  record ReviewView(
      BatchHeader header,
      VerdictView verdict,
      List<Coverage> coverage,
      List<ExceptionView> exceptions,
      List<SignatureView> reviews,
      @Nullable DispositionView disposition) {}

  Queue queue(List<Waiting> waiting) {
    return new Queue(
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
        exceptions(r),
        r.reviews().stream().map(this::signature).toList(),
        r.disposition() == null ? null : disposition(r.disposition()));
  }

  private SignatureView signature(Signature s) {
    var by = new PersonView(s.person().value(), s.printedName());
    return new SignatureView(by, s.signedAt(), s.meaning());
  }

  DispositionView disposition(Disposed d) {
    return new DispositionView(d.decision(), d.reason(), person(d.by().value()), d.at());
  }

  private List<ExceptionView> exceptions(Review r) {
    BatchId id = r.batch().id();
    Map<UUID, StepRun> runs =
        records.steps(id).stream().collect(Collectors.toMap(StepRun::id, Function.identity()));
    Map<UUID, List<ReadRecord.Decision>> decisions =
        r.decisions().stream().collect(Collectors.groupingBy(ReadRecord.Decision::exception));
    return r.exceptions().stream()
        .map(
            x ->
                exception(
                    r.batch(),
                    x,
                    x.stepRun() == null ? null : runs.get(x.stepRun()),
                    decisions.getOrDefault(x.id(), List.of())))
        .toList();
  }

  private ExceptionView exception(
      Batch batch, BatchException x, @Nullable StepRun run, List<ReadRecord.Decision> decisions) {
    var last = decisions.isEmpty() ? null : decisions.get(decisions.size() - 1);
    return new ExceptionView(
        x.id(),
        x.number(),
        x.type(),
        x.severity(),
        run == null ? null : run.key().toString(),
        run == null ? null : number(batch, run),
        x.parameter(),
        x.text(),
        x.value(),
        x.limit(),
        x.reason(),
        x.openedAt(),
        person(x.openedBy()),
        x.state(),
        last == null ? null : last.decision(),
        last == null ? null : last.comment(),
        last == null ? null : person(last.by()),
        last == null ? null : last.at());
  }

  private static @Nullable String number(Batch batch, StepRun run) {
    return batch
        .recipe()
        .step(run.key().unitProcedure(), run.key().step())
        .map(Step::number)
        .orElse(null);
  }

  private PersonView person(String id) {
    Text name = people.find(new PersonId(id)).map(p -> p.name()).orElseGet(() -> Text.same(id));
    return new PersonView(id, name);
  }
}
