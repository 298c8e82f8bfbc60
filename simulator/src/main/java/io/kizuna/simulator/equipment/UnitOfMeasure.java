package io.kizuna.simulator.equipment;

import org.jspecify.annotations.Nullable;

/**
 * A unit of measure.
 *
 * @param unece false if UNECE Recommendation 20 has no code for it; absent means true.
 */
public record UnitOfMeasure(String symbol, String name, @Nullable Boolean unece) {

  /** Unit id as OPC 10000-8 5.6.4.3 derives it from the letters of the code; -1 without a code. */
  public int unitId(String code) {
    if (Boolean.FALSE.equals(unece)) return -1;
    int id = 0;
    for (char letter : code.toCharArray()) id = (id << 8) | letter;
    return id;
  }
}
