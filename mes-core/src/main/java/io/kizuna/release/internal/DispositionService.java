package io.kizuna.release.internal;

import io.kizuna.batch.Batch;
import io.kizuna.batch.Batch.Disposition;
import io.kizuna.batch.Batches;
import io.kizuna.batch.ChangeBatchState;
import io.kizuna.batchrecord.CompleteStep;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Person;
import io.kizuna.release.DisposeBatch;
import io.kizuna.release.Disposed;
import io.kizuna.signature.Signature;
import io.kizuna.signature.Signing;
import io.kizuna.signature.Signing.Challenge;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DispositionService implements DisposeBatch {

  private final Batches batches;
  private final People people;
  private final EvidenceReader evidence;
  private final DispositionSheet sheet;
  private final Dispositions dispositions;
  private final CompleteStep completeStep;
  private final ChangeBatchState states;
  private final Signing signing;
  private final RecordClock clock;

  DispositionService(
      Batches batches,
      People people,
      EvidenceReader evidence,
      DispositionSheet sheet,
      Dispositions dispositions,
      CompleteStep completeStep,
      ChangeBatchState states,
      Signing signing,
      RecordClock clock) {
    this.batches = batches;
    this.people = people;
    this.evidence = evidence;
    this.sheet = sheet;
    this.dispositions = dispositions;
    this.completeStep = completeStep;
    this.states = states;
    this.signing = signing;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Challenge challenge(Draft d) {
    Person actor = people.active(d.actor());
    Batch batch = batches.get(d.batch(), actor);
    requireUndecided(batch);
    Evidence e = evidence.read(batch);
    ReleaseRefusal.check(d.decision(), d.reason(), actor, e);
    requireReached(d.decision(), e);
    return sheet.challenge(d, e);
  }

  @Override
  @Transactional
  public Disposed dispose(Command c) {
    Person signer = people.active(c.signature().person());
    batches.get(c.batch(), signer);
    // Two who decide at once: the second one finds it decided.
    Batch batch = batches.lock(c.batch(), people.active(c.actor()));
    var earlier = dispositions.byRequest(c.requestId());
    if (earlier.isPresent()) return sameAgain(c, earlier.get());
    requireUndecided(batch);
    Evidence e = evidence.read(batch);
    ReleaseRefusal.check(c.decision(), c.reason(), signer, e);
    requireReached(c.decision(), e);
    sheet.requireShown(c, e);
    UUID signature = sign(c, e);
    if (sheet.step(e).isEmpty() && isBeingMade(batch)) {
      // Rejected before its end: nothing may be made of it any more.
      states.abort(c.batch(), reason(c), signer.id(), signature);
    }
    states.dispose(c.batch(), c.decision(), c.reason(), signer.id(), signature);
    var disposed = disposed(c, signer.id(), signature, e);
    dispositions.add(disposed);
    return disposed;
  }

  /** A batch is released at the end of its route, never in the middle. */
  private void requireReached(Disposition decision, Evidence e) {
    if (decision == Disposition.REJECTED || !isBeingMade(e.batch())) return;
    if (sheet.step(e).isPresent()) return;
    throw new MesException(
        ErrorCode.STEP_NOT_OPEN,
        "The route has not reached the disposition.",
        e.batch().state().name(),
        Evidence.UNIT_PROCEDURE + "." + Evidence.DISPOSITION,
        null);
  }

  private static boolean isBeingMade(Batch batch) {
    return batch.state() == Batch.State.HELD || batch.state() == Batch.State.RUNNING;
  }

  private static String reason(Command c) {
    return "rejected: " + (c.reason() == null ? "" : c.reason());
  }

  private static Disposed sameAgain(Command c, Disposed earlier) {
    if (earlier.batch().equals(c.batch()) && earlier.decision() == c.decision()) return earlier;
    throw new MesException(
        ErrorCode.REQUEST_REUSED,
        "A request id belongs to one request only.",
        c.requestId().toString(),
        "a new request id",
        null);
  }

  private static void requireUndecided(Batch batch) {
    if (batch.disposition() == null) return;
    throw new MesException(
        ErrorCode.STATE_CHANGE_REFUSED,
        "A batch is disposed of once.",
        batch.disposition().name(),
        null,
        null);
  }

  /** Through the recipe's own step where it is open, else by itself. */
  private UUID sign(Command c, Evidence e) {
    var step = sheet.step(e);
    if (step.isEmpty()) {
      var opened = signing.open(c.signature().challenge(), c.session(), sheet.subject(e));
      return signing.sign(opened, c.signature().person(), c.language()).id();
    }
    completeStep.complete(sheet.completion(c, e, step.get()));
    String subject = step.get().run().subject("perform");
    return signing.ofChain(e.batch().chain()).stream()
        .filter(s -> s.subject().equals(subject) && s.voidReason() == null)
        .reduce((first, last) -> last)
        .map(Signature::id)
        .orElseThrow(() -> new IllegalStateException("completed without a signature: " + subject));
  }

  private Disposed disposed(Command c, PersonId by, UUID signature, Evidence e) {
    @Nullable String reason = DispositionSheet.blankToNull(c.reason());
    return new Disposed(
        c.batch(),
        c.requestId(),
        c.decision(),
        reason,
        by,
        clock.now(),
        signature,
        sheet.evidence(c.decision() == Disposition.RELEASED, e));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Disposed> of(BatchId batch) {
    return dispositions.ofBatch(batch);
  }
}
