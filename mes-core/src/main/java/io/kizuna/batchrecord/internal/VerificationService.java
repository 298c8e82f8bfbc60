package io.kizuna.batchrecord.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.batchrecord.CompleteStep.Outcome;
import io.kizuna.batchrecord.RecordedValue;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.batchrecord.StepRun.State;
import io.kizuna.batchrecord.VerifyStep;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.RecordClock;
import io.kizuna.personnel.Person;
import io.kizuna.signature.Signing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class VerificationService implements VerifyStep {

  private static final String KIND = "step.verify";

  private final StepAccess access;
  private final Signing signing;
  private final StepRunRows runs;
  private final ValueRows values;
  private final StepEnd end;
  private final HandledRequests requests;
  private final AuditTrail audit;
  private final RecordClock clock;

  VerificationService(
      StepAccess access,
      Signing signing,
      StepRunRows runs,
      ValueRows values,
      StepEnd end,
      HandledRequests requests,
      AuditTrail audit,
      RecordClock clock) {
    this.access = access;
    this.signing = signing;
    this.runs = runs;
    this.values = values;
    this.end = end;
    this.requests = requests;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome verify(Command c) {
    var print = fingerprint(c);
    StepContext ctx = access.change(c.batch(), c.step(), c.actor());
    var earlier = requests.answer(c.requestId(), KIND, print, Outcome.class);
    if (earlier.isPresent()) return earlier.get(); // the same press, sent twice
    // A step that was corrected may be verified again while the batch is held or complete.
    if (!ctx.run().routed()) ctx.batch().requireRunning();
    StepAccess.requireScreen(ctx, c.coi(), c.revision());
    Person verifier = access.person(c.signature().person());
    StepAccess.requireVerifier(verifier, ctx);
    var recorded = values.latest(ctx.run().id());
    requireOther(verifier, recorded);
    SecondEntry.requireEqual(ctx, recorded, c.values());
    String subject = ctx.run().subject("verify");
    var opened = signing.open(c.signature().challenge(), c.session(), subject);
    var shown = StepContent.read(opened.content());
    if (!shown.revision().equals(Integer.toString(ctx.run().revision()))) {
      throw StepContent.stale("revision " + shown.revision());
    }
    var signature = signing.sign(opened, verifier.id(), c.language());
    StepRun run = verified(ctx.run(), verifier);
    audit.record(
        new AuditEvent(
            ctx.batch().chain(),
            verifier.id().value(),
            "step.verified",
            "step",
            run.key().toString(),
            Map.of(
                "state",
                new Change(State.AWAITING_VERIFICATION.name(), State.COMPLETE.name()),
                "revision",
                Change.to(Integer.toString(run.revision()))),
            c.comment(),
            signature.id()));
    if (!ctx.run().routed()) end.route(ctx, recorded);
    var outcome =
        new Outcome(
            run.state(),
            run.revision(),
            List.of(),
            end.next(ctx.batch(), access.person(c.actor())));
    requests.remember(c.requestId(), KIND, c.actor().value(), print, outcome);
    return outcome;
  }

  /** After a correction the corrector may not verify either: nobody verifies an own entry. */
  private static void requireOther(Person verifier, Map<String, RecordedValue> recorded) {
    if (recorded.values().stream().noneMatch(v -> v.recordedBy().equals(verifier.id().value()))) {
      return;
    }
    throw new MesException(
        ErrorCode.SAME_PERSON,
        "The verifier must be another person than the one who entered the values.",
        verifier.id().value(),
        "another person",
        null);
  }

  private static Map<String, Object> fingerprint(Command c) {
    return Map.of(
        "batch", c.batch().toString(),
        "step", c.step().toString(),
        "values", new TreeMap<>(c.values()));
  }

  private StepRun verified(StepRun run, Person verifier) {
    Instant now = clock.now();
    var verified =
        new StepRun(
            run.id(),
            run.batch(),
            run.key(),
            State.COMPLETE,
            run.revision() + 1,
            true,
            run.openedAt(),
            run.performedAt(),
            run.performedBy(),
            now,
            verifier.id().value(),
            now,
            run.language(),
            run.comment());
    runs.update(verified);
    return verified;
  }
}
