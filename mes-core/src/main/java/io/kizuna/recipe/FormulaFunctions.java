package io.kizuna.recipe;

import ch.obermuhlner.math.big.BigDecimalMath;
import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.operators.AbstractOperator;
import com.ezylang.evalex.operators.InfixOperator;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Functions EvalEx computes through {@code double}, or without a bound, at 34 digits instead.
 *
 * @see <a href="https://github.com/eobermuhlner/big-math">big-math</a> (source of the series)
 */
final class FormulaFunctions {

  private static final MathContext DIGITS_34 = MathContext.DECIMAL128;

  /** {@code e^460} is about 1e200, the largest number of the language. */
  private static final BigDecimal EXP_MAX = BigDecimal.valueOf(460);

  /** {@code x^n} beyond this leaves the range of numbers for any x that matters. */
  private static final BigDecimal POWER_MAX = BigDecimal.valueOf(200);

  /** {@code ROUND} to more places than 34 digits hold means nothing. */
  private static final int PLACES_MAX = 30;

  private FormulaFunctions() {}

  /** One number in, one number out; EvalEx reads the annotation of the class itself only. */
  abstract static class OfOne extends AbstractFunction {

    abstract BigDecimal apply(BigDecimal x);

    /** Why {@code x} has no result; empty if it has. */
    String refusal(BigDecimal x) {
      return "";
    }

    @Override
    public EvaluationValue evaluate(
        Expression expression, Token functionToken, EvaluationValue... parameterValues)
        throws EvaluationException {
      BigDecimal x = number(functionToken, parameterValues[0]);
      String refusal = refusal(x);
      if (!refusal.isEmpty()) {
        throw new EvaluationException(
            functionToken, functionToken.getValue() + "(" + x + "): " + refusal);
      }
      return EvaluationValue.numberValue(apply(x));
    }
  }

  /** A logarithm. */
  abstract static class Logarithm extends OfOne {
    @Override
    String refusal(BigDecimal x) {
      return x.signum() > 0 ? "" : "a logarithm needs a number above zero";
    }
  }

  @FunctionParameter(name = "value")
  static final class Ln extends Logarithm {
    @Override
    BigDecimal apply(BigDecimal x) {
      return BigDecimalMath.log(x, DIGITS_34);
    }
  }

  @FunctionParameter(name = "value")
  static final class Log2 extends Logarithm {
    @Override
    BigDecimal apply(BigDecimal x) {
      return BigDecimalMath.log2(x, DIGITS_34);
    }
  }

  @FunctionParameter(name = "value")
  static final class Log10 extends Logarithm {
    @Override
    BigDecimal apply(BigDecimal x) {
      return BigDecimalMath.log10(x, DIGITS_34);
    }
  }

  @FunctionParameter(name = "value")
  static final class Exp extends OfOne {
    @Override
    String refusal(BigDecimal x) {
      return x.abs().compareTo(EXP_MAX) <= 0 ? "" : "the result is out of range";
    }

    @Override
    BigDecimal apply(BigDecimal x) {
      return BigDecimalMath.exp(x, DIGITS_34);
    }
  }

  @FunctionParameter(name = "value")
  static final class Root extends OfOne {
    @Override
    String refusal(BigDecimal x) {
      return x.signum() >= 0 ? "" : "a square root needs zero or more";
    }

    @Override
    BigDecimal apply(BigDecimal x) {
      return x.sqrt(DIGITS_34);
    }
  }

  /** {@code ROUND(x, n)}: half to even, n places. */
  @FunctionParameter(name = "value")
  @FunctionParameter(name = "places")
  static final class Round extends AbstractFunction {
    @Override
    public EvaluationValue evaluate(
        Expression expression, Token functionToken, EvaluationValue... parameterValues)
        throws EvaluationException {
      BigDecimal x = number(functionToken, parameterValues[0]);
      BigDecimal places = number(functionToken, parameterValues[1]);
      if (places.abs().compareTo(BigDecimal.valueOf(PLACES_MAX)) > 0
          || places.stripTrailingZeros().scale() > 0) {
        throw new EvaluationException(functionToken, "ROUND to " + places + " places");
      }
      return EvaluationValue.numberValue(x.setScale(places.intValue(), RoundingMode.HALF_EVEN));
    }
  }

  /** {@code x ^ y}; binds tighter than a sign, so that -2^2 is -4 as in mathematics. */
  @InfixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_POWER_HIGHER, leftAssociative = false)
  static final class Power extends AbstractOperator {
    @Override
    public EvaluationValue evaluate(
        Expression expression, Token operatorToken, EvaluationValue... operands)
        throws EvaluationException {
      BigDecimal base = number(operatorToken, operands[0]);
      BigDecimal exponent = number(operatorToken, operands[1]);
      boolean whole = exponent.stripTrailingZeros().scale() <= 0;
      if (exponent.abs().compareTo(POWER_MAX) > 0
          || (base.signum() == 0 && exponent.signum() <= 0)
          || (base.signum() < 0 && !whole)) {
        throw new EvaluationException(operatorToken, base + " ^ " + exponent + " has no result");
      }
      BigDecimal result =
          whole
              ? base.pow(exponent.intValueExact(), DIGITS_34)
              : BigDecimalMath.pow(base, exponent, DIGITS_34);
      if (!FormulaLanguage.isInRange(result)) {
        throw new EvaluationException(operatorToken, base + " ^ " + exponent + " is out of range");
      }
      return EvaluationValue.numberValue(result);
    }
  }

  private static BigDecimal number(Token token, EvaluationValue value) throws EvaluationException {
    if (value.isNumberValue()) return value.getNumberValue();
    throw EvaluationException.ofUnsupportedDataTypeInOperation(token);
  }
}
