package io.kizuna.release.internal;

import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.BatchException.Type;
import io.kizuna.batchrecord.ReadRecord.HoldTimeRun;
import io.kizuna.batchrecord.RecordedValue;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Step.Verification;
import io.kizuna.recipe.Verdict;
import io.kizuna.release.Gate;
import io.kizuna.release.ReviewBatch.Blocker;
import io.kizuna.release.internal.Evidence.Line;
import io.kizuna.signature.Signature;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules of release, computed from the record alone; nothing here is ever ticked by hand. */
final class Gates {

  /** More lines would not be read; the count says how many there are. */
  private static final int EVIDENCE_MAX = 20;

  private static final Text NO_RELEASE = new Text("no release procedure", "出荷判定の工程がない");

  private static final Set<Type> JUDGES_VALUE =
      EnumSet.of(Type.LIMIT_REJECT, Type.CORRECTION, Type.RECOMPUTED);

  private final Evidence e;
  private final List<Line> lines;
  private final Map<Gate, List<Text>> found = new EnumMap<>(Gate.class);

  private Gates(Evidence e) {
    this.e = e;
    this.lines = e.lines();
  }

  /** Everything about the batch that stops its release; empty if nothing does. */
  static List<Blocker> shut(Evidence e) {
    var gates = new Gates(e);
    gates.steps();
    gates.values();
    gates.exceptions();
    gates.signatures();
    gates.identity();
    gates.qualityControl();
    gates.batch();
    gates.review();
    return gates.blockers();
  }

  /** What stops this person from deciding (R26). */
  static List<Blocker> shutFor(Person person, Evidence e) {
    var gates = new Gates(e);
    String id = person.id().value();
    if (!person.has(Role.QA)) gates.add(Gate.DISPOSER_NOT_QA, id);
    if (e.makers().contains(id)) gates.add(Gate.DISPOSER_INVOLVED, id);
    if (e.reviews().stream().anyMatch(s -> s.person().equals(person.id()))) {
      gates.add(Gate.DISPOSER_REVIEWED, id);
    }
    return gates.blockers();
  }

  private List<Blocker> blockers() {
    return found.entrySet().stream()
        .map(
            g ->
                new Blocker(
                    g.getKey(),
                    g.getValue().size(),
                    g.getValue().stream().limit(EVIDENCE_MAX).toList()))
        .toList();
  }

  private void add(Gate gate, String evidence) {
    add(gate, Text.same(evidence));
  }

  private void add(Gate gate, Text evidence) {
    found.computeIfAbsent(gate, g -> new ArrayList<>()).add(evidence);
  }

  private void steps() {
    for (Line l : lines) {
      if (l.run().state() == StepRun.State.AWAITING_VERIFICATION || unverified(l)) {
        add(Gate.VERIFICATION_OPEN, l.name());
      } else if (!l.isDone() && !l.isDisposition() && !l.isReview() && !l.isQc()) {
        add(Gate.STEP_INCOMPLETE, l.name());
      }
    }
    for (var u : e.batch().recipe().unitProcedures()) {
      boolean ended =
          e.unitProcedures().stream()
              .anyMatch(r -> r.unitProcedure().equals(u.id()) && r.endedAt() != null);
      if (!ended && !u.id().equals(Evidence.UNIT_PROCEDURE)) {
        add(Gate.UNIT_PROCEDURE_INCOMPLETE, Text.same(u.number()).with(" ", u.title()));
      }
    }
    e.holdTimes().stream()
        .filter(h -> h.stoppedAt() == null)
        .map(HoldTimeRun::id)
        .forEach(id -> add(Gate.HOLD_TIME_RUNNING, id));
  }

  /** Complete although nobody, or the performer, verified it. */
  private static boolean unverified(Line l) {
    StepRun run = l.run();
    return run.state() == StepRun.State.COMPLETE
        && l.step().verification() != Verification.NONE
        && (run.verifiedBy() == null || run.verifiedBy().equals(run.performedBy()));
  }

  private void values() {
    for (Line l : lines) {
      if (l.isDone() && !l.isQc()) missing(l, Gate.VALUE_MISSING);
      for (RecordedValue v : l.latest().values()) {
        if (v.verdict() == Verdict.REJECT && !accepted(v)) {
          add(Gate.REJECT_WITHOUT_DECISION, l.name().with(": ", name(l, v)).with(" " + v.value()));
        }
      }
    }
  }

  private void missing(Line l, Gate gate) {
    for (Parameter p : l.step().parameters()) {
      if (p.required() && !l.latest().containsKey(p.id())) {
        add(gate, l.name().with(": ", p.name()));
      }
    }
  }

