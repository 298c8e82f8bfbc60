package io.kizuna.release.internal;

import io.kizuna.batch.Batch;
import io.kizuna.batch.ChangeBatchState;
import io.kizuna.batchrecord.CompleteStep;
import io.kizuna.batchrecord.CorrectValue;
import io.kizuna.batchrecord.EvaluateStep;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.batchrecord.VerifyStep;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.Digest;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.StepKey;
import io.kizuna.release.Disposed;
import io.kizuna.signature.Meaning;
import io.kizuna.signature.Signature;
import io.kizuna.signature.Signing;
import io.kizuna.testing.SampleBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a disposition acts on, by hand: writes down what was asked of it. */
final class DispositionFakes
    implements Signing, EvaluateStep, CompleteStep, ChangeBatchState, Dispositions {

  final List<String> log = new ArrayList<>();
  private final SampleBatch sample;
  private final Map<UUID, Challenge> challenges = new HashMap<>();
  private final List<Disposed> kept = new ArrayList<>();

  DispositionFakes(SampleBatch sample) {
    this.sample = sample;
  }

  @Override
  public Challenge challenge(
      String session, String chain, String subject, Meaning meaning, Map<String, ?> content) {
    String text = Digest.canonical(content);
    var c =
        new Challenge(
            UUID.randomUUID(), chain, subject, meaning, text, Digest.sha256(text), Instant.MAX);
    challenges.put(c.id(), c);
    return c;
  }

  @Override
  public Challenge open(UUID challenge, String session, String subject) {
    var c = Objects.requireNonNull(challenges.get(challenge));
    if (!subject.equals(c.subject())) throw new IllegalStateException(subject);
    return c;
  }

  @Override
  public Signature sign(Challenge c, PersonId signer, String language) {
    var signature =
        new Signature(
            UUID.randomUUID(),
            "batch:" + sample.id,
            c.subject(),
            c.meaning(),
            signer,
            sample.person(signer.value()).name(),
            language,
            c.content(),
            c.digest(),
            SampleBatch.at(1800),
            null);
    sample.signatures.add(signature);
    return signature;
  }

  @Override
  public void releaseEquipment(BatchId batch, Set<String> ended) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void voidAll(Collection<UUID> signatures, String reason, PersonId by) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Signature> ofChain(String chain) {
    return sample.signatures;
  }

  @Override
  public Map<String, Evaluated> evaluate(
      BatchId batch, StepKey step, PersonId actor, Map<String, String> values) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Challenge challengePerform(CompleteStep.Command draft, boolean supervisor) {
    var content = new LinkedHashMap<String, Object>();
    content.put("purpose", "perform");
    content.put("step", draft.step().toString());
    content.put("values", List.of(draft.values()));
    return challenge(draft.session(), "", "step", Meaning.APPROVED, content);
  }

  @Override
  public Challenge challengeVerify(VerifyStep.Draft draft) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Challenge challengeCorrect(CorrectValue.Draft draft) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Outcome complete(Command c) {
    log.add("complete decision=" + c.values().get("decision"));
    String subject = sample.run("user_decide_disposition").subject("perform");
    var opened = open(c.signature().challenge(), c.session(), subject);
    sign(opened, c.signature().person(), c.language());
    sample.state = Batch.State.COMPLETE;
    return new Outcome(StepRun.State.COMPLETE, 1, List.of(), null);
  }

  @Override
  public void hold(BatchId batch, String reason, PersonId by) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void resume(BatchId batch, String reason, PersonId by, UUID signature) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void abort(BatchId batch, String reason, PersonId by, UUID signature) {
    log.add("abort");
    sample.state = Batch.State.ABORTED;
  }

  @Override
  public void complete(BatchId batch) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void dispose(
      BatchId batch, Batch.Disposition disposition, String reason, PersonId by, UUID signature) {
    log.add("dispose " + disposition);
  }

  @Override
  public void add(Disposed disposed) {
    kept.add(disposed);
  }

  @Override
  public Optional<Disposed> ofBatch(BatchId batch) {
    return kept.stream().findFirst();
  }

  @Override
  public Optional<Disposed> byRequest(UUID requestId) {
    return kept.stream().filter(d -> d.requestId().equals(requestId)).findFirst();
  }

  @Override
  public List<Line> waiting(int limit) {
    return List.of();
  }
}
