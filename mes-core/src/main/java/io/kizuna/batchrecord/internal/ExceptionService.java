package io.kizuna.batchrecord.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.BatchException.Severity;
import io.kizuna.batchrecord.BatchException.State;
import io.kizuna.batchrecord.BatchException.Type;
import io.kizuna.batchrecord.CompleteStep.Signed;
import io.kizuna.batchrecord.OpenExceptions;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.StepKey;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import io.kizuna.signature.Meaning;
import io.kizuna.signature.Signing;
import io.kizuna.signature.Signing.Challenge;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Service
class ExceptionService implements OpenExceptions {

  private static final String REPORT = "problem.report";
  private static final String DECIDE = "exception.decide";
  private static final int COMMENT_MIN = 5;
  private static final int TEXT_MAX = 1500;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Batches batches;
  private final StepAccess access;
  private final StepRunRows runs;
  private final ExceptionRows rows;
  private final Exceptions exceptions;
  private final Signing signing;
  private final HandledRequests requests;
  private final AuditTrail audit;
  private final RecordClock clock;

  ExceptionService(
      Batches batches,
      StepAccess access,
      StepRunRows runs,
      ExceptionRows rows,
      Exceptions exceptions,
      Signing signing,
      HandledRequests requests,
      AuditTrail audit,
      RecordClock clock) {
    this.batches = batches;
    this.access = access;
    this.runs = runs;
    this.rows = rows;
    this.exceptions = exceptions;
    this.signing = signing;
    this.requests = requests;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public BatchException report(
      UUID requestId,
      BatchId batch,
      @Nullable StepKey step,
      PersonId actor,
      String category,
      @Nullable String text) {
    var print = new LinkedHashMap<String, String>();
    print.put("batch", batch.toString());
    print.put("category", category);
    print.put("text", text == null ? "" : text);
    batches.lock(batch, access.person(actor));
    var earlier = requests.answer(requestId, REPORT, print, BatchException.class);
    if (earlier.isPresent()) return earlier.get();
    if (!category.matches("[a-z-]{2,40}")) {
      throw new MesException(
          ErrorCode.INPUT_INVALID, "A problem has a category.", category, "a category", null);
    }
    UUID run = step == null ? null : access.change(batch, step, actor).run().id();
    String words = text == null || text.isBlank() ? "" : ": " + text.strip();
    words = words.substring(0, Math.min(words.length(), TEXT_MAX));
    var exception =
        exceptions.open(
            batch,
            Exceptions.Draft.of(
                Type.PROBLEM,
                Severity.MAJOR,
                run,
                new Text("Reported: " + category + words, "報告:" + category + words)),
            actor.value());
    requests.remember(requestId, REPORT, actor.value(), print, exception);
    return exception;
  }

  @Override
  @Transactional
  public Challenge challenge(
      String session, UUID id, Decision decision, String comment, PersonId actor) {
    BatchException exception = find(id);
    Batch batch = batches.get(exception.batch(), access.person(actor));
    require(exception, decision, comment);
    return signing.challenge(
        session,
        batch.chain(),
        subject(id, decision),
        decision == Decision.DEVIATION ? Meaning.REVIEWED : Meaning.APPROVED,
        content(batch, exception, decision, comment));
  }

  private static String subject(UUID exception, Decision decision) {
    return "exception:" + exception + ":" + decision.name();
  }

  private static Map<String, Object> content(
      Batch batch, BatchException e, Decision decision, String comment) {
    var content = new LinkedHashMap<String, Object>();
    content.put("purpose", "decide");
    content.put("batch", batch.number());
    content.put("coi", batch.identity().coi().value());
    content.put("exception", Integer.toString(e.number()));
    content.put("type", e.type().name());
    content.put("severity", e.severity().name());
    content.put("text", Map.of("en", e.text().en(), "ja", e.text().ja()));
    if (e.value() != null) content.put("value", e.value());
    if (e.limit() != null) content.put("limit", e.limit());
    content.put("decision", decision.name());
    content.put("comment", comment.strip());
    return content;
  }

  @Override
  @Transactional
  public BatchException decide(
      UUID requestId,
      String session,
      UUID id,
      Decision decision,
      String comment,
      PersonId actor,
      Signed signature,
      String language) {
    var print = Map.of("exception", id.toString(), "decision", decision.name(), "comment", comment);
    BatchException known = find(id);
    Batch batch = batches.lock(known.batch(), access.person(actor));
    var earlier = requests.answer(requestId, DECIDE, print, BatchException.class);
    if (earlier.isPresent()) return earlier.get();
    BatchException exception = find(id);
    require(exception, decision, comment);
    Person decider = access.person(signature.person());
    requireDecider(decider, exception);
    String subject = subject(id, decision);
    var opened = signing.open(signature.challenge(), session, subject);
    var shown = JSON.readTree(opened.content());
    if (!shown.path("comment").asString("").equals(comment.strip())) {
      throw StepContent.stale("comment");
    }
    var signed = signing.sign(opened, decider.id(), language);
    State next =
        switch (decision) {
          case ACCEPT -> State.ACCEPTED;
          case DEVIATION -> State.DEVIATION;
          case CLOSE_DEVIATION -> State.CLOSED;
        };
    rows.setState(id, next);
    rows.addDecision(
        new io.kizuna.batchrecord.ReadRecord.Decision(
            id, decision.name(), comment.strip(), decider.id().value(), clock.now(), signed.id()));
    audit.record(
        new AuditEvent(
            batch.chain(),
            decider.id().value(),
            "exception.decided",
            "exception",
            id.toString(),
            Map.of("state", new Change(exception.state().name(), next.name())),
            comment.strip(),
            signed.id()));
    var decided = find(id);
    requests.remember(requestId, DECIDE, actor.value(), print, decided);
    return decided;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<BatchId> batchOf(UUID exception) {
    return rows.find(exception).map(BatchException::batch);
  }

  private BatchException find(UUID id) {
    return rows.find(id)
        .orElseThrow(
            () ->
                new MesException(
                    ErrorCode.EXCEPTION_UNKNOWN,
                    "There is no such exception for you.",
                    id.toString(),
                    null,
                    null));
  }

  private static void require(BatchException e, Decision decision, String comment) {
    State needed = decision == Decision.CLOSE_DEVIATION ? State.DEVIATION : State.OPEN;
    if (e.state() != needed) {
      throw new MesException(
          ErrorCode.EXCEPTION_CLOSED,
          "The decision must fit where the exception stands.",
          e.state().name(),
          needed.name(),
          null);
    }
    if (comment.strip().length() < COMMENT_MIN) {
      throw new MesException(
          ErrorCode.REASON_MISSING, "A decision needs a comment.", comment, "5 characters", null);
    }
  }

  private void requireDecider(Person decider, BatchException e) {
    if (!decider.has(Role.QA)) {
      throw new MesException(
          ErrorCode.ROLE_MISSING,
          "Exceptions are decided by quality.",
          decider.roles().toString(),
          Role.QA.name(),
          null);
    }
    if (e.stepRun() == null) return;
    String performer = runs.find(e.stepRun()).map(StepRun::performedBy).orElse(null);
    if (decider.id().value().equals(performer)) {
      throw new MesException(
          ErrorCode.SAME_PERSON,
          "Nobody decides on an exception of their own step.",
          performer,
          "another QA person",
          null);
    }
  }
}
