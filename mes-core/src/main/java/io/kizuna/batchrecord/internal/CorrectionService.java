package io.kizuna.batchrecord.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.BatchException.Severity;
import io.kizuna.batchrecord.BatchException.Type;
import io.kizuna.batchrecord.CorrectValue;
import io.kizuna.batchrecord.RecordedValue;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.batchrecord.internal.Recomputation.Changed;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Step.Verification;
import io.kizuna.signature.Signature;
import io.kizuna.signature.Signing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Service
class CorrectionService implements CorrectValue {

  private static final String KIND = "value.correct";
  private static final int REASON_MIN = 5;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StepAccess access;
  private final ValueRows values;
  private final StepRunRows runs;
  private final Recomputation recomputation;
  private final Exceptions exceptions;
  private final StepEnd end;
  private final Signing signing;
  private final HandledRequests requests;
  private final AuditTrail audit;
  private final RecordClock clock;

  CorrectionService(
      StepAccess access,
      ValueRows values,
      StepRunRows runs,
      Recomputation recomputation,
      Exceptions exceptions,
      StepEnd end,
      Signing signing,
      HandledRequests requests,
      AuditTrail audit,
      RecordClock clock) {
    this.access = access;
    this.values = values;
    this.runs = runs;
    this.recomputation = recomputation;
    this.exceptions = exceptions;
    this.end = end;
    this.signing = signing;
    this.requests = requests;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome correct(Command c) {
    var print = fingerprint(c);
    StepContext ctx = access.change(c.batch(), c.step(), c.actor());
    var earlier = requests.answer(c.requestId(), KIND, print, Outcome.class);
    if (earlier.isPresent()) return earlier.get(); // the same press, sent twice
    StepAccess.requireScreen(ctx, c.coi(), c.revision());
    Person corrector = access.person(c.signature().person());
    RecordedValue old = correctable(ctx, c, corrector);
    Parameter parameter = ctx.parameter(c.parameter());
    String text = TypedValue.read(parameter, c.value(), clock);
    if (text.equals(old.value())) throw refused("The new value is the old one.", text);
    UUID signature = sign(ctx, c, corrector);
    var corrected = next(old, parameter, text, c.reason().strip(), corrector);
    values.add(List.of(corrected));
    var changed = new ArrayList<Changed>();
    changed.add(new Changed(ctx, parameter, old, corrected));
    changed.addAll(recomputation.after(ctx, parameter));
    var voided = voidSignatures(ctx.batch(), changed, signature, c.reason());
    reopen(changed);
    var opened = exceptions(changed, corrector, c.reason());
    trail(ctx.batch(), changed, c, corrector, signature);
    end.holdIfCritical(ctx.batch(), opened);
    var outcome =
        new Outcome(
            ctx.run().revision() + 1,
            changed.stream().skip(1).map(Changed::name).toList(),
            voided,
            opened);
    requests.remember(c.requestId(), KIND, c.actor().value(), print, outcome);
    return outcome;
  }

  private static Map<String, String> fingerprint(Command c) {
    return Map.of(
        "batch", c.batch().toString(),
        "step", c.step().toString(),
        "parameter", c.parameter(),
        "value", c.value(),
        "reason", c.reason());
  }

  private RecordedValue correctable(StepContext ctx, Command c, Person corrector) {
    if (ctx.batch().disposition() != null || ctx.batch().state() == Batch.State.ABORTED) {
      throw refused("After the disposition nothing is corrected.", ctx.batch().state().name());
    }
    if (c.reason().strip().length() < REASON_MIN) {
      throw new MesException(
          ErrorCode.REASON_MISSING,
          "A correction needs a reason.",
          c.reason(),
          "5 characters",
          null);
    }
    boolean may = corrector.has(ctx.step().performer()) || corrector.has(Role.SUPERVISOR);
    if (!may) {
      throw new MesException(
          ErrorCode.ACTOR_NOT_QUALIFIED,
          "A correction needs the role of the step.",
          corrector.roles().toString(),
          ctx.step().performer() + " or SUPERVISOR",
          "SUPERVISOR");
    }
    RecordedValue old = values.latest(ctx.run().id()).get(c.parameter());
    if (old == null) throw refused("Only a recorded value can be corrected.", c.parameter());
    if (!old.source().equals("MANUAL")) {
      throw refused("What the system read or computed is not corrected by hand.", old.source());
    }
    return old;
  }

  private static MesException refused(String rule, @Nullable String value) {
    return new MesException(ErrorCode.CORRECTION_REFUSED, rule, value, null, null);
  }

  private UUID sign(StepContext ctx, Command c, Person corrector) {
    String subject = ctx.run().subject("correct:" + c.parameter());
    var opened = signing.open(c.signature().challenge(), c.session(), subject);
    var shown = JSON.readTree(opened.content());
    boolean same =
        shown.path("newValue").asString("").equals(c.value().strip())
            && shown.path("note").asString("").equals(c.reason().strip())
            && shown.path("revision").asString("").equals(Integer.toString(ctx.run().revision()));
    if (!same) throw StepContent.stale(c.parameter());
    return signing.sign(opened, corrector.id(), c.language()).id();
  }

  private RecordedValue next(
      RecordedValue old, Parameter p, String text, String reason, Person corrector) {
    return new RecordedValue(
        old.stepRun(),
        old.parameter(),
        old.revision() + 1,
        text,
        old.unit(),
        TypedValue.judge(p, text),
        old.source(),
        old.provenance(),
        reason,
        corrector.id().value(),
        clock.now());
  }

  /** Signatures given on steps whose values have changed no longer cover them (F14). */
  private List<UUID> voidSignatures(
      Batch batch, List<Changed> changed, UUID correction, String reason) {
    var prefixes = new LinkedHashSet<String>();
    changed.forEach(ch -> prefixes.add("step:" + ch.ctx().run().id() + ":"));
    var voided =
        signing.ofChain(batch.chain()).stream()
            .filter(s -> s.voidReason() == null && !s.id().equals(correction))
            .filter(s -> prefixes.stream().anyMatch(s.subject()::startsWith))
            .map(Signature::id)
            .toList();
    signing.voidAll(
        voided, "corrected: " + reason.strip(), io.kizuna.kernel.PersonId.system("record"));
    return voided;
  }

  private void reopen(List<Changed> changed) {
    var done = new LinkedHashSet<UUID>();
    for (Changed ch : changed) {
      StepRun run = ch.ctx().run();
      if (!done.add(run.id())) continue;
      boolean verify = ch.ctx().step().verification() != Verification.NONE;
      runs.update(
          new StepRun(
              run.id(),
              run.batch(),
              run.key(),
              verify ? StepRun.State.AWAITING_VERIFICATION : run.state(),
              run.revision() + 1,
              run.routed(),
              run.openedAt(),
              run.performedAt(),
              run.performedBy(),
              verify ? null : run.verifiedAt(),
              verify ? null : run.verifiedBy(),
              verify ? null : run.completedAt(),
              run.language(),
              run.comment()));
    }
  }

  private List<BatchException> exceptions(List<Changed> changed, Person corrector, String reason) {
    var opened = new ArrayList<BatchException>();
    for (int i = 0; i < changed.size(); i++) {
      Changed ch = changed.get(i);
      boolean first = i == 0;
      boolean outside = ch.after().verdict().isOutside();
      opened.add(
          exceptions.open(
              ch.ctx().batch().id(),
              new Exceptions.Draft(
                  first ? Type.CORRECTION : Type.RECOMPUTED,
                  outside ? Severity.CRITICAL : Severity.MINOR,
                  ch.ctx().run().id(),
                  ch.parameter().id(),
                  new Text(
                      ch.parameter().name().en() + (first ? ": corrected" : ": recomputed"),
                      ch.parameter().name().ja() + (first ? ":訂正" : ":再計算")),
                  ch.before().value() + " -> " + ch.after().value(),
                  StepContent.limits(ch.parameter().limits()),
                  reason.strip()),
              corrector.id().value()));
    }
    return opened;
  }

  private void trail(
      Batch batch, List<Changed> changed, Command c, Person corrector, UUID signature) {
    for (Changed ch : changed) {
      audit.record(
          new AuditEvent(
              batch.chain(),
              corrector.id().value(),
              ch == changed.get(0) ? "value.corrected" : "value.recomputed",
              "step",
              ch.ctx().run().key().toString(),
              Map.of(
                  "value." + ch.parameter().id(),
                  new Change(ch.before().value(), ch.after().value())),
              c.reason().strip(),
              signature));
    }
  }
}
