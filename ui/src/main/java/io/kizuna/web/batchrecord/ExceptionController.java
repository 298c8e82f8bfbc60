package io.kizuna.web.batchrecord;

import io.kizuna.batch.Batches;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.OpenExceptions;
import io.kizuna.batchrecord.OpenExceptions.Decision;
import io.kizuna.batchrecord.ReadRecord;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.People;
import io.kizuna.recipe.MasterBatchRecord;
import io.kizuna.recipe.Step;
import io.kizuna.web.Actor;
import io.kizuna.web.PersonNames;
import io.kizuna.web.PersonNames.PersonRef;
import io.kizuna.web.SignatureBody;
import io.kizuna.web.security.Signers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Exceptions of a batch and QA's decisions on them. */
@RestController
class ExceptionController {

  private final Batches batches;
  private final ReadRecord record;
  private final OpenExceptions exceptions;
  private final People people;
  private final Signers signers;
  private final PersonNames names;

  ExceptionController(
      Batches batches,
      ReadRecord record,
      OpenExceptions exceptions,
      People people,
      Signers signers,
      PersonNames names) {
    this.batches = batches;
    this.record = record;
    this.exceptions = exceptions;
    this.people = people;
    this.signers = signers;
    this.names = names;
  }

  /** An exception as pages show it. */
  public record ExceptionView(
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
      PersonRef openedBy,
      BatchException.State state,
      @Nullable String decision,
      @Nullable String comment,
      @Nullable PersonRef decidedBy,
      @Nullable Instant decidedAt) {}

  record ExceptionList(List<ExceptionView> exceptions) {}

  @GetMapping("/api/batches/{batch}/exceptions")
  ExceptionList ofBatch(@PathVariable BatchId batch, Actor actor) {
    var recipe = batches.get(batch, people.active(actor.id())).recipe();
    Map<UUID, StepRun> runs =
        record.steps(batch).stream().collect(Collectors.toMap(StepRun::id, r -> r));
    Map<UUID, List<ReadRecord.Decision>> decisions =
        record.decisions(batch).stream()
            .collect(Collectors.groupingBy(ReadRecord.Decision::exception));
    return new ExceptionList(
        record.exceptions(batch).stream()
            .map(e -> view(e, recipe, runs.get(e.stepRun()), decisions.get(e.id())))
            .toList());
  }

  private ExceptionView view(
      BatchException e,
      MasterBatchRecord recipe,
      @Nullable StepRun run,
      @Nullable List<ReadRecord.Decision> decisions) {
    var last = decisions == null ? null : decisions.get(decisions.size() - 1);
    return new ExceptionView(
        e.id(),
        e.number(),
        e.type(),
        e.severity(),
        run == null ? null : run.key().toString(),
        run == null
            ? null
            : recipe
                .step(run.key().unitProcedure(), run.key().step())
                .map(Step::number)
                .orElse(null),
        e.parameter(),
        e.text(),
        e.value(),
        e.limit(),
        e.reason(),
        e.openedAt(),
        names.of(e.openedBy()),
        e.state(),
        last == null ? null : last.decision(),
        last == null ? null : last.comment(),
        last == null ? null : names.of(last.by()),
        last == null ? null : last.at());
  }

  record DecisionDraft(Decision decision, String comment, @Nullable String language) {}

  @PostMapping("/api/exceptions/{id}/challenges")
  ChallengeView challenge(@PathVariable UUID id, @RequestBody DecisionDraft b, Actor actor) {
    return ChallengeView.of(
        exceptions.challenge(actor.session(), id, b.decision(), b.comment(), actor.id()));
  }

  record DecisionBody(
      Decision decision, String comment, @Nullable String language, SignatureBody signature) {}

  record Decided(UUID id, BatchException.State state) {}

  @PutMapping("/api/exceptions/{id}/decisions/{requestId}")
  Decided decide(
      @PathVariable UUID id,
      @PathVariable UUID requestId,
      @RequestBody DecisionBody b,
      Actor actor) {
    var e =
        exceptions.decide(
            requestId,
            actor.session(),
            id,
            b.decision(),
            b.comment(),
            actor.id(),
            signers.check(b.signature()),
            "ja".equals(b.language()) ? "ja" : "en");
    return new Decided(e.id(), e.state());
  }
}
