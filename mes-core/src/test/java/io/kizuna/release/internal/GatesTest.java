package io.kizuna.release.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.audit.ReadAudit.ChainCheck;
import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.BatchException.Type;
import io.kizuna.batchrecord.ReadRecord.HoldState;
import io.kizuna.batchrecord.ReadRecord.HoldTimeRun;
import io.kizuna.batchrecord.ReadRecord.UnitProcedureRun;
import io.kizuna.batchrecord.RecordedValue;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.RecordClock;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import io.kizuna.recipe.Verdict;
import io.kizuna.release.Gate;
import io.kizuna.release.ReviewBatch.Blocker;
import io.kizuna.signature.Meaning;
import io.kizuna.signature.Signature;
import io.kizuna.testing.SampleBatch;
import io.kizuna.testing.SamplePorts;
import io.kizuna.testing.SampleRecipe;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R32: each blocker alone stops the release. */
class GatesTest {

  /** One thing wrong with a batch that could otherwise be released. */
  record Fault(Gate gate, String what, Consumer<SampleBatch> spoil) {
    @Override
    public String toString() {
      return gate + ": " + what;
    }
  }

  private static Fault fault(Gate gate, String what, Consumer<SampleBatch> spoil) {
    return new Fault(gate, what, spoil);
  }

  static Stream<Fault> faults() {
    return Stream.of(
        fault(Gate.STEP_INCOMPLETE, "open", b -> b.setState("user_feed", StepRun.State.OPEN)),
        fault(
            Gate.STEP_INCOMPLETE,
            "abandoned",
            b -> b.setState("user_feed", StepRun.State.ABANDONED)),
        fault(
            Gate.UNIT_PROCEDURE_INCOMPLETE,
            "running",
            b ->
                b.unitProcedures.set(
                    0, new UnitProcedureRun(SampleRecipe.MAKE, SampleBatch.START, null))),
        fault(Gate.UNIT_PROCEDURE_INCOMPLETE, "never begun", b -> b.unitProcedures.remove(0)),
        fault(Gate.VALUE_MISSING, "not recorded", GatesTest::forgetValue),
        fault(
            Gate.VERIFICATION_OPEN,
            "waits",
            b -> b.setState("user_feed", StepRun.State.AWAITING_VERIFICATION)),
        fault(
            Gate.VERIFICATION_OPEN,
            "QC result waits",
            b -> b.setState("user_record_qc_results", StepRun.State.AWAITING_VERIFICATION)),
        fault(
            Gate.EXCEPTION_OPEN,
            "open",
            b -> b.exception(Type.PROBLEM, BatchException.State.OPEN, null)),
        fault(
            Gate.DEVIATION_OPEN,
            "not closed",
            b -> b.exception(Type.PROBLEM, BatchException.State.DEVIATION, null)),
        fault(Gate.HOLD_TIME_RUNNING, "running", GatesTest::holdTimeRuns),
        fault(Gate.SIGNATURE_MISSING, "none", b -> b.signatures.removeIf(verify(b, "user_feed"))),
        fault(Gate.SIGNATURE_MISSING, "void", b -> voidSignature(b, "user_feed", "verify")),
        fault(Gate.SIGNATURE_MISSING, "no supervisor", GatesTest::outsideWithoutSupervisor),
        fault(
            Gate.SIGNATURE_INVALID, "content changed", b -> forge(b, s -> Forged.content(s, "{}"))),
        fault(Gate.SIGNATURE_INVALID, "moved to another step", GatesTest::moveSignature),
        fault(
            Gate.SIGNATURE_INVALID,
            "signer swapped",
            b -> forge(b, s -> Forged.by(s, "kobayashi"))),
        fault(Gate.SIGNATURE_INVALID, "value changed after signing", GatesTest::tamperValue),
        fault(Gate.IDENTITY_INCOMPLETE, "not scanned", b -> b.checks.clear()),
        fault(Gate.REJECT_WITHOUT_DECISION, "no exception", GatesTest::rejectedValue),
        fault(Gate.QC_INCOMPLETE, "open", b -> openQc(b)),
        fault(Gate.QC_INCOMPLETE, "never reached", GatesTest::withoutQc),
        fault(Gate.QC_FAILED, "accepted exception does not help", GatesTest::failedQc),
        fault(
            Gate.AUDIT_CHAIN_BROKEN,
            "does not recompute",
            b -> b.chain = new ChainCheck(false, 420, "00".repeat(32), 17)),
        fault(
            Gate.AUDIT_CHAIN_BROKEN,
            "empty",
            b -> b.chain = new ChainCheck(true, 0, "00".repeat(32), 0)),
        fault(Gate.BATCH_HELD, "held", b -> b.state = Batch.State.HELD),
        fault(Gate.BATCH_ENDED_EARLY, "aborted", b -> b.state = Batch.State.ABORTED),
        fault(
            Gate.REVIEW_MISSING,
            "open",
            b -> b.setState("user_review_batch_record", StepRun.State.OPEN)),
        fault(
            Gate.REVIEW_MISSING,
            "void",
            b -> voidSignature(b, "user_review_batch_record", "perform")),
        fault(Gate.REVIEWER_INVOLVED, "signed as supervisor", GatesTest::reviewerSupervised));
  }

