package io.kizuna.recipe;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Recipe arithmetic: decimal, 34 digits ({@link java.math.MathContext#DECIMAL128}), half-even.
 *
 * <p>An expression knows its variables and the functions {@code MIN MAX ABS ROUND CEILING FLOOR
 * SQRT LN LOG2 LOG10 EXP IF}, nothing else: no script, no Java, no loop (docs/recipe-package.md).
 */
public final class Formulas {

  private Formulas() {}

  /**
   * The variables an expression asks for.
   *
   * @throws MesException FORMULA_INVALID if the expression is not in the language.
   */
  public static Set<String> variables(String expression) {
    return FormulaLanguage.parse(expression).variables();
  }

  /**
   * Computes a number.
   *
   * @param values variable to {@link BigDecimal}, {@link Boolean} or {@link String}.
   * @return the number with all its digits, trailing zeros removed.
   * @throws MesException FORMULA_INVALID if the expression is not in the language, a variable has
   *     no value, or the arithmetic fails (division by zero, logarithm of zero, overflow).
   */
  public static BigDecimal compute(String expression, Map<String, ?> values) {
    EvaluationValue result = evaluate(expression, values);
    if (!result.isNumberValue()) {
      throw invalid("the formula does not give a number", expression, values, "a number");
    }
    BigDecimal number = result.getNumberValue();
    if (!FormulaLanguage.isInRange(number)) {
      throw invalid("the result is out of range", expression, values, "1e-200 to 1e200");
    }
    BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  /**
   * Decides a question, for routing.
   *
   * @throws MesException FORMULA_INVALID as {@link #compute}, or if the answer is not a boolean.
   */
  public static boolean decide(String expression, Map<String, ?> values) {
    EvaluationValue result = evaluate(expression, values);
    if (!result.isBooleanValue()) {
      throw invalid("the expression does not give true or false", expression, values, "a question");
    }
    return result.getBooleanValue();
  }

  private static EvaluationValue evaluate(String expression, Map<String, ?> values) {
    FormulaLanguage.Parsed parsed = FormulaLanguage.parse(expression);
    for (String name : parsed.variables()) {
      Object value = values.get(name);
      if (value == null) throw invalid("no value for " + name, expression, values, name);
      boolean known =
          value instanceof BigDecimal || value instanceof Boolean || value instanceof String;
      if (!known) throw new IllegalArgumentException(name + " is a " + value.getClass());
      if (value instanceof BigDecimal number && !FormulaLanguage.isInRange(number)) {
        throw invalid("the value of " + name + " is out of range", expression, values, null);
      }
    }
    try {
      Expression fresh = parsed.fresh();
      parsed.variables().forEach(name -> fresh.with(name, values.get(name)));
      return fresh.evaluate();
    } catch (BaseException e) {
      throw invalid(String.valueOf(e.getMessage()), expression, values, null);
    } catch (RuntimeException e) { // the library's own slips must not look like ours
      throw invalid("the arithmetic fails: " + e.getMessage(), expression, values, null);
    }
  }

  private static MesException invalid(
      String rule, String expression, Map<String, ?> values, @Nullable String needed) {
    var met = new StringBuilder(expression).append(" with ");
    new TreeMap<>(values)
        .forEach((k, v) -> met.append(k).append(" = ").append(shown(v)).append("; "));
    return new MesException(
        ErrorCode.FORMULA_INVALID, rule, met.substring(0, met.length() - 2), needed, null);
  }

  private static String shown(Object value) {
    return value instanceof BigDecimal number ? number.toString() : String.valueOf(value);
  }
}
