package io.kizuna.release.internal;

import io.kizuna.batch.Batch;
import io.kizuna.batch.Batch.Disposition;
import io.kizuna.batchrecord.CompleteStep;
import io.kizuna.batchrecord.EvaluateStep;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.Digest;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.recipe.Parameter;
import io.kizuna.release.DisposeBatch.Command;
import io.kizuna.release.DisposeBatch.Draft;
import io.kizuna.release.Gate;
import io.kizuna.release.internal.Evidence.Line;
import io.kizuna.signature.Meaning;
import io.kizuna.signature.Signing;
import io.kizuna.signature.Signing.Challenge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a person who decides sees and signs. */
@Component
class DispositionSheet {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DECISION = "decision";
  private static final String REASON = "reason";

  private final EvaluateStep evaluateStep;
  private final Signing signing;

  DispositionSheet(EvaluateStep evaluateStep, Signing signing) {
    this.evaluateStep = evaluateStep;
    this.signing = signing;
  }

  /** The open disposition step of a running batch. */
  Optional<Line> step(Evidence e) {
    if (e.batch().state() != Batch.State.RUNNING) return Optional.empty();
    return e.lines().stream()
        .filter(l -> l.isDisposition() && l.run().state() == StepRun.State.OPEN)
        .findFirst();
  }

  /** What is signed where no disposition step is open. */
  String subject(Evidence e) {
    return "batch:" + e.batch().id() + ":disposition";
  }

  Challenge challenge(Draft d, Evidence e) {
    Meaning meaning = meaning(d.decision());
    var step = step(e);
    Map<String, Object> content = new LinkedHashMap<>();
    String subject = subject(e);
    if (step.isPresent()) {
      var own = evaluateStep.challengePerform(completion(d, e, step.get()), false);
      content.putAll(JSON.readValue(own.content(), new TypeReference<Map<String, Object>>() {}));
      subject = step.get().run().subject("perform");
    }
    content.put("batch", e.batch().number());
    content.put("coi", e.batch().identity().coi().value());
    content.put("meaning", meaning.name());
    content.put("language", d.language());
    content.put("disposition", d.decision().name());
    String reason = blankToNull(d.reason());
    if (reason != null) content.put(REASON, reason);
    content.put("product", e.batch().recipe().product() + " " + e.batch().recipe().version());
    content.put("gates", gates(d.decision() == Disposition.RELEASED, e));
    content.put(
        "auditTrail",
        Map.of("length", Long.toString(e.chain().length()), "head", e.chain().head()));
    return signing.challenge(d.session(), e.batch().chain(), subject, meaning, content);
  }

  private static Meaning meaning(Disposition decision) {
    return decision == Disposition.RELEASED ? Meaning.RELEASED : Meaning.REJECTED;
  }

  /** Every gate of the batch with how often it is shut: what the decision rests on. */
  private static Map<String, String> gates(boolean released, Evidence e) {
    var counts = new LinkedHashMap<String, String>();
    for (Gate g : Gate.values()) if (!g.isPersonal()) counts.put(g.name(), "0");
    if (!released) {
      Gates.shut(e).forEach(b -> counts.put(b.gate().name(), Integer.toString(b.count())));
    }
    return counts;
  }

  /** Gates and coverage as JSON, kept with the decision. */
  String evidence(boolean released, Evidence e) {
    var coverage = new ArrayList<Map<String, String>>();
    for (var c : CoverageLines.of(e)) {
      coverage.add(
          Map.of("id", c.id(), "good", Long.toString(c.good()), "total", Long.toString(c.total())));
    }
    return Digest.canonical(Map.of("gates", gates(released, e), "coverage", coverage));
  }

  /**
   * @throws MesException SIGNATURE_STALE if another decision or reason was shown.
   */
  void requireShown(Command c, Evidence e) {
    String subject = step(e).map(l -> l.run().subject("perform")).orElseGet(() -> subject(e));
    var shown =
        JSON.readValue(
            signing.open(c.signature().challenge(), c.session(), subject).content(),
            new TypeReference<Map<String, Object>>() {});
    if (c.decision().name().equals(shown.get("disposition"))
        && Objects.equals(blankToNull(c.reason()), shown.get(REASON))) {
      return;
    }
    throw new MesException(
        ErrorCode.SIGNATURE_STALE,
        "What is signed must be what was shown; nothing was signed.",
        String.valueOf(shown.get("disposition")),
        c.decision().name(),
        null);
  }

  CompleteStep.Command completion(Command c, Evidence e, Line step) {
    var draft =
        new Draft(c.session(), c.batch(), c.decision(), c.reason(), c.actor(), c.language());
    return completion(c.requestId(), draft, e, step, c.signature());
  }

  private CompleteStep.Command completion(Draft d, Evidence e, Line step) {
    return completion(new UUID(0, 0), d, e, step, null);
  }

  private static CompleteStep.Command completion(
      UUID requestId, Draft d, Evidence e, Line step, CompleteStep.@Nullable Signed signature) {
    var values = new LinkedHashMap<String, String>();
    values.put(DECISION, d.decision() == Disposition.RELEASED ? "release" : "reject");
    String reason = blankToNull(d.reason());
    boolean asked =
        step.step().parameter(REASON).filter(p -> p.type() == Parameter.Type.TEXT).isPresent();
    if (reason != null && asked) values.put(REASON, reason);
    Map<String, String> reasons = reason == null || asked ? Map.of() : Map.of(DECISION, reason);
    return new CompleteStep.Command(
        requestId,
        d.session(),
        d.batch(),
        step.run().key(),
        d.actor(),
        e.batch().identity().coi().value(),
        step.run().revision(),
        values,
        reasons,
        null,
        d.language(),
        signature,
        null);
  }

  static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
