package io.kizuna.recipe;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.kernel.MesException;
import io.kizuna.recipe.FormulaUnits.Variable;
import io.kizuna.recipe.Parameter.Type;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaUnitsTest {

  private static final Map<String, Variable> STEP = new HashMap<>();

  static {
    unit("cells", "10*8");
    unit("more_cells", "10*9");
    unit("titre", "10*8/mL");
    unit("density", "10*6/mL");
    unit("volume", "mL");
    unit("litres", "L");
    unit("moi", "1");
    unit("hours", "h");
    unit("days", "d");
    unit("temperature", "Cel");
    unit("glucose", "mmol/L");
    unit("glucose_before", "mmol/L");
    unit("ivc", "10*6.h/mL");
    unit("share", "%");
    unit("ph", "[pH]");
    unit("activity", "[IU]/mL");
    unit("area", "cm2");
    STEP.put("decision", new Variable(Type.CHOICE, null));
    STEP.put("ok", new Variable(Type.BOOLEAN, null));
    STEP.put("begun", new Variable(Type.TIME, null));
  }

  private static void unit(String name, String unit) {
    STEP.put(name, new Variable(Type.DECIMAL, unit));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cells * moi / titre | mL",
        "density * volume / 100 | 10*8",
        "LN(more_cells / more_cells) / hours | /h",
        "MAX(0, MIN(1000, volume * density / density) - volume) | mL",
        "IF(density < 2, 0, IF(density < 10, 500, 750)) | mL/d",
        "(glucose_before - glucose) / ivc * 1000 | fmol/h",
        "activity * volume / activity | mL",
        "200 | [IU]/mL",
        "volume - 1000 | mL",
        "ABS(ph - ph) | [pH]",
        "SQRT(area) | cm",
        "area ^ 2 | cm4",
        "temperature / hours | Cel/h",
        "temperature - temperature | K",
        "ROUND(volume, 1) | mL",
        "cells * share / 100 | 10*8",
        "days * 24 | h",
        "litres * 1000 | mL"
      })
  void soundFormulas(String formula, String unit) {
    assertThatCode(() -> FormulaUnits.checkNumber(formula, STEP, unit)).doesNotThrowAnyException();
  }

  // A silent conversion hides wrong wiring: without a constant in between, scales must agree too.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cells + volume | mL",
        "cells + more_cells | 10*8",
        "volume + litres | mL",
        "LN(cells) / hours | /min",
        "LN(volume) | 1",
        "LN(more_cells / cells) | 1",
        "EXP(hours) | 1",
        "LOG2(temperature) | 1",
        "cells * moi / titre | L",
        "cells * moi / titre | g",
        "volume ^ moi | mL",
        "moi ^ volume | 1",
        "SQRT(volume) | mL",
        "MIN(volume, hours) | mL",
        "IF(ok, volume, hours) | mL",
        "IF(volume, 1, 2) | 1",
        "IF(ok, volume, decision) | mL",
        "decision + 1 | 1",
        "ok * 2 | 1",
        "begun - begun | h",
        "unknown * 2 | 1",
        "volume > 3 | mL",
        "ph + moi | [pH]",
        "activity | /mL",
        "volume | parsecs",
        "ROUND(volume, moi) | mL"
      })
  void unsoundFormulas(String formula, String unit) {
    assertThatThrownBy(() -> FormulaUnits.checkNumber(formula, STEP, unit))
        .isInstanceOf(MesException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decision == \"harvest\"",
        "decision != \"harvest\" || ok",
        "volume >= 25 && volume <= 35",
        "FLOOR(days / 2) * 2 == days",
        "!(ok && true)",
        "density == density"
      })
  void soundQuestions(String question) {
    assertThatCode(() -> FormulaUnits.checkQuestion(question, STEP)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "volume",
        "decision > \"a\"",
        "decision == 1",
        "ok == \"true\"",
        "volume > hours",
        "ok && volume",
        "!volume",
        "true + 1 > 0"
      })
  void unsoundQuestions(String question) {
    assertThatThrownBy(() -> FormulaUnits.checkQuestion(question, STEP))
        .isInstanceOf(MesException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10*8",
        "10*-3",
        "10*6/mL",
        "Cel",
        "Cel/min",
        "%",
        "[pH]",
        "1",
        "/h",
        "/min",
        "[IU]/kg/h",
        "mbar/min",
        "10*6.h/mL",
        "mmol/L",
        "fmol/h",
        "mo",
        "um",
        "deg",
        "bar",
        "L/min",
        "10*6/cm2",
        "{vials}",
        "10*6{cells}/mL",
        "m/s2",
        "g/mL",
        "pg/mL"
      })
  void unitsOfTheProcess(String unit) {
    assertThatCode(() -> FormulaUnits.checkUnit(unit)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "ml mL", "cells", "mL/", "°C", "10*", "[nonsense]", "mL)", "{x", "--"})
  void notUnits(String unit) {
    assertThatThrownBy(() -> FormulaUnits.checkUnit(unit)).isInstanceOf(MesException.class);
  }
}
