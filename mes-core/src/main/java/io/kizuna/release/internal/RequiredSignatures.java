package io.kizuna.release.internal;

import io.kizuna.batchrecord.BatchException;
import io.kizuna.kernel.Text;
import io.kizuna.recipe.Parameter.OutsidePolicy;
import io.kizuna.recipe.Step.Verification;
import io.kizuna.release.internal.Evidence.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which signatures a done step needs, and which of them are missing or void. */
final class RequiredSignatures {

  private static final Map<String, Text> NAMES =
      Map.of(
          "perform", new Text("performed", "実施"),
          "verify", new Text("verified", "照査"),
          "supervise", new Text("supervisor", "監督者"));

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
  static List<Text> missing(Line l, Evidence e) {
    return of(l).stream()
        .filter(p -> !stands(l, p, e))
        .map(p -> l.name().with(": ", Objects.requireNonNull(NAMES.get(p))))
        .toList();
  }

  /**
   * Whether a valid signature stands. A correction voids every signature of the steps whose values
   * it changes; in place of the performer's or supervisor's then stands the corrector's, the
   * verifier's who signed the step anew, or, where nobody verifies, QA's decision on the change.
   */
  private static boolean stands(Line l, String purpose, Evidence e) {
    if (isValid(l, purpose, e)) return true;
    boolean wasGiven = e.signatures(l.run(), purpose).findAny().isPresent();
    if (purpose.equals("verify") || !wasGiven) return false;
    return isValid(l, "correct", e) || isValid(l, "verify", e) || changeIsDecided(l, e);
  }

  private static boolean isValid(Line l, String purpose, Evidence e) {
    return e.signatures(l.run(), purpose).anyMatch(s -> s.voidReason() == null);
  }

  private static boolean changeIsDecided(Line l, Evidence e) {
    return l.step().verification() == Verification.NONE
        && e.exceptions().stream()
            .filter(x -> l.run().id().equals(x.stepRun()))
            .filter(x -> x.type() == BatchException.Type.RECOMPUTED)
            .anyMatch(
                x ->
                    x.state() == BatchException.State.ACCEPTED
                        || x.state() == BatchException.State.CLOSED);
  }
}
