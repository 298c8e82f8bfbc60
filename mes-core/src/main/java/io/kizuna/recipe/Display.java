package io.kizuna.recipe;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a number is shown. Only what is shown is rounded; what is stored and judged keeps all digits.
 */
public final class Display {

  /** More digits than this behind the point are never asked for; results have 34 in all. */
  private static final int DECIMALS_MAX = 60;

  private Display() {}

  /**
   * How a recorded value is shown: rounded numbers, everything else as it stands. Where rounding
   * would move a number across a limit (2.004 to 2.00 where 2.00 is still good), as many more
   * digits are shown as it takes to see why it was judged as it was.
   */
  public static String of(Parameter p, String value) {
    if (p.type() != Parameter.Type.DECIMAL) return value;
    BigDecimal exact;
    try {
      exact = new BigDecimal(value);
    } catch (NumberFormatException e) {
      return value; // a reader must see what is there
    }
    Limits limits = p.limits();
    if (limits == null) return round(exact, p.decimals());
    var verdict = limits.judge(exact);
    for (int decimals = p.decimals(); decimals < exact.scale(); decimals++) {
      String shown = round(exact, decimals);
      if (limits.judge(new BigDecimal(shown)) == verdict) return shown;
    }
    return round(exact, Math.max(p.decimals(), exact.scale()));
  }

  /**
   * Rounds half to even, the rule of {@code ROUND} in formulas too: 2.345 and 2.335 at two digits
   * show 2.34 and 2.34.
   *
   * @param decimals digits behind the point, 0 to 60.
   */
  public static String round(BigDecimal value, int decimals) {
    if (decimals < 0 || decimals > DECIMALS_MAX) {
      throw new IllegalArgumentException("decimals " + decimals);
    }
    return value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}
