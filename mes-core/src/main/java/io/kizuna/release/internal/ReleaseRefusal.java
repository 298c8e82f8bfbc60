package io.kizuna.release.internal;

import io.kizuna.batch.Batch.Disposition;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.MesException.Fault;
import io.kizuna.kernel.MesException.Refusal;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import io.kizuna.release.Gate;
import io.kizuna.release.ReviewBatch.Blocker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a decision may be taken; a refusal lists every blocker at once. */
final class ReleaseRefusal {

  /** R03: a shorter "reason" is none. */
  private static final int REASON_MIN = 5;

  /** What the column holds. */
  private static final int REASON_MAX = 2000;

  private ReleaseRefusal() {}

  /**
   * @throws MesException with every fault at once.
   */
  static void check(Disposition decision, @Nullable String reason, Person person, Evidence e) {
    requireReason(decision, reason);
    if (decision == Disposition.REJECTED) {
      if (!person.has(Role.QA)) {
        throw new MesException(List.of(fault(new Blocker(Gate.DISPOSER_NOT_QA, 1, List.of()))));
      }
      return;
    }
    var blockers = new ArrayList<Blocker>(Gates.shutFor(person, e));
    blockers.addAll(Gates.shut(e));
    if (blockers.isEmpty()) return;
    throw new MesException(blockers.stream().map(ReleaseRefusal::fault).toList());
  }

  private static Fault fault(Blocker b) {
    return new Fault(
        b.gate().name(),
        b.gate().code(),
        new Refusal(
            "Release is blocked: " + b.gate().text().en() + ".",
            b.evidence().isEmpty()
                ? Integer.toString(b.count())
                : String.join("; ", b.evidence().stream().map(Text::en).toList()),
            "0",
            b.gate().solver().en()));
  }

  private static void requireReason(Disposition decision, @Nullable String reason) {
    int length = reason == null ? 0 : reason.strip().length();
    boolean missing = decision == Disposition.REJECTED && length < REASON_MIN;
    if (!missing && length <= REASON_MAX) return;
    throw new MesException(
        missing ? ErrorCode.REASON_MISSING : ErrorCode.INPUT_INVALID,
        "A rejection needs a reason of 5 to 2000 characters.",
        Integer.toString(length),
        null,
        null);
  }
}
