package io.kizuna.recipe;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.CeilingFunction;
import com.ezylang.evalex.functions.basic.FloorFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixPlusOperator;
import com.ezylang.evalex.operators.booleans.InfixAndOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.operators.booleans.InfixNotEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixOrOperator;
import com.ezylang.evalex.operators.booleans.PrefixNotOperator;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token.TokenType;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The small language of formulas: what may be written, and how EvalEx is held to it. */
final class FormulaLanguage {

  /** A formula somebody can still check by eye. */
  private static final int LENGTH_MAX = 500;

  /** Deeper nesting than this nobody reads; it also bounds the recursion of the evaluator. */
  private static final int DEPTH_MAX = 40;

  /** No quantity of a process is larger; it keeps numbers small enough to store and show. */
  private static final int EXPONENT_MAX = 200;

  private static final Pattern VARIABLE = Pattern.compile("[a-z][a-z0-9_]{0,63}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
  private static final Set<String> CONSTANTS = Set.of("true", "false");

  private static final Map<String, FunctionIfc> FUNCTIONS =
      Map.ofEntries(
          Map.entry("MIN", new MinFunction()),
          Map.entry("MAX", new MaxFunction()),
          Map.entry("ABS", new AbsFunction()),
          Map.entry("ROUND", new FormulaFunctions.Round()),
          Map.entry("CEILING", new CeilingFunction()),
          Map.entry("FLOOR", new FloorFunction()),
          Map.entry("SQRT", new FormulaFunctions.Root()),
          Map.entry("LN", new FormulaFunctions.Ln()),
          Map.entry("LOG2", new FormulaFunctions.Log2()),
          Map.entry("LOG10", new FormulaFunctions.Log10()),
          Map.entry("EXP", new FormulaFunctions.Exp()),
          Map.entry("IF", new IfFunction()));

  private static final Map<String, OperatorIfc> OPERATORS =
      Map.ofEntries(
          Map.entry("+", new InfixPlusOperator()),
          Map.entry("-", new InfixMinusOperator()),
          Map.entry("*", new InfixMultiplicationOperator()),
          Map.entry("/", new InfixDivisionOperator()),
          Map.entry("^", new FormulaFunctions.Power()),
          Map.entry("==", new InfixEqualsOperator()),
          Map.entry("!=", new InfixNotEqualsOperator()),
          Map.entry("<", new InfixLessOperator()),
          Map.entry("<=", new InfixLessEqualsOperator()),
          Map.entry(">", new InfixGreaterOperator()),
          Map.entry(">=", new InfixGreaterEqualsOperator()),
          Map.entry("&&", new InfixAndOperator()),
          Map.entry("||", new InfixOrOperator()));

  private static final ExpressionConfiguration CONFIGURATION = configuration();

  private FormulaLanguage() {}

  /** An expression that is in the language. */
  record Parsed(String text, ASTNode tree, Set<String> variables) {

    /** A fresh one to bind values to; EvalEx keeps them in the expression. */
    Expression fresh() {
      return new Expression(text, CONFIGURATION);
    }
  }

  /**
   * @throws MesException FORMULA_INVALID.
   */
  static Parsed parse(String text) {
    if (text.length() > LENGTH_MAX) {
      throw refused("the formula is too long", text.length() + " characters", LENGTH_MAX + "");
    }
    if (text.isBlank()) throw refused("the formula is empty", text, "an expression");
    ASTNode tree;
    try {
      tree = new Expression(text, CONFIGURATION).getAbstractSyntaxTree();
    } catch (ParseException e) {
      String place = " at character " + e.getStartPosition();
      throw refused(e.getMessage() + place, text, "functions " + new TreeSet<>(FUNCTIONS.keySet()));
    } catch (RuntimeException e) {
      throw refused("the formula cannot be read: " + e, text, null);
    }
    var variables = new TreeSet<String>();
    check(tree, text, variables, 1);
    return new Parsed(text, tree, variables);
  }

  static boolean isConstant(String name) {
    return CONSTANTS.contains(name);
  }

  /** Whether a number is one that a process can have. */
  static boolean isInRange(BigDecimal number) {
    if (number.signum() == 0) return Math.abs((long) number.scale()) <= EXPONENT_MAX;
    long exponent = (long) number.precision() - number.scale() - 1;
    return Math.abs(exponent) <= EXPONENT_MAX;
  }

  private static void check(ASTNode node, String text, Set<String> variables, int depth) {
    if (depth > DEPTH_MAX) throw refused("the formula is nested too deeply", text, DEPTH_MAX + "");
    String value = node.getToken().getValue();
    TokenType type = node.getToken().getType();
    if (type == TokenType.VARIABLE_OR_CONSTANT && !isConstant(value)) {
      if (!VARIABLE.matcher(value).matches()) {
        throw refused("not a name of a parameter", value, "a-z, 0-9 and _, from a letter");
      }
      variables.add(value);
    }
    if (type == TokenType.NUMBER_LITERAL) {
      if (!NUMBER.matcher(value).matches() || !isInRange(new BigDecimal(value))) {
        throw refused("not a plain decimal number", value, "for example 0.25 or 2.5e8");
      }
    }
    if (type == TokenType.FUNCTION && !value.equals(value.toUpperCase(Locale.ROOT))) {
      throw refused("functions are written in capitals", value, value.toUpperCase(Locale.ROOT));
    }
    if (type == TokenType.FUNCTION && node.getParameters().isEmpty()) {
      throw refused("a function without arguments", value, value + "(...)");
    }
    for (ASTNode child : node.getParameters()) check(child, text, variables, depth + 1);
  }

  private static MesException refused(String rule, String value, @Nullable String needed) {
    return new MesException(ErrorCode.FORMULA_INVALID, rule, value, needed, null);
  }

  private static ExpressionConfiguration configuration() {
    var functions = new MapBasedFunctionDictionary();
    FUNCTIONS.forEach(functions::addFunction);
    var operators = new MapBasedOperatorDictionary();
    OPERATORS.forEach(operators::addOperator);
    operators.addOperator("-", new PrefixMinusOperator());
    operators.addOperator("+", new PrefixPlusOperator());
    operators.addOperator("!", new PrefixNotOperator());
    var constants = new TreeMap<String, EvaluationValue>();
    constants.put("true", EvaluationValue.TRUE);
    constants.put("false", EvaluationValue.FALSE);
    return ExpressionConfiguration.builder()
        .mathContext(MathContext.DECIMAL128)
        .functionDictionary(functions)
        .operatorDictionary(operators)
        .defaultConstants(constants)
        .arraysAllowed(false)
        .structuresAllowed(false)
        .binaryAllowed(false)
        .implicitMultiplicationAllowed(false)
        .singleQuoteStringLiteralsAllowed(false)
        .allowOverwriteConstants(false)
        .stripTrailingZeros(false)
        .maxRecursionDepth(DEPTH_MAX * 3)
        .build();
  }
}
