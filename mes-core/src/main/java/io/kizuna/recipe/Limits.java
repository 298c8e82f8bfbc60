package io.kizuna.recipe;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one parameter. They are versioned master data of a product, never code.
 *
 * @param normal values in here are good, bounds included.
 * @param alert bands that are explicitly alert; may be empty.
 * @param rejectBelow values below this are rejected (the bound itself is not).
 * @param rejectAbove values above this are rejected (the bound itself is not).
 * @param allowed the values accepted from a boolean or a text, empty for numbers.
 */
public record Limits(
    @Nullable Range normal,
    List<Range> alert,
    @Nullable BigDecimal rejectBelow,
    @Nullable BigDecimal rejectAbove,
    List<String> allowed) {

  /**
   * Judges a number: reject first, then normal, everything between counts as alert.
   *
   * <p>A value between normal and reject with no alert band given counts as alert. Where no reject
   * bound is set, a value outside normal and outside every alert band is rejected if alert bands
   * are given, else alert.
   */
  public Verdict judge(BigDecimal value) {
    if (rejectBelow != null && value.compareTo(rejectBelow) < 0) return Verdict.REJECT;
    if (rejectAbove != null && value.compareTo(rejectAbove) > 0) return Verdict.REJECT;
    if (normal != null && normal.contains(value)) return Verdict.NORMAL;
    if (normal == null && alert.stream().noneMatch(a -> a.contains(value))) return Verdict.NORMAL;
    boolean hasReject = rejectBelow != null || rejectAbove != null;
    if (!hasReject && !alert.isEmpty() && alert.stream().noneMatch(a -> a.contains(value))) {
      return Verdict.REJECT;
    }
    return Verdict.ALERT;
  }

  /** Judges a boolean, choice or text: anything not in {@code allowed} is rejected. */
  public Verdict judge(String value) {
    if (allowed.isEmpty()) return Verdict.NOT_JUDGED;
    return allowed.contains(value) ? Verdict.NORMAL : Verdict.REJECT;
  }
}
