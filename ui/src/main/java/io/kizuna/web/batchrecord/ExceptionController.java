package io.kizuna.web.batchrecord;

import io.kizuna.batch.Batches;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.OpenExceptions;
import io.kizuna.batchrecord.OpenExceptions.Decision;
import io.kizuna.batchrecord.ReadRecord;
import io.kizuna.kernel.BatchId;
import io.kizuna.personnel.People;
import io.kizuna.web.Actor;
import io.kizuna.web.SignatureBody;
import io.kizuna.web.security.Signers;
import java.util.List;
import java.util.UUID;
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
  private final ExceptionViews views;

  ExceptionController(
      Batches batches,
      ReadRecord record,
      OpenExceptions exceptions,
      People people,
      Signers signers,
      ExceptionViews views) {
    this.batches = batches;
    this.record = record;
    this.exceptions = exceptions;
    this.people = people;
    this.signers = signers;
    this.views = views;
  }

  record ExceptionList(List<ExceptionView> exceptions) {}

  @GetMapping("/api/batches/{batch}/exceptions")
  ExceptionList ofBatch(@PathVariable BatchId batch, Actor actor) {
    var whole = batches.get(batch, people.active(actor.id()));
    return new ExceptionList(views.of(whole, record.exceptions(batch)));
  }

  record DecisionDraft(Decision decision, String comment, @Nullable String language) {}

  @PostMapping("/api/exceptions/{id}/challenges")
  ChallengeView challenge(@PathVariable UUID id, @RequestBody DecisionDraft b, Actor actor) {
    return ChallengeView.of(
        exceptions.challenge(actor.session(), id, b.decision(), b.comment(), actor.id()));
  }

  record DecisionBody(
      Decision decision, String comment, @Nullable String language, SignatureBody signature) {}

  record ExceptionDecided(UUID id, BatchException.State state) {}

  @PutMapping("/api/exceptions/{id}/decisions/{requestId}")
  ExceptionDecided decide(
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
    return new ExceptionDecided(e.id(), e.state());
  }
}
