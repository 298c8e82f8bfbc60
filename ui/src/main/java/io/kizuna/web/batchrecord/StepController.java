package io.kizuna.web.batchrecord;

import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.CheckIdentity;
import io.kizuna.batchrecord.CompleteStep;
import io.kizuna.batchrecord.CorrectValue;
import io.kizuna.batchrecord.EvaluateStep;
import io.kizuna.batchrecord.OpenExceptions;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.batchrecord.VerifyStep;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.StepKey;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.People;
import io.kizuna.recipe.Verdict;
import io.kizuna.web.Actor;
import io.kizuna.web.Refusal;
import io.kizuna.web.SignatureBody;
import io.kizuna.web.security.Signers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Step execution (W2): each method translates and calls one port. */
@RestController
@RequestMapping("/api/batches/{batch}/steps/{step}")
class StepController {

  private final StepViews views;
  private final EvaluateStep evaluate;
  private final CompleteStep complete;
  private final VerifyStep verify;
  private final CorrectValue correct;
  private final CheckIdentity identity;
  private final OpenExceptions problems;
  private final People people;
  private final Signers signers;

  StepController(
      StepViews views,
      EvaluateStep evaluate,
      CompleteStep complete,
      VerifyStep verify,
      CorrectValue correct,
      CheckIdentity identity,
      OpenExceptions problems,
      People people,
      Signers signers) {
    this.views = views;
    this.evaluate = evaluate;
    this.complete = complete;
    this.verify = verify;
    this.correct = correct;
    this.identity = identity;
    this.problems = problems;
    this.people = people;
    this.signers = signers;
  }

  @GetMapping
  StepView step(@PathVariable BatchId batch, @PathVariable StepKey step, Actor actor) {
    return views.of(batch, step, people.active(actor.id()));
  }

  record ScanBody(@NotBlank @Size(max = 80) String scan, @NotBlank @Size(max = 200) String code) {}

  record Container(String coi, String container) {}

  /** Whether the scanned container belongs to this batch. */
  enum ScanResult {
    MATCH,
    MISMATCH
  }

  record ScanAnswer(ScanResult result, Container expected, String scanned) {}

  @PostMapping("/identity-checks")
  ScanAnswer check(
      @PathVariable BatchId batch,
      @PathVariable StepKey step,
      @RequestBody ScanBody body,
      Actor actor) {
    var result = identity.check(batch, step, actor.id(), body.scan(), body.code());
    int slash = result.expected().indexOf('/');
    return new ScanAnswer(
        result.matched() ? ScanResult.MATCH : ScanResult.MISMATCH,
        new Container(
            result.expected().substring(0, slash), result.expected().substring(slash + 1)),
        result.scanned());
  }

  record ValuesBody(@Nullable Map<String, String> values) {}

  record EvaluatedView(
      @Nullable String value,
      @Nullable String display,
      @Nullable String unit,
      Verdict verdict,
      @Nullable Refusal problem,
      Map<String, String> detail) {}

  record Evaluation(Map<String, EvaluatedView> values) {}

  @PostMapping("/evaluations")
  Evaluation evaluate(
      @PathVariable BatchId batch,
      @PathVariable StepKey step,
      @RequestBody ValuesBody body,
      Actor actor) {
    var views = new LinkedHashMap<String, EvaluatedView>();
    evaluate
        .evaluate(batch, step, actor.id(), orEmpty(body.values()))
        .forEach(
            (id, v) ->
                views.put(
                    id,
                    new EvaluatedView(
                        v.value(),
                        v.display(),
                        v.unit(),
                        v.verdict(),
                        v.problem() == null
                            ? null
                            : Refusal.of(v.problem().code(), v.problem().refusal()),
                        v.provenance())));
    return new Evaluation(views);
  }

  private static Map<String, String> orEmpty(@Nullable Map<String, String> values) {
    return values == null ? Map.of() : values;
  }

  /** What a challenge is for. */
  enum Purpose {
    PERFORM,
    SUPERVISE,
    VERIFY,
    CORRECT
  }

  record ChallengeBody(
      Purpose purpose,
      @Nullable Map<String, String> values,
      @Nullable Map<String, String> reasons,
      @Nullable String parameter,
      @Nullable String value,
      @Nullable String reason,
      @Nullable String language) {}