  @Test
  void cleanBatchCanBeReleasedByAnotherQaPerson() {
    var sample = new SampleBatch();
    assertThat(Gates.shut(evidence(sample))).isEmpty();
    assertThat(Gates.shutFor(sample.person("watanabe"), evidence(sample))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void eachBlockerAloneStopsTheRelease(Fault fault) {
    var sample = new SampleBatch();
    fault.spoil().accept(sample);
    assertThat(Gates.shut(evidence(sample)))
        .extracting(Blocker::gate)
        .containsExactly(fault.gate());
  }

  // A gate nobody tests is a gate nobody misses.
  @Test
  void everyGateOfTheBatchHasItsFault() {
    var tested = faults().map(Fault::gate).collect(Collectors.toSet());
    assertThat(tested)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Gate.values()).filter(g -> !g.isPersonal()).toList());
  }

  // R26: three ways of deciding about one's own work.
  @Test
  void whoTookPartCannotDecide() {
    var sample = new SampleBatch();
    var e = evidence(sample);
    assertThat(gates(sample.person("suzuki"), e)).containsExactly(Gate.DISPOSER_REVIEWED);
    assertThat(gates(sample.person("kobayashi"), e)).containsExactly(Gate.DISPOSER_NOT_QA);
    var tanaka = sample.person("tanaka");
    var withQa =
        new Person(tanaka.id(), tanaka.name(), Set.of(Role.QA, Role.OPERATOR), Set.of(), true);
    assertThat(gates(withQa, e)).containsExactly(Gate.DISPOSER_INVOLVED);
  }

  // A correction voids the performer's signature; the corrector's takes its place.
  @Test
  void correctedStepIsSignedByItsCorrector() {
    var sample = new SampleBatch();
    voidSignature(sample, "user_feed", "perform");
    var run = sample.run("user_feed");
    Signature corrected = sample.sign(run, "correct", "tanaka", Meaning.CORRECTED);
    sample.signatures.add(Forged.subject(corrected, corrected.subject() + ":volume"));
    assertThat(Gates.shut(evidence(sample))).isEmpty();
  }

  // A value recomputed after a correction elsewhere: nobody performs the step again, it is
  // verified.
  @Test
  void recomputedStepIsSignedByItsVerifier() {
    var sample = new SampleBatch();
    voidSignature(sample, "user_evaluate", "perform");
    assertThat(Gates.shut(evidence(sample))).isEmpty();
    voidSignature(sample, "user_evaluate", "verify");
    assertThat(Gates.shut(evidence(sample)))
        .extracting(Blocker::gate)
        .containsExactly(Gate.SIGNATURE_MISSING);
  }

