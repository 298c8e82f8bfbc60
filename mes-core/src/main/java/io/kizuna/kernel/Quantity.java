package io.kizuna.kernel;

import java.math.BigDecimal;

/**
 * A measured or planned amount together with its unit.
 *
 * @param value the number exactly as entered or reported; this class never rounds it.
 * @param unit the UCUM code, case sensitive, for example {@code Cel} or {@code 10*6/mL}; {@code 1}
 *     for a pure number.
 * @see <a href="https://ucum.org/ucum">UCUM</a> (source of the unit codes)
 */
public record Quantity(BigDecimal value, String unit) {

  /**
   * @throws IllegalArgumentException if {@code unit} is blank: a number alone is not a result.
   */
  public Quantity {
    if (unit.isBlank()) throw new IllegalArgumentException("no unit for value " + value);
  }

  @Override
  public String toString() {
    return value.toPlainString() + " " + unit;
  }
}
