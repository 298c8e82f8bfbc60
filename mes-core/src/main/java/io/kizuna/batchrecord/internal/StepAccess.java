package io.kizuna.batchrecord.internal;

import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.StepKey;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import io.kizuna.recipe.Step;
import io.kizuna.recipe.Step.Verification;
import org.springframework.stereotype.Component;

/** Who may do what with which step; every refusal about access is worded here, once. */
@Component
class StepAccess {

  private final Batches batches;
  private final StepRunRows runs;
  private final People people;

  StepAccess(Batches batches, StepRunRows runs, People people) {
    this.batches = batches;
    this.runs = runs;
    this.people = people;
  }

  Person person(PersonId id) {
    return people.active(id);
  }

  /** The step as {@code viewer} may see it. */
  StepContext read(BatchId batch, StepKey key, PersonId viewer) {
    return context(batches.get(batch, people.active(viewer)), key);
  }

  /** The step of a running batch, its batch locked, for a change by {@code actor}. */
  StepContext change(BatchId batch, StepKey key, PersonId actor) {
    return context(batches.lock(batch, people.active(actor)), key);
  }

  private StepContext context(Batch batch, StepKey key) {
    StepRun run =
        runs.find(batch.id(), key)
            .orElseThrow(
                () ->
                    new MesException(
                        ErrorCode.STEP_NOT_OPEN,
                        "The route has not reached this step.",
                        key.toString(),
                        "an open step",
                        null));
    return StepContext.of(batch, run);
  }

  static void requireScreen(StepContext ctx, String coi, int revision) {
    String expected = ctx.batch().identity().coi().value();
    if (!coi.equals(expected)) {
      throw new MesException(
          ErrorCode.IDENTITY_MISMATCH,
          "The screen shows another patient's batch; nothing was recorded.",
          coi,
          expected,
          null);
    }
    if (revision != ctx.run().revision()) {
      throw new MesException(
          ErrorCode.RECORD_CHANGED,
          "The record of this step has changed since it was shown; nothing was recorded.",
          Integer.toString(revision),
          Integer.toString(ctx.run().revision()),
          null);
    }
  }

  static void requireOpen(StepContext ctx) {
    StepRun run = ctx.run();
    if (run.state() == StepRun.State.OPEN) return;
    throw new MesException(
        ErrorCode.STEP_NOT_OPEN,
        "A step is recorded once.",
        run.state() + (run.performedBy() == null ? "" : " (" + run.performedBy() + ")"),
        StepRun.State.OPEN.name(),
        null);
  }

  static void requirePerformer(Person person, Step step) {
    if (person.has(step.performer())) return;
    throw new MesException(
        ErrorCode.ACTOR_NOT_QUALIFIED,
        "The step needs a person with its role.",
        person.roles().toString(),
        step.performer().name(),
        "SUPERVISOR");
  }

  /**
   * A verifier holds the performer's role, supervises or is quality, and is somebody else (R26).
   */
  static void requireVerifier(Person person, StepContext ctx) {
    if (ctx.step().verification() == Verification.NONE
        || ctx.run().state() != StepRun.State.AWAITING_VERIFICATION) {
      throw new MesException(
          ErrorCode.VERIFICATION_NOT_OPEN,
          "There is nothing to verify now.",
          ctx.run().state().name(),
          StepRun.State.AWAITING_VERIFICATION.name(),
          null);
    }
    if (person.id().value().equals(ctx.run().performedBy())) {
      throw new MesException(
          ErrorCode.SAME_PERSON,
          "The verifier must be another person than the performer.",
          person.id().value(),
          "another person",
          null);
    }
    boolean may =
        person.has(ctx.step().performer()) || person.has(Role.SUPERVISOR) || person.has(Role.QA);
    if (!may) {
      throw new MesException(
          ErrorCode.ACTOR_NOT_QUALIFIED,
          "The verifier needs the role of the step.",
          person.roles().toString(),
          ctx.step().performer() + ", SUPERVISOR or QA",
          "SUPERVISOR");
    }
  }
}