  @Test
  void acceptedExceptionCoversARejectedValueOutsideQualityControl() {
    var sample = new SampleBatch();
    rejectedValue(sample);
    sample.exception(Type.LIMIT_REJECT, BatchException.State.ACCEPTED, "look");
    assertThat(Gates.shut(evidence(sample))).isEmpty();
  }

  // An exception covers the value it was opened for: a later bad value needs its own.
  @Test
  void earlierAcceptanceDoesNotCoverALaterRejectedValue() {
    var sample = new SampleBatch();
    rejectedValue(sample);
    sample.exception(Type.LIMIT_REJECT, BatchException.State.ACCEPTED, "look");
    sample.values.replaceAll(v -> v.parameter().equals("look") ? later(v) : v);
    assertThat(Gates.shut(evidence(sample)))
        .extracting(Blocker::gate)
        .containsExactly(Gate.REJECT_WITHOUT_DECISION);
  }

  private static RecordedValue later(RecordedValue v) {
    return new RecordedValue(
        v.stepRun(),
        v.parameter(),
        v.revision(),
        v.value(),
        v.unit(),
        v.verdict(),
        v.source(),
        v.provenance(),
        v.reason(),
        v.recordedBy(),
        v.recordedAt().plusSeconds(60));
  }

  static Evidence evidence(SampleBatch sample) {
    var ports = new SamplePorts(sample);
    var clock = new RecordClock(Clock.systemUTC());
    return new EvidenceReader(new NoReadings(), ports, ports, ports, ports, ports, clock)
        .read(sample.batch());
  }

  private static List<Gate> gates(Person person, Evidence e) {
    return Gates.shutFor(person, e).stream().map(Blocker::gate).toList();
  }

  private static void forgetValue(SampleBatch b) {
    var run = b.run("user_feed");
    b.values.removeIf(v -> v.stepRun().equals(run.id()) && v.parameter().equals("look"));
    resign(b, run);
  }

  /** Signs a step anew, so that only the one thing is wrong. */
  private static void resign(SampleBatch b, StepRun run) {
    b.signatures.removeIf(s -> s.subject().startsWith("step:" + run.id()));
    b.signatures.add(b.sign(run, "perform", "tanaka", Meaning.PERFORMED));
    b.signatures.add(b.sign(run, "verify", "sato", Meaning.VERIFIED));
  }

  private static void holdTimeRuns(SampleBatch b) {
    HoldTimeRun h = b.holdTimes.get(0);
    b.holdTimes.set(
        0,
        new HoldTimeRun(
            h.id(),
            h.unitProcedure(),
            h.name(),
            h.startedAt(),
            h.warnAt(),
            h.normalUntil(),
            h.rejectAfter(),
            null,
            HoldState.RUNNING));
  }

  private static java.util.function.Predicate<Signature> verify(SampleBatch b, String step) {
    return s -> s.subject().equals(b.run(step).subject("verify"));
  }

  private static void voidSignature(SampleBatch b, String step, String purpose) {
    b.signatures.replaceAll(
        s -> s.subject().equals(b.run(step).subject(purpose)) ? Forged.voided(s) : s);
  }

  private static void outsideWithoutSupervisor(SampleBatch b) {
    var run = b.run("user_feed");
    b.values.removeIf(v -> v.stepRun().equals(run.id()) && v.parameter().equals("volume"));
    b.value(run, "volume", "110.0", Verdict.ALERT);
    resign(b, run);
  }

  private static void forge(SampleBatch b, java.util.function.UnaryOperator<Signature> change) {
    b.signatures.replaceAll(
        s -> s.subject().equals(b.run("user_feed").subject("perform")) ? change.apply(s) : s);
  }

