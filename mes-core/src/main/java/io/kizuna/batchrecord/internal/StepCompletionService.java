package io.kizuna.batchrecord.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.CompleteStep;
import io.kizuna.batchrecord.EvaluateStep.Evaluated;
import io.kizuna.batchrecord.RecordedValue;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.batchrecord.StepRun.State;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.RecordClock;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import io.kizuna.recipe.Step.Verification;
import io.kizuna.recipe.Verdict;
import io.kizuna.signature.Signing;
import io.kizuna.signature.Signing.Challenge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Service
class StepCompletionService implements CompleteStep {

  private static final String KIND = "step.complete";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StepAccess access;
  private final StepEvaluation evaluation;
  private final IdentityCheckRows identityChecks;
  private final Signing signing;
  private final StepRunRows runs;
  private final ValueRows values;
  private final Exceptions exceptions;
  private final HoldTimers holdTimers;
  private final StepEnd end;
  private final HandledRequests requests;
  private final AuditTrail audit;
  private final RecordClock clock;

  StepCompletionService(
      StepAccess access,
      StepEvaluation evaluation,
      IdentityCheckRows identityChecks,
      Signing signing,
      StepRunRows runs,
      ValueRows values,
      Exceptions exceptions,
      HoldTimers holdTimers,
      StepEnd end,
      HandledRequests requests,
      AuditTrail audit,
      RecordClock clock) {
    this.access = access;
    this.evaluation = evaluation;
    this.identityChecks = identityChecks;
    this.signing = signing;
    this.runs = runs;
    this.values = values;
    this.exceptions = exceptions;
    this.holdTimers = holdTimers;
    this.end = end;
    this.requests = requests;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome complete(Command c) {
    StepContext ctx = access.change(c.batch(), c.step(), c.actor());
    var earlier = requests.answer(c.requestId(), KIND, fingerprint(c), Outcome.class);
    if (earlier.isPresent()) return earlier.get(); // the same press, sent twice
    ctx.batch().requireRunning();
    StepAccess.requireOpen(ctx);
    StepAccess.requireScreen(ctx, c.coi(), c.revision());
    Person performer = access.person(c.signature() == null ? c.actor() : c.signature().person());
    StepAccess.requirePerformer(performer, ctx.step());
    var sheet = c.signature() == null ? null : open(ctx, c, c.signature(), "perform");
    var evaluated =
        sheet == null ? evaluation.evaluate(ctx, c.values()) : shown(ctx, c, sheet.content());
    Acceptance.require(
        ctx, evaluated, c.reasons(), identityChecks.matched(ctx), c.supervisor() != null);
    UUID signature = sign(ctx, c, performer, sheet);
    var recorded = record(ctx, c, evaluated, performer);
    var opened = new ArrayList<BatchException>();
    Acceptance.exceptions(ctx, evaluated, c.reasons())
        .forEach(d -> opened.add(exceptions.open(ctx.batch().id(), d, performer.id().value())));
    StepRun run = performed(ctx, c, performer);
    opened.addAll(holdTimers.stepPerformed(ctx, Objects.requireNonNull(run.performedAt())));
    trail(ctx, run, recorded, c, performer, signature);
    if (run.state() == State.COMPLETE) end.route(ctx, recorded);
    end.holdIfCritical(ctx.batch(), opened);
    var outcome =
        new Outcome(run.state(), run.revision(), opened, end.next(ctx.batch(), performer));
    requests.remember(c.requestId(), KIND, c.actor().value(), fingerprint(c), outcome);
    return outcome;
  }

  private static Map<String, Object> fingerprint(Command c) {
    var print = new LinkedHashMap<String, Object>();
    print.put("batch", c.batch().toString());
    print.put("step", c.step().toString());
    print.put("values", new TreeMap<>(c.values()));
    print.put("reasons", new TreeMap<>(c.reasons()));
    return print;
  }

  /** What somebody was shown and is about to sign. */
  private record Sheet(Challenge challenge, StepContent.Signed content) {}

  private Sheet open(StepContext ctx, Command c, Signed signed, String purpose) {
    var challenge = signing.open(signed.challenge(), c.session(), ctx.run().subject(purpose));
    return new Sheet(challenge, StepContent.read(challenge.content()));
  }

  /** The values exactly as they were shown when the challenge was made; typed ones must agree. */
  private static Map<String, Evaluated> shown(
      StepContext ctx, Command c, StepContent.Signed content) {
    if (!content.revision().equals(Integer.toString(ctx.run().revision()))) {
      throw StepContent.stale("revision " + content.revision());
    }
    var shown = new LinkedHashMap<String, Evaluated>();
    for (var line : content.values()) {
      boolean typed = line.source().equals("MANUAL") || line.source().equals("SCAN");
      String sent = c.values().get(line.id());
      if (typed && (sent == null || !same(sent, line.value()))) {
        throw StepContent.stale(line.id());
      }
      if (!Objects.equals(blankToNull(c.reasons().get(line.id())), blankToNull(line.reason()))) {
        throw StepContent.stale(line.id() + ": reason");
      }
      shown.put(
          line.id(),
          new Evaluated(
              line.value(),
              line.display(),
              line.unit(),
              line.verdict(),
              line.source(),
              line.provenance(),
              null));
    }
    for (var sent : c.values().entrySet()) {
      if (!sent.getValue().isBlank() && !shown.containsKey(sent.getKey())) {
        throw StepContent.stale(sent.getKey());
      }
    }
    for (var p : ctx.step().parameters()) {
      shown.computeIfAbsent(
          p.id(),
          id ->
              new Evaluated(
                  null,
                  null,
                  p.unit(),
                  Verdict.NOT_JUDGED,
                  StepEvaluation.kind(p.source()),
                  Map.of(),
                  null));
    }
    return shown;
  }

  private static boolean same(String sent, String shown) {
    return java.text.Normalizer.normalize(sent, java.text.Normalizer.Form.NFKC)
        .strip()
        .equals(shown);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private @Nullable UUID sign(StepContext ctx, Command c, Person performer, @Nullable Sheet sheet) {
    if (sheet == null) {
      // A second signature without the first would stand for nothing.
      if (ctx.step().signature() != null || c.supervisor() != null) {
        throw new MesException(
            ErrorCode.SIGNATURE_MISSING, "The step must be signed.", null, "PERFORMED", null);
      }
      return null;
    }
    if (c.supervisor() != null) superviseBy(ctx, c, performer, sheet);
    return signing.sign(sheet.challenge(), performer.id(), c.language()).id();
  }

  private void superviseBy(StepContext ctx, Command c, Person performer, Sheet performed) {
    var signed = Objects.requireNonNull(c.supervisor());
    Person supervisor = access.person(signed.person());
    if (!supervisor.has(Role.SUPERVISOR) && !supervisor.has(Role.QA)) {
      throw new MesException(
          ErrorCode.ROLE_MISSING,
          "A value outside its limits needs the signature of a supervisor.",
          supervisor.roles().toString(),
          "SUPERVISOR",
          null);
    }
    if (supervisor.id().equals(performer.id())) {
      throw new MesException(
          ErrorCode.SAME_PERSON,
          "The supervisor must be another person than the performer.",
          supervisor.id().value(),
          "another person",
          null);
    }
    var own = open(ctx, c, signed, "supervise");
    if (!own.content().revision().equals(performed.content().revision())
        || !typed(own.content()).equals(typed(performed.content()))) {
      throw StepContent.stale("the supervisor saw other values");
    }
    signing.sign(own.challenge(), supervisor.id(), c.language());
  }

  private static Map<String, String> typed(StepContent.Signed content) {
    var typed = new TreeMap<String, String>();
    content.values().stream()
        .filter(l -> l.source().equals("MANUAL") || l.source().equals("SCAN"))
        .forEach(l -> typed.put(l.id(), l.value()));
    return typed;
  }

  private Map<String, RecordedValue> record(
      StepContext ctx, Command c, Map<String, Evaluated> evaluated, Person performer) {
    var recorded = new LinkedHashMap<String, RecordedValue>();
    Instant now = clock.now();
    evaluated.forEach(
        (id, v) -> {
          if (v.value() == null) return;
          var value =
              new RecordedValue(
                  ctx.run().id(),
                  id,
                  1,
                  v.value(),
                  v.unit(),
                  v.verdict(),
                  v.source(),
                  v.provenance().isEmpty()
                      ? null
                      : JSON.writeValueAsString(new TreeMap<>(v.provenance())),
                  blankToNull(c.reasons().get(id)),
                  performer.id().value(),
                  now);
          recorded.put(id, value);
        });
    values.add(recorded.values());
    return recorded;
  }

  private StepRun performed(StepContext ctx, Command c, Person performer) {
    StepRun run = ctx.run();
    Instant now = clock.now();
    boolean complete = ctx.step().verification() == Verification.NONE;
    var performed =
        new StepRun(
            run.id(),
            run.batch(),
            run.key(),
            complete ? State.COMPLETE : State.AWAITING_VERIFICATION,
            run.revision() + 1,
            complete,
            run.openedAt(),
            now,
            performer.id().value(),
            null,
            null,
            complete ? now : null,
            c.language(),
            c.comment());
    runs.update(performed);
    return performed;
  }

  private void trail(
      StepContext ctx,
      StepRun run,
      Map<String, RecordedValue> recorded,
      Command c,
      Person performer,
      @Nullable UUID signature) {
    var changes = new LinkedHashMap<String, Change>();
    changes.put("state", new Change(State.OPEN.name(), run.state().name()));
    changes.put("revision", Change.to(Integer.toString(run.revision())));
    changes.put("language", Change.to(c.language()));
    recorded.forEach((id, v) -> changes.put("value." + id, Change.to(v.value())));
    audit.record(
        new AuditEvent(
            ctx.batch().chain(),
            performer.id().value(),
            "step.performed",
            "step",
            run.key().toString(),
            changes,
            c.comment(),
            signature));
  }
}