  @PostMapping("/challenges")
  ChallengeView challenge(
      @PathVariable BatchId batch,
      @PathVariable StepKey step,
      @RequestBody ChallengeBody b,
      Actor actor) {
    String language = language(b.language());
    var challenge =
        switch (b.purpose()) {
          case PERFORM, SUPERVISE ->
              evaluate.challengePerform(
                  new CompleteStep.Command(
                      new UUID(0, 0),
                      actor.session(),
                      batch,
                      step,
                      actor.id(),
                      "",
                      0,
                      orEmpty(b.values()),
                      orEmpty(b.reasons()),
                      null,
                      language,
                      null,
                      null),
                  b.purpose() == Purpose.SUPERVISE);
          case VERIFY ->
              evaluate.challengeVerify(
                  new VerifyStep.Draft(
                      actor.session(), batch, step, actor.id(), orEmpty(b.values()), language));
          case CORRECT ->
              evaluate.challengeCorrect(
                  new CorrectValue.Draft(
                      actor.session(),
                      batch,
                      step,
                      actor.id(),
                      text(b.parameter()),
                      text(b.value()),
                      text(b.reason()),
                      language));
        };
    return ChallengeView.of(challenge);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String language(@Nullable String language) {
    return "ja".equals(language) ? "ja" : "en";
  }

  record CompletionBody(
      @Size(max = 40) String coi,
      int revision,
      @Nullable Map<String, String> values,
      @Nullable Map<String, String> reasons,
      @Nullable String comment,
      @Nullable String language,
      @Nullable SignatureBody signature,
      @Nullable SignatureBody supervisor) {}

  record OpenedException(int number, BatchException.Severity severity, Text text) {}

  record NextStep(String batchId, String key) {}

  record StepOutcome(
      StepRun.State state,
      int revision,
      List<OpenedException> exceptions,
      @Nullable NextStep next) {}

  /** PUT with a client-made id: a lost answer can be sent again without a second record line. */
  @PutMapping("/completions/{requestId}")
  StepOutcome complete(
      @PathVariable BatchId batch,
      @PathVariable StepKey step,
      @PathVariable UUID requestId,
      @RequestBody CompletionBody b,
      Actor actor) {
    var command =
        new CompleteStep.Command(
            requestId,
            actor.session(),
            batch,
            step,
            actor.id(),
            b.coi(),
            b.revision(),
            orEmpty(b.values()),
            orEmpty(b.reasons()),
            b.comment(),
            language(b.language()),
            signers.checkIfGiven(b.signature()),
            signers.checkIfGiven(b.supervisor()));
    return outcome(batch, complete.complete(command));
  }

  private static StepOutcome outcome(BatchId batch, CompleteStep.Outcome o) {
    return new StepOutcome(
        o.state(),
        o.revision(),
        opened(o.exceptions()),
        o.next() == null ? null : new NextStep(batch.toString(), o.next().toString()));
  }

  private static List<OpenedException> opened(List<BatchException> exceptions) {
    return exceptions.stream()
        .map(e -> new OpenedException(e.number(), e.severity(), e.text()))
        .toList();
  }

  record VerificationBody(
      @Size(max = 40) String coi,
      int revision,
      @Nullable Map<String, String> values,
      @Nullable String comment,
      @Nullable String language,
      SignatureBody signature) {}

  @PutMapping("/verifications/{requestId}")
  StepOutcome verify(
      @PathVariable BatchId batch,
      @PathVariable StepKey step,
      @PathVariable UUID requestId,
      @RequestBody VerificationBody b,
      Actor actor) {
    return outcome(
        batch,
        verify.verify(
            new VerifyStep.Command(
                requestId,
                actor.session(),
                batch,
                step,
                actor.id(),
                b.coi(),
                b.revision(),
                orEmpty(b.values()),
                b.comment(),
                language(b.language()),
                signers.check(b.signature()))));
  }

  record CorrectionBody(
      @Size(max = 40) String coi,
      int revision,
      @Size(max = 80) String parameter,
      String value,
      String reason,
      @Nullable String language,
      SignatureBody signature) {}

  record CorrectionAnswer(
      int revision, List<String> recomputed, List<UUID> voided, List<OpenedException> exceptions) {}

  @PutMapping("/corrections/{requestId}")
  CorrectionAnswer correct(
      @PathVariable BatchId batch,
      @PathVariable StepKey step,
      @PathVariable UUID requestId,
      @RequestBody CorrectionBody b,
      Actor actor) {
    var o =
        correct.correct(
            new CorrectValue.Command(
                requestId,
                actor.session(),
                batch,
                step,
                actor.id(),
                b.coi(),
                b.revision(),
                b.parameter(),
                b.value(),
                b.reason(),
                language(b.language()),
                signers.check(b.signature())));
    return new CorrectionAnswer(o.revision(), o.recomputed(), o.voided(), opened(o.exceptions()));
  }

  record ProblemBody(UUID requestId, @Size(max = 40) String category, @Nullable String text) {}

  @PostMapping("/problems")
  OpenedException problem(
      @PathVariable BatchId batch,
      @PathVariable StepKey step,
      @RequestBody ProblemBody b,
      Actor actor) {
    var e = problems.report(b.requestId(), batch, step, actor.id(), b.category(), b.text());
    return new OpenedException(e.number(), e.severity(), e.text());
  }
}