  private static void moveSignature(SampleBatch b) {
    Signature own =
        b.signatures.stream()
            .filter(s -> s.subject().equals(b.run("user_count").subject("perform")))
            .findFirst()
            .orElseThrow();
    b.signatures.add(Forged.subject(own, b.run("user_feed").subject("perform")));
  }

  private static void tamperValue(SampleBatch b) {
    var run = b.run("user_feed");
    b.values.removeIf(v -> v.stepRun().equals(run.id()) && v.parameter().equals("volume"));
    b.value(run, "volume", "101.0", Verdict.NORMAL);
  }

  private static void rejectedValue(SampleBatch b) {
    var run = b.run("user_feed");
    b.values.removeIf(v -> v.stepRun().equals(run.id()) && v.parameter().equals("look"));
    b.value(run, "look", "turbid", Verdict.REJECT);
    resign(b, run);
  }

  private static void openQc(SampleBatch b) {
    b.setState("user_record_qc_results", StepRun.State.OPEN);
  }

  private static void withoutQc(SampleBatch b) {
    var run = b.run("user_record_qc_results");
    b.runs.remove(run);
    b.values.removeIf(v -> v.stepRun().equals(run.id()));
    b.signatures.removeIf(s -> s.subject().startsWith("step:" + run.id()));
  }

  private static void failedQc(SampleBatch b) {
    var run = b.run("user_record_qc_results");
    b.values.removeIf(v -> v.stepRun().equals(run.id()));
    b.value(run, "viability", "55.0", Verdict.REJECT);
    resign(b, run);
    b.exception(Type.LIMIT_REJECT, BatchException.State.ACCEPTED, "viability");
    var x = b.exceptions.remove(0);
    b.exceptions.add(
        new BatchException(
            x.id(),
            x.batch(),
            1,
            x.type(),
            x.severity(),
            run.id(),
            "viability",
            x.text(),
            x.value(),
            x.limit(),
            x.reason(),
            run.performedAt(),
            x.openedBy(),
            x.state()));
  }

  private static void reviewerSupervised(SampleBatch b) {
    b.signatures.add(b.sign(b.run("user_feed"), "supervise", "suzuki", Meaning.APPROVED));
  }

  // R26 parts the releaser from the performers; a check by quality is no manufacture, else two QA
  // people could never release a batch whose harvest decision one of them verified (7.3.1).
  @Test
  void verificationByQualityIsNoManufacture() {
    var sample = new SampleBatch();
    reviewerVerified(sample);
    assertThat(Gates.shut(evidence(sample))).isEmpty();
  }

  private static void reviewerVerified(SampleBatch b) {
    var old = b.run("user_feed");
    var run =
        new StepRun(
            old.id(),
            old.batch(),
            old.key(),
            old.state(),
            old.revision(),
            true,
            old.openedAt(),
            old.performedAt(),
            "tanaka",
            old.verifiedAt(),
            "suzuki",
            old.completedAt(),
            "en",
            null);
    b.runs.set(b.runs.indexOf(old), run);
    forgeVerify(b, run);
  }

  private static void forgeVerify(SampleBatch b, StepRun run) {
    b.signatures.removeIf(s -> s.subject().equals(run.subject("verify")));
    b.signatures.add(b.sign(run, "verify", "suzuki", Meaning.VERIFIED));
  }

  @Test
  void coverageCountsWhatWasLookedAt() {
    var lines = CoverageLines.of(evidence(new SampleBatch()));
    var ids = new ArrayList<String>();
    lines.forEach(l -> ids.add(l.id() + " " + l.good() + "/" + l.total()));
    assertThat(ids)
        .containsExactly(
            "exceptions 0/0",
            "parameters 6/6",
            "signatures 9/9",
            "verifications 4/4",
            "identity 1/1",
            "hold-times 1/1",
            "corrections 0/0",
            "automatic 1/1",
            "data 1/1",
            "gaps 0/0",
            "commands 1/1",
            "audit 420/420");
  }
}
