package io.kizuna.batchrecord.internal;

import io.kizuna.batchrecord.CompleteStep;
import io.kizuna.batchrecord.CorrectValue;
import io.kizuna.batchrecord.EvaluateStep;
import io.kizuna.batchrecord.VerifyStep;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.StepKey;
import io.kizuna.signature.Meaning;
import io.kizuna.signature.Signing;
import io.kizuna.signature.Signing.Challenge;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class EvaluateStepService implements EvaluateStep {

  private final StepAccess access;
  private final StepEvaluation evaluation;
  private final IdentityCheckRows identityChecks;
  private final ValueRows values;
  private final Signing signing;

  EvaluateStepService(
      StepAccess access,
      StepEvaluation evaluation,
      IdentityCheckRows identityChecks,
      ValueRows values,
      Signing signing) {
    this.access = access;
    this.evaluation = evaluation;
    this.identityChecks = identityChecks;
    this.values = values;
    this.signing = signing;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Evaluated> evaluate(
      BatchId batch, StepKey step, PersonId actor, Map<String, String> typed) {
    return evaluation.evaluate(access.read(batch, step, actor), typed);
  }

  @Override
  @Transactional
  public Challenge challengePerform(CompleteStep.Command c, boolean supervisor) {
    StepContext ctx = access.read(c.batch(), c.step(), c.actor());
    ctx.batch().requireRunning();
    StepAccess.requireOpen(ctx);
    var evaluated = evaluation.evaluate(ctx, c.values());
    // The supervisor's signature comes with the performer's; here only its absence is forgiven.
    Acceptance.require(ctx, evaluated, c.reasons(), identityChecks.matched(ctx), true);
    Meaning meaning = supervisor ? Meaning.APPROVED : performMeaning(ctx);
    String purpose = supervisor ? "supervise" : "perform";
    var lines = StepContent.evaluated(ctx, evaluated, trimmed(c.reasons()), c.language());
    return signing.challenge(
        c.session(),
        ctx.batch().chain(),
        ctx.run().subject(purpose),
        meaning,
        StepContent.of(ctx, purpose, meaning, c.language(), lines));
  }

  private static Map<String, String> trimmed(Map<String, String> reasons) {
    var trimmed = new java.util.HashMap<String, String>();
    reasons.forEach(
        (id, reason) -> {
          if (!reason.isBlank()) trimmed.put(id, reason.strip());
        });
    return trimmed;
  }

  private static Meaning performMeaning(StepContext ctx) {
    var meaning = ctx.step().signature();
    return meaning == null ? Meaning.PERFORMED : Meaning.valueOf(meaning.name());
  }

  @Override
  @Transactional
  public Challenge challengeVerify(VerifyStep.Draft d) {
    StepContext ctx = access.read(d.batch(), d.step(), d.actor());
    var recorded = values.latest(ctx.run().id());
    // The challenge shows what was recorded: whoever enters blindly must have entered before.
    SecondEntry.requireEqual(ctx, recorded, d.values());
    var lines = StepContent.recorded(ctx, recorded, d.language());
    return signing.challenge(
        d.session(),
        ctx.batch().chain(),
        ctx.run().subject("verify"),
        Meaning.VERIFIED,
        StepContent.of(ctx, "verify", Meaning.VERIFIED, d.language(), lines));
  }

  @Override
  @Transactional
  public Challenge challengeCorrect(CorrectValue.Draft d) {
    StepContext ctx = access.read(d.batch(), d.step(), d.actor());
    var lines =
        StepContent.recorded(ctx, values.latest(ctx.run().id()), d.language()).stream()
            .filter(l -> l.id().equals(d.parameter()))
            .toList();
    var content = StepContent.of(ctx, "correct", Meaning.CORRECTED, d.language(), lines);
    content.put("parameter", d.parameter());
    content.put("newValue", d.value().strip());
    content.put("note", d.reason().strip());
    return signing.challenge(
        d.session(),
        ctx.batch().chain(),
        ctx.run().subject("correct:" + d.parameter()),
        Meaning.CORRECTED,
        content);
  }
}
