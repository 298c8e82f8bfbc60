package io.kizuna.web.batchrecord;

import io.kizuna.kernel.Text;
import io.kizuna.recipe.UnitProcedure;

/** The unit procedure a step belongs to. */
public record UnitProcedureLine(String id, String number, Text title) {

  public static UnitProcedureLine of(UnitProcedure unit) {
    return new UnitProcedureLine(unit.id(), unit.number(), unit.title());
  }
}
