package io.kizuna.batchrecord.internal;

import io.kizuna.batchrecord.RecordedValue;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.MesException.Fault;
import io.kizuna.kernel.MesException.Refusal;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Step.Verification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;

/** The blind second entry of the verifier against the first one, which it must not learn from. */
final class SecondEntry {

  private SecondEntry() {}

  /**
   * Every typed value must come out the same a second time, digit for digit in value.
   *
   * @throws MesException BLIND_ENTRY_DIFFERS for each that does not; never names the first entry.
   */
  static void requireEqual(
      StepContext ctx, Map<String, RecordedValue> first, Map<String, String> second) {
    if (ctx.step().verification() != Verification.BLIND_SECOND_ENTRY) return;
    var faults = new ArrayList<Fault>();
    for (Parameter p : ctx.step().parameters()) {
      RecordedValue recorded = first.get(p.id());
      if (recorded == null || !recorded.source().equals("MANUAL")) continue;
      String again = second.getOrDefault(p.id(), "").strip();
      if (!equal(p, recorded.value(), again)) {
        faults.add(
            new Fault(
                p.id(),
                ErrorCode.BLIND_ENTRY_DIFFERS,
                new Refusal(
                    "The second entry must equal the first; check the source together.",
                    again.isEmpty() ? null : again,
                    null, // the first entry is not shown
                    "performer and verifier")));
      }
    }
    if (!faults.isEmpty()) throw new MesException(faults);
  }

  private static boolean equal(Parameter p, String first, String again) {
    boolean number = p.type() == Parameter.Type.DECIMAL || p.type() == Parameter.Type.INTEGER;
    if (!number) return first.equals(again);
    try {
      return new BigDecimal(first).compareTo(new BigDecimal(again)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
