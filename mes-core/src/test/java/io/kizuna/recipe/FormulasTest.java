package io.kizuna.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {

  // process.md section 5: the displayed digits are the oracle, the arithmetic stays exact behind
  // it.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C-03 viable cells      | vcd * v                  | vcd=1.05 v=200            | 0 | 210
          C-07 vector volume     | n * moi / titre          | n=1.8 moi=3 titre=2.5     | 2 | 2.16
          C-07 vials             | CEILING(v / fill)        | v=2.16 fill=1.0           | 0 | 3
          C-08 achieved MOI      | v * titre / n            | v=2.10 titre=2.5 n=1.8    | 3 | 2.917
          C-09 fold              | n2 / n1                  | n1=1.6 n2=64              | 1 | 40.0
          C-09 population doubl. | LOG2(n2 / n1)            | n1=1.6 n2=64              | 4 | 5.3219
          C-09 growth rate       | LN(n2 / n1) / t          | n1=1.6 n2=64 t=168        | 6 | 0.021958
          C-09 doubling time     | t * LN(2) / LN(n2 / n1)  | n1=1.6 n2=64 t=168        | 2 | 31.57
          C-10 cumulative PD     | LOG2(a) + LOG2(b)        | a=0.9 b=40                | 4 | 5.1699
          C-11 Poisson           | (1 - EXP(-m)) * 100      | m=0.5                     | 2 | 39.35
          C-11 Poisson back      | -LN(1 - te / 100)        | te=35                     | 4 | 0.4308
          C-13 dose              | v * vcd * f * a * b      | v=30 vcd=0.25 f=0.80 a=0.97 b=0.35 | 3 | 2.037
          C-14 fill volume       | d / (a * b * f) / c      | d=2.0 a=0.97 b=0.35 f=0.80 c=0.25 | 2 | 29.46
          """)
  void workedNumbersComeOutExactly(
      String name, String formula, String values, int decimals, String shown) {
    assertThat(Display.round(Formulas.compute(formula, numbers(values)), decimals))
        .isEqualTo(shown);
  }

  // house.md section 3: decimal, never binary; a third keeps 34 digits, a sum of tenths is exact.
  @ParameterizedTest
  @CsvSource({
    "1/3, 0.3333333333333333333333333333333333",
    "0.1 + 0.2, 0.3",
    "12345678901234567890.12345678 * 1, 12345678901234567890.12345678",
    "2 ^ 0.5, 1.414213562373095048801688724209698",
    "SQRT(2), 1.414213562373095048801688724209698",
    "LN(2), 0.6931471805599453094172321214581766",
    "EXP(1), 2.718281828459045235360287471352662",
    "LOG10(1000), 3",
    "LOG2(8), 3",
    "-2 ^ 2, -4",
    "2 ^ (-2), 0.25",
    "2 ^ 3 ^ 2, 512",
    "100 * 1.0, 100",
    "2.50, 2.5",
    "1e3 * 10, 10000",
    "-0.0, 0",
    "7 - 2 - 1, 4"
  })
  void arithmeticKeepsThirtyFourDigits(String formula, String result) {
    assertThat(Formulas.compute(formula, Map.of()).toPlainString()).isEqualTo(result);
  }

  // The record says "half-even" wherever it rounds; CEILING and FLOOR look at the sign.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ROUND(2.345, 2) | 2.34",
        "ROUND(2.335, 2) | 2.34",
        "ROUND(-2.5, 0) | -2",
        "ROUND(3.5, 0) | 4",
        "ROUND(1234, -2) | 1200",
        "CEILING(-1.5) | -1",
        "FLOOR(-1.5) | -2",
        "MIN(3, 1, 2) | 1",
        "MAX(3, 1, 2) | 3",
        "ABS(-3) | 3",
        "IF(1 < 2, 5, 1 / 0) | 5"
      })
  void functionsOfTheWhiteList(String formula, BigDecimal result) {
    assertThat(Formulas.compute(formula, Map.of())).isEqualByComparingTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "decision == \"continue\" ; true",
        "decision != \"continue\" ; false",
        "n >= 2.0 && decision == \"harvest\" ; false",
        "!(n < 2.0) ; true",
        "n == 2 ; true",
        "ok || false ; true"
      })
  void questionsForRouting(String question, boolean answer) {
    Map<String, Object> values =
        Map.of("decision", "continue", "n", new BigDecimal("2.00"), "ok", true);
    assertThat(Formulas.decide(question, values)).isEqualTo(answer);
  }

  // A refused formula names itself and its values, so that nobody has to guess (house.md section
  // 2).
  @Test
  void divisionByZeroIsARefusalThatShowsTheValues() {
    assertThatThrownBy(() -> Formulas.compute("a / b", numbers("a=1 b=0")))
        .isInstanceOfSatisfying(
            MesException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.FORMULA_INVALID);
              assertThat(e.refusal().value()).isEqualTo("a / b with a = 1; b = 0");
            });
  }

  // T09: the language has no door to Java, and no input may make it work for ever.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "a.class",
        "a.getClass()",
        "''.getClass()",
        "${a}",
        "T(java.lang.Runtime)",
        "new java.io.File(\"x\")",
        "FACT(100000)",
        "RANDOM()",
        "STR_MATCHES(\"a\", \"(a+)+$\")",
        "DT_NOW()",
        "SUM(1, 2)",
        "SWITCH(1, 1, 2)",
        "COALESCE(a, 1)",
        "PI",
        "E",
        "NULL",
        "a[0]",
        "[1,2]",
        "{1}",
        "a = 1",
        "a <> 1",
        "5 % 3",
        "2a",
        "2(3)",
        "a b",
        "0x1F",
        "1e999",
        "1E999999999",
        "10 ^ 10 ^ 10",
        "ROUND(1, 999999999)",
        "EXP(99999)",
        "1e200 * 1e200",
        "\"a\" + 1",
        "ln(2)",
        "LN(0)",
        "LN(-1)",
        "SQRT(-1)",
        "0 ^ 0",
        "0 ^ -1",
        "(-8) ^ 0.5",
        "1 / 0",
        "1 / 0.00",
        "missing + 1",
        "A + 1",
        "1 < 2",
        "1 +",
        "((1)",
        "2 ^ -2",
        "ROUND(1)",
        "MIN()"
      })
  void everythingElseIsRefused(String formula) {
    Assertions.assertThatThrownBy(() -> Formulas.compute(formula, numbers("a=1")))
        .isInstanceOfSatisfying(
            MesException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORMULA_INVALID));
  }

  @Test
  void lengthAndDepthAreLimited() {
    assertThatThrownBy(() -> Formulas.compute("1" + "+1".repeat(250), Map.of()))
        .isInstanceOf(MesException.class);
    assertThatThrownBy(() -> Formulas.compute("ABS(".repeat(60) + "1" + ")".repeat(60), Map.of()))
        .isInstanceOf(MesException.class);
  }

  // Fuzz: whatever text comes in, there is a number or a refusal, soon and with bounded size.
  @Test
  void noTextBreaksTheEvaluator() {
    var random = new Random(20261122);
    String[] pieces =
        "a b 1 0 2.5 1e9 9e200 + - * / ^ ( ) , MIN( EXP( LN( ROUND( IF( < == && ! \" true ' [ . % $ # 日"
            .split(" ");
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int k = random.nextInt(14); k >= 0; k--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        String result = Formulas.compute(text.toString(), numbers("a=2 b=-3.5")).toPlainString();
        assertThat(result).as(text.toString()).hasSizeLessThan(500);
      } catch (MesException refused) {
        assertThat(refused.code()).isEqualTo(ErrorCode.FORMULA_INVALID);
      }
    }
  }

  @Test
  void worstCasesEndQuickly() {
    String towers = "a" + "^200".repeat(100);
    assertThat(
            org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> {
                  for (String formula :
                      new String[] {towers, "EXP(460)*EXP(460)", "1e200" + "*1e200".repeat(70)}) {
                    try {
                      Formulas.compute(formula, numbers("a=1.0000000001"));
                    } catch (MesException expected) {
                      assertThat(expected.code()).isEqualTo(ErrorCode.FORMULA_INVALID);
                    }
                  }
                  return true;
                }))
        .isTrue();
  }

  @Test
  void variablesAreTheNamesOfParameters() {
    assertThat(Formulas.variables("IF(ok, n * moi / titre, n)"))
        .containsExactly("moi", "n", "ok", "titre");
  }

  private static Map<String, Object> numbers(String text) {
    var values = new HashMap<String, Object>();
    for (String pair : text.split(" ")) {
      String[] parts = pair.split("=");
      values.put(parts[0], new BigDecimal(parts[1]));
    }
    return values;
  }
}
