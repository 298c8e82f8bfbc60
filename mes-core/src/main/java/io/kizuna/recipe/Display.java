package io.kizuna.recipe;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a number is shown. Only what is shown is rounded; what is stored and judged keeps all digits.
 */
public final class Display {

  /** More digits than this behind the point are never shown. */
  private static final int DECIMALS_MAX = 30;

  private Display() {}

  /**
   * Rounds half to even, the rule of {@code ROUND} in formulas too: 2.345 and 2.335 at two digits
   * show 2.34 and 2.34.
   *
   * @param decimals digits behind the point, 0 to 30.
   */
  public static String round(BigDecimal value, int decimals) {
    if (decimals < 0 || decimals > DECIMALS_MAX) {
      throw new IllegalArgumentException("decimals " + decimals);
    }
    return value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}
