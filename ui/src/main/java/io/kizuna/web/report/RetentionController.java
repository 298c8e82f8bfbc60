package io.kizuna.web.report;

import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.kernel.BatchId;
import io.kizuna.personnel.People;
import io.kizuna.retention.LegalHolds;
import io.kizuna.retention.Retention;
import io.kizuna.retention.RetentionRule;
import io.kizuna.web.Actor;
import io.kizuna.web.PersonNames;
import io.kizuna.web.PersonNames.PersonRef;
import io.kizuna.web.SignatureBody;
import io.kizuna.web.batchrecord.ChallengeView;
import io.kizuna.web.security.Signers;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How long records are kept, and legal holds (R81). */
@RestController
class RetentionController {

  private final Retention retention;
  private final LegalHolds holds;
  private final Batches batches;
  private final People people;
  private final PersonNames names;
  private final Signers signers;

  RetentionController(
      Retention retention,
      LegalHolds holds,
      Batches batches,
      People people,
      PersonNames names,
      Signers signers) {
    this.retention = retention;
    this.holds = holds;
    this.batches = batches;
    this.people = people;
    this.names = names;
    this.signers = signers;
  }

  record RuleView(
      String market,
      String product,
      int years,
      int shelfLifeMonths,
      String source,
      @Nullable PersonRef setBy,
      @Nullable Instant setAt) {}

  record RuleList(List<RuleView> rules) {}

  record HoldView(LegalHolds.Action action, String reason, PersonRef by, Instant at) {}

  /**
   * @param due whether the record must be kept now.
   * @param holds every hold and its end, oldest first.
   */
  record RetentionView(
      @Nullable Instant retainUntil,
      RuleView rule,
      @Nullable HoldView legalHold,
      boolean due,
      List<HoldView> holds) {}

  @GetMapping("/api/batches/{batch}/retention")
  RetentionView of(@PathVariable("batch") BatchId id, Actor actor) {
    Batch batch = batches.get(id, people.active(actor.id()));
    var kept = retention.of(batch);
    return new RetentionView(
        kept.retainUntil(),
        view(kept.rule()),
        kept.legalHold() == null ? null : view(kept.legalHold()),
        kept.due(),
        retention.holds(batch).stream().map(this::view).toList());
  }

  private RuleView view(RetentionRule r) {
    return new RuleView(
        r.market(),
        r.product(),
        r.years(),
        r.shelfLifeMonths(),
        r.source(),
        r.setBy() == null ? null : names.of(r.setBy().value()),
        r.setAt());
  }

  private HoldView view(LegalHolds.Decision d) {
    return new HoldView(d.action(), d.reason(), names.of(d.by().value()), d.at());
  }

  @GetMapping("/api/retention-rules")
  RuleList rules() {
    return new RuleList(retention.rules().stream().map(this::view).toList());
  }

  record RuleBody(
      @Size(min = 1, max = 20) String market,
      @Size(min = 1, max = 80) String product,
      @Min(0) @Max(1000) int years,
      @Min(0) @Max(1200) int shelfLifeMonths,
      @Size(min = 1, max = 400) String source,
      @Size(max = 1000) String reason) {}

  @PutMapping("/api/retention-rules/{requestId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void set(@PathVariable UUID requestId, @RequestBody RuleBody b, Actor actor) {
    retention.set(
        new Retention.Wanted(
            requestId,
            b.market(),
            b.product(),
            b.years(),
            b.shelfLifeMonths(),
            b.source(),
            b.reason(),
            actor.id()));
  }

  record HoldBody(LegalHolds.Action action, @Size(max = 1000) String reason) {}

  @PostMapping("/api/batches/{batch}/legal-holds/challenges")
  ChallengeView challenge(@PathVariable("batch") BatchId id, @RequestBody HoldBody b, Actor actor) {
    return ChallengeView.of(
        holds.challenge(actor.session(), id, b.action(), b.reason(), actor.id()));
  }

  record SignedHoldBody(
      LegalHolds.Action action,
      @Size(max = 1000) String reason,
      @Nullable String language,
      SignatureBody signature) {}

  @PutMapping("/api/batches/{batch}/legal-holds/{requestId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decide(
      @PathVariable("batch") BatchId id,
      @PathVariable UUID requestId,
      @RequestBody SignedHoldBody b,
      Actor actor) {
    var signed = signers.check(b.signature());
    holds.decide(
        new LegalHolds.Command(
            requestId,
            actor.session(),
            id,
            b.action(),
            b.reason(),
            actor.id(),
            signed.challenge(),
            signed.person(),
            "ja".equals(b.language()) ? "ja" : "en"));
  }
}
