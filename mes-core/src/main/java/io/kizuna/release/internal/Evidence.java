package io.kizuna.release.internal;

import io.kizuna.audit.ReadAudit.ChainCheck;
import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.ReadRecord.CommandSent;
import io.kizuna.batchrecord.ReadRecord.HoldTimeRun;
import io.kizuna.batchrecord.ReadRecord.IdentityCheck;
import io.kizuna.batchrecord.ReadRecord.UnitProcedureRun;
import io.kizuna.batchrecord.RecordedValue;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import io.kizuna.processdata.ReadHistorian.Gap;
import io.kizuna.recipe.Step;
import io.kizuna.signature.Signature;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything the gates look at, read once, so that they all judge the same moment. */
record Evidence(
    Batch batch,
    List<StepRun> runs,
    List<RecordedValue> values,
    List<IdentityCheck> checks,
    List<HoldTimeRun> holdTimes,
    List<BatchException> exceptions,
    List<UnitProcedureRun> unitProcedures,
    List<CommandSent> commands,
    List<Signature> signatures,
    List<Gap> gaps,
    ChainCheck chain,
    Map<String, Person> people) {

  /** The unit procedure in which QC results, review and disposition are recorded. */
  static final String UNIT_PROCEDURE = "up-release";

  static final String REVIEW = "user_review_batch_record";
  static final String DISPOSITION = "user_decide_disposition";

  /** A run with the step of the frozen recipe behind it. */
  record Line(StepRun run, Step step, Map<String, RecordedValue> latest) {

    boolean isReview() {
      return is(REVIEW);
    }

    boolean isDisposition() {
      return is(DISPOSITION);
    }

    /** Steps of the release procedure other than review and decision hold the QC results. */
    boolean isQc() {
      return run.key().unitProcedure().equals(UNIT_PROCEDURE) && !isReview() && !isDisposition();
    }

    private boolean is(String step) {
      return run.key().unitProcedure().equals(UNIT_PROCEDURE) && run.key().step().equals(step);
    }

    boolean isDone() {
      return run.state() == StepRun.State.COMPLETE && run.routed();
    }

    Text name() {
      return Text.same(step.number()).with(" ", step.title());
    }
  }

  /** Every run with its step and its values that count. */
  List<Line> lines() {
    var latest = new HashMap<UUID, Map<String, RecordedValue>>();
    for (RecordedValue v : values) {
      latest
          .computeIfAbsent(v.stepRun(), id -> new LinkedHashMap<>())
          .merge(v.parameter(), v, (a, b) -> b.revision() > a.revision() ? b : a);
    }
    return runs.stream()
        .map(
            run ->
                new Line(
                    run,
                    batch
                        .recipe()
                        .step(run.key().unitProcedure(), run.key().step())
                        .orElseThrow(() -> new IllegalStateException("no step " + run.key())),
                    latest.getOrDefault(run.id(), Map.of())))
        .toList();
  }

  /** The run of this id. */
  @Nullable StepRun run(UUID id) {
    return runs.stream().filter(r -> r.id().equals(id)).findFirst().orElse(null);
  }

  /** Signatures on a step, for example with purpose {@code perform}; void ones too. */
  Stream<Signature> signatures(StepRun run, String purpose) {
    String subject = run.subject(purpose);
    return signatures.stream()
        .filter(s -> s.subject().equals(subject) || s.subject().startsWith(subject + ":"));
  }

  /**
   * People who made the batch: performed, verified, supervised or corrected a step.
   *
   * <p>Steps that the recipe gives to QA, and QA's verification of others' steps, are checks by the
   * quality unit, not manufacture; who took them stays independent.
   */
  TreeSet<String> makers() {
    var makers = new TreeSet<String>();
    for (Line line : lines()) {
      if (line.step().performer() == Role.QA) continue;
      if (line.run().performedBy() != null) makers.add(line.run().performedBy());
      String verifier = line.run().verifiedBy();
      if (verifier != null && !isQa(verifier)) makers.add(verifier);
      String subject = "step:" + line.run().id() + ":";
      signatures.stream()
          .filter(s -> s.subject().startsWith(subject))
          .filter(s -> !s.subject().equals(subject + "verify") || !isQa(s.person().value()))
          .forEach(s -> makers.add(s.person().value()));
      values.stream()
          .filter(v -> v.stepRun().equals(line.run().id()))
          .forEach(v -> makers.add(v.recordedBy()));
    }
    return makers;
  }

  /** Valid signatures of QA people under the record review. */
  List<Signature> reviews() {
    return lines().stream()
        .filter(l -> l.isReview() && l.isDone())
        .flatMap(l -> signatures(l.run(), "perform"))
        .filter(s -> s.voidReason() == null && isQa(s.person().value()))
        .toList();
  }

  boolean isQa(String person) {
    Person found = people.get(person);
    return found != null && found.has(Role.QA);
  }
}
