package io.kizuna.recipe;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An interval of numbers; each bound belongs to it. A missing bound means unbounded on that side.
 */
public record Range(@Nullable BigDecimal low, @Nullable BigDecimal high) {

  /**
   * @throws IllegalArgumentException if there is no bound at all or they are in the wrong order.
   */
  public Range {
    if (low == null && high == null) throw new IllegalArgumentException("a range without a bound");
    if (low != null && high != null && low.compareTo(high) > 0) {
      throw new IllegalArgumentException(low + " is above " + high);
    }
  }

  /** Whether {@code value} lies in the interval, bounds included. */
  public boolean contains(BigDecimal value) {
    return (low == null || value.compareTo(low) >= 0)
        && (high == null || value.compareTo(high) <= 0);
  }

  @Override
  public String toString() {
    if (low == null) return "<= " + high;
    if (high == null) return ">= " + low;
    return low + " - " + high;
  }
}