  /** An exception covers the value it was opened for, never one recorded after it. */
  private boolean accepted(RecordedValue v) {
    return e.exceptions().stream()
        .anyMatch(
            x ->
                v.stepRun().equals(x.stepRun())
                    && v.parameter().equals(x.parameter())
                    && JUDGES_VALUE.contains(x.type())
                    && !x.openedAt().isBefore(v.recordedAt())
                    && (x.state() == BatchException.State.ACCEPTED
                        || x.state() == BatchException.State.CLOSED));
  }

  private void exceptions() {
    for (BatchException x : e.exceptions()) {
      Text name = Text.same("E-" + x.number()).with(": ", x.text());
      if (x.state() == BatchException.State.OPEN) add(Gate.EXCEPTION_OPEN, name);
      if (x.state() == BatchException.State.DEVIATION) add(Gate.DEVIATION_OPEN, name);
    }
  }

  private void signatures() {
    for (Line l : lines) {
      if (!l.isDone() || l.isDisposition() || l.isReview()) continue;
      RequiredSignatures.missing(l, e).forEach(s -> add(Gate.SIGNATURE_MISSING, s));
    }
    e.signatures().stream()
        .filter(s -> s.voidReason() != null && !s.subject().startsWith("step:") && !replaced(s))
        .forEach(s -> add(Gate.SIGNATURE_MISSING, s.subject()));
    for (Signature s : e.signatures()) {
      SignatureFaults.of(s, e).ifPresent(f -> add(Gate.SIGNATURE_INVALID, f));
    }
  }

  private boolean replaced(Signature old) {
    return e.signatures().stream()
        .anyMatch(
            s ->
                s.voidReason() == null
                    && s.subject().equals(old.subject())
                    && s.signedAt().isAfter(old.signedAt()));
  }

  private void identity() {
    for (Line l : lines) {
      if (!l.isDone()) continue;
      for (var scan : l.step().identityScans()) {
        boolean matched =
            e.checks().stream()
                .anyMatch(
                    c ->
                        c.matched()
                            && c.stepRun().equals(l.run().id())
                            && c.scan().equals(scan.id()));
        if (!matched) add(Gate.IDENTITY_INCOMPLETE, l.name().with(": ", scan.name()));
      }
    }
  }

  /** A failing result is never released, whatever was decided about its exception. */
  private void qualityControl() {
    var unit = e.batch().recipe().unitProcedure(Evidence.UNIT_PROCEDURE);
    if (unit.isEmpty()) add(Gate.QC_INCOMPLETE, NO_RELEASE);
    for (var step : unit.stream().flatMap(u -> u.steps().stream()).toList()) {
      if (step.id().equals(Evidence.REVIEW) || step.id().equals(Evidence.DISPOSITION)) continue;
      Predicate<Line> same = l -> l.isQc() && l.step().id().equals(step.id());
      var runs = lines.stream().filter(same).toList();
      if (runs.isEmpty()) add(Gate.QC_INCOMPLETE, Text.same(step.number()).with(" ", step.title()));
      for (Line l : runs) {
        // One that waits for verification is named by that gate.
        boolean waiting = l.run().state() == StepRun.State.AWAITING_VERIFICATION;
        if (!l.isDone() && !waiting) add(Gate.QC_INCOMPLETE, l.name());
        if (l.isDone()) missing(l, Gate.QC_INCOMPLETE);
      }
    }
    failing().forEach(f -> add(Gate.QC_FAILED, f));
  }

  private Stream<Text> failing() {
    return lines.stream()
        .filter(Line::isQc)
        .flatMap(
            l ->
                l.latest().values().stream()
                    .filter(v -> v.verdict() == Verdict.REJECT)
                    .map(v -> name(l, v).with(" " + v.value())));
  }

  private static Text name(Line l, RecordedValue v) {
    return l.step().parameter(v.parameter()).map(Parameter::name).orElse(Text.same(v.parameter()));
  }

  private void batch() {
    var chain = e.chain();
    if (!chain.valid() || chain.length() == 0) {
      add(
          Gate.AUDIT_CHAIN_BROKEN,
          new Text(
              "entry " + chain.firstBad() + " of " + chain.length(),
              chain.length() + "件中" + chain.firstBad() + "番目の項目"));
    }
    Batch.State state = e.batch().state();
    if (state == Batch.State.HELD) {
      add(Gate.BATCH_HELD, Objects.requireNonNullElse(e.batch().holdReason(), "HELD"));
    } else if (state == Batch.State.ABORTED || state == Batch.State.STOPPED) {
      add(Gate.BATCH_ENDED_EARLY, state.name());
    }
  }

  private void review() {
    var reviews = e.reviews();
    if (reviews.isEmpty()) add(Gate.REVIEW_MISSING, "13.2.2");
    var makers = e.makers();
    reviews.stream()
        .map(s -> s.person().value())
        .filter(makers::contains)
        .distinct()
        .forEach(p -> add(Gate.REVIEWER_INVOLVED, p));
  }
}
