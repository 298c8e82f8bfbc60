package io.kizuna.release.internal;

import io.kizuna.recipe.Parameter.OutsidePolicy;
import io.kizuna.recipe.Step.Verification;
import io.kizuna.release.internal.Evidence.Line;
import io.kizuna.signature.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which signatures a done step needs, and which of them are missing or void. */
final class RequiredSignatures {

  private RequiredSignatures() {}

  /** The purposes a signature is needed for; the first word of the subject's end. */
  static List<String> of(Line l) {
    var purposes = new ArrayList<String>();
    if (l.step().signature() != null) purposes.add("perform");
    if (l.step().verification() != Verification.NONE) purposes.add("verify");
    boolean supervised =
        l.step().parameters().stream()
            .filter(p -> p.policy() == OutsidePolicy.SECOND_SIGNATURE)
            .map(p -> l.latest().get(p.id()))
            .anyMatch(v -> v != null && v.revision() == 1 && v.verdict().isOutside());
    if (supervised) purposes.add("supervise");
    return purposes;
  }

  /** The needed ones that do not stand. */
  static List<String> missing(Line l, Evidence e) {
    return of(l).stream().filter(p -> !stands(l, p, e)).map(p -> l.name() + ": " + p).toList();
  }

  /**
   * Whether a valid signature stands. A correction voids the performer's: the corrector's, given
   * after it, takes its place.
   */
  private static boolean stands(Line l, String purpose, Evidence e) {
    if (e.signatures(l.run(), purpose).anyMatch(s -> s.voidReason() == null)) return true;
    if (!purpose.equals("perform")) return false;
    Instant last =
        e.signatures(l.run(), purpose)
            .map(Signature::signedAt)
            .max(Comparator.naturalOrder())
            .orElse(null);
    Stream<Signature> corrections = e.signatures(l.run(), "correct");
    return last != null
        && corrections.anyMatch(s -> s.voidReason() == null && !s.signedAt().isBefore(last));
  }
}
