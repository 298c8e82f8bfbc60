package io.kizuna.web.release;

import io.kizuna.batch.Batch.Disposition;
import io.kizuna.kernel.BatchId;
import io.kizuna.personnel.People;
import io.kizuna.release.DisposeBatch;
import io.kizuna.release.ReviewBatch;
import io.kizuna.web.Actor;
import io.kizuna.web.SignatureBody;
import io.kizuna.web.batchrecord.ChallengeView;
import io.kizuna.web.security.Signers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Review by exception and disposition (W4). */
@RestController
class ReviewController {

  private final ReviewBatch reviews;
  private final DisposeBatch dispositions;
  private final People people;
  private final Signers signers;
  private final ReviewViews views;

  ReviewController(
      ReviewBatch reviews,
      DisposeBatch dispositions,
      People people,
      Signers signers,
      ReviewViews views) {
    this.reviews = reviews;
    this.dispositions = dispositions;
    this.people = people;
    this.signers = signers;
    this.views = views;
  }

  @GetMapping("/api/reviews")
  ReviewViews.ReviewQueue queue(Actor actor) {
    return views.queue(reviews.queue(people.active(actor.id())));
  }

  @GetMapping("/api/reviews/{batch}")
  ReviewViews.ReviewView review(@PathVariable BatchId batch, Actor actor) {
    return views.review(reviews.review(batch, people.active(actor.id())));
  }

  record DispositionDraft(
      Disposition decision, @Nullable String reason, @Nullable String language) {}

  @PostMapping("/api/batches/{batch}/dispositions/challenges")
  ChallengeView challenge(
      @PathVariable BatchId batch, @RequestBody DispositionDraft b, Actor actor) {
    return ChallengeView.of(
        dispositions.challenge(
            new DisposeBatch.Draft(
                actor.session(),
                batch,
                b.decision(),
                b.reason(),
                actor.id(),
                language(b.language()))));
  }

  record DispositionBody(
      Disposition decision,
      @Nullable String reason,
      @Nullable String language,
      SignatureBody signature) {}

  /** PUT with a client-made id: a lost answer can be sent again without a second decision. */
  @PutMapping("/api/batches/{batch}/dispositions/{requestId}")
  ReviewViews.DispositionView dispose(
      @PathVariable BatchId batch,
      @PathVariable UUID requestId,
      @RequestBody DispositionBody b,
      Actor actor) {
    return views.disposition(
        dispositions.dispose(
            new DisposeBatch.Command(
                requestId,
                actor.session(),
                batch,
                b.decision(),
                b.reason(),
                actor.id(),
                language(b.language()),
                signers.check(b.signature()))));
  }

  private static String language(@Nullable String language) {
    return "ja".equals(language) ? "ja" : "en";
  }
}
