package io.kizuna.recipe;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token.TokenType;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.recipe.Parameter.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a formula before any number is in it: kinds of values, dimensions and, where no number
 * constant stands in between, also the scale of the units.
 */
public final class FormulaUnits {

  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

  /** 34 digits, several roundings: the same scale means equal to 30 digits. */
  private static final MathContext SAME = new MathContext(30);

  private final String expression;
  private final Map<String, Variable> variables;

  private FormulaUnits(String expression, Map<String, Variable> variables) {
    this.expression = expression;
    this.variables = variables;
  }

  /**
   * A parameter a formula can name.
   *
   * @param unit UCUM code; null for types without one.
   */
  public record Variable(Type type, @Nullable String unit) {}

  private enum Kind {
    NUMBER,
    BOOLEAN,
    TEXT
  }

  /**
   * @param constant only number constants: it takes whatever unit stands beside it.
   * @param scaled no number constant could have changed its scale.
   */
  private record Value(Kind kind, UcumUnit unit, boolean constant, boolean scaled) {

    static final Value BOOLEAN = new Value(Kind.BOOLEAN, UcumUnit.ONE, false, false);
    static final Value TEXT = new Value(Kind.TEXT, UcumUnit.ONE, false, false);
    static final Value CONSTANT = new Value(Kind.NUMBER, UcumUnit.ONE, true, false);

    static Value of(UcumUnit unit, boolean scaled) {
      return new Value(Kind.NUMBER, unit, false, scaled);
    }
  }

  /**
   * @param unit the unit the result is declared in.
   * @throws MesException FORMULA_INVALID if the formula does not give a number in that unit.
   */
  public static void checkNumber(String expression, Map<String, Variable> variables, String unit) {
    var check = new FormulaUnits(expression, variables);
    Value result = check.numeric(check.of(FormulaLanguage.parse(expression).tree()), "result");
    check.agree(result, Value.of(UcumUnit.parse(unit), true), "result and declared unit " + unit);
  }

  /**
   * @throws MesException FORMULA_INVALID if the expression does not give true or false.
   */
  public static void checkQuestion(String expression, Map<String, Variable> variables) {
    var check = new FormulaUnits(expression, variables);
    check.need(Kind.BOOLEAN, check.of(FormulaLanguage.parse(expression).tree()), "result");
  }

  /**
   * @throws MesException FORMULA_INVALID if {@code unit} is not a UCUM code.
   */
  public static void checkUnit(String unit) {
    UcumUnit.parse(unit);
  }

  private Value of(ASTNode node) {
    String text = node.getToken().getValue();
    TokenType type = node.getToken().getType();
    List<Value> operands = node.getParameters().stream().map(this::of).toList();
    return switch (type) {
      case NUMBER_LITERAL -> Value.CONSTANT;
      case STRING_LITERAL -> Value.TEXT;
      case VARIABLE_OR_CONSTANT ->
          FormulaLanguage.isConstant(text) ? Value.BOOLEAN : variable(text);
      case PREFIX_OPERATOR ->
          text.equals("!")
              ? need(Kind.BOOLEAN, operands.get(0), "!")
              : numeric(operands.get(0), text);
      case INFIX_OPERATOR -> infix(node, text, operands.get(0), operands.get(1));
      case FUNCTION -> function(node, text, operands);
      default -> throw fault("not allowed here", text);
    };
  }

  private Value variable(String name) {
    Variable variable = variables.get(name);
    if (variable == null) throw fault("no parameter of this step has this name", name);
    return switch (variable.type()) {
      case DECIMAL, INTEGER ->
          Value.of(UcumUnit.parse(variable.unit() == null ? "1" : variable.unit()), true);
      case BOOLEAN -> Value.BOOLEAN;
      case CHOICE, TEXT, SCAN -> Value.TEXT;
      case TIME, FILE, CURVE ->
          throw fault("a " + variable.type() + " cannot be computed with", name);
    };
  }

  private Value infix(ASTNode node, String operator, Value left, Value right) {
    if (operator.equals("&&") || operator.equals("||")) {
      need(Kind.BOOLEAN, left, operator);
      return need(Kind.BOOLEAN, right, operator);
    }
    if (COMPARISONS.contains(operator)) {
      compare(operator, left, right);
      return Value.BOOLEAN;
    }
    numeric(left, operator);
    numeric(right, operator);
    boolean scaled = left.scaled && right.scaled;
    boolean constant = left.constant && right.constant;
    return switch (operator) {
      case "+", "-" -> agree(left, right, operator);
      case "*" -> new Value(Kind.NUMBER, left.unit.multiply(right.unit), constant, scaled);
      case "/" -> new Value(Kind.NUMBER, left.unit.divide(right.unit), constant, scaled);
      case "^" -> power(node.getParameters().get(1), left, right);
      default -> throw fault("not an operator", operator);
    };
  }

  private void compare(String operator, Value left, Value right) {
    if (left.kind != right.kind) throw fault("two kinds of values are compared", operator);
    if (left.kind == Kind.NUMBER) agree(left, right, operator);
    else if (!operator.equals("==") && !operator.equals("!=")) {
      throw fault("only numbers have an order", operator);
    }
  }

  private Value power(ASTNode exponent, Value base, Value power) {
    if (!power.unit.isDimensionless()) throw fault("an exponent must be a pure number", "^");
    boolean literal = exponent.getToken().getType() == TokenType.NUMBER_LITERAL;
    if (literal && exponent.getToken().getValue().matches("[1-9]")) {
      int n = Integer.parseInt(exponent.getToken().getValue());
      return new Value(Kind.NUMBER, base.unit.power(n), base.constant, base.scaled);
    }
    if (!base.unit.isDimensionless()) {
      throw fault("only a pure number can have an exponent that is not 1 to 9", "^");
    }
    return Value.of(UcumUnit.ONE, pure(base, "^"));
  }

  private Value function(ASTNode node, String name, List<Value> arguments) {
    if (name.equals("IF")) {
      if (arguments.size() != 3) throw fault("IF needs a question and two results", name);
      need(Kind.BOOLEAN, arguments.get(0), "IF");
      Value yes = arguments.get(1);
      Value no = arguments.get(2);
      if (yes.kind != no.kind) throw fault("both results of IF must be of one kind", name);
      return yes.kind == Kind.NUMBER ? agree(yes, no, name) : yes;
    }
    arguments.forEach(a -> numeric(a, name));
    Value first = arguments.get(0);
    return switch (name) {
      case "MIN", "MAX" ->
          arguments.stream().reduce((a, b) -> agree(a, b, name)).orElse(Value.CONSTANT);
      case "ABS", "CEILING", "FLOOR" -> first;
      case "ROUND" -> {
        if (!arguments.get(1).constant) throw fault("ROUND needs a number of places", name);
        yield first;
      }
      case "SQRT" -> root(first);
      case "LN", "LOG2", "LOG10", "EXP" -> {
        boolean scaled = pure(first, name);
        yield new Value(Kind.NUMBER, UcumUnit.ONE, first.constant, scaled);
      }
      default -> throw fault("not a function", name);
    };
  }

  private Value root(Value square) {
    if (square.unit.dimension().values().stream().anyMatch(n -> n % 2 != 0)) {
      throw fault("the unit has no square root", "SQRT");
    }
    var half = new java.util.TreeMap<String, Integer>();
    square.unit.dimension().forEach((name, n) -> half.put(name, n / 2));
    BigDecimal factor = square.unit.factor().sqrt(MathContext.DECIMAL128);
    return new Value(Kind.NUMBER, new UcumUnit(half, factor), square.constant, square.scaled);
  }

  /** The argument of a logarithm or exponential: without dimension and, if known, of scale one. */
  private boolean pure(Value value, String where) {
    if (!value.unit.isDimensionless()) throw fault("needs a pure number, not a quantity", where);
    if (value.scaled && !same(value.unit.factor(), BigDecimal.ONE)) {
      throw fault("the units in the argument differ by a factor", where);
    }
    return value.scaled;
  }

  private Value agree(Value left, Value right, String where) {
    if (left.constant) return right;
    if (right.constant) return left;
    if (!left.unit.dimension().equals(right.unit.dimension())) {
      throw fault("the units of both sides have different dimensions", where);
    }
    boolean scaled = left.scaled && right.scaled;
    if (scaled && !same(left.unit.factor(), right.unit.factor())) {
      throw fault("the units of both sides differ by a factor, and no constant converts it", where);
    }
    return Value.of(left.unit, scaled);
  }

  private Value numeric(Value value, String where) {
    return need(Kind.NUMBER, value, where);
  }

  private Value need(Kind kind, Value value, String where) {
    if (value.kind != kind) throw fault("needs a " + kind + ", not a " + value.kind, where);
    return value;
  }

  private static boolean same(BigDecimal a, BigDecimal b) {
    return a.round(SAME).compareTo(b.round(SAME)) == 0;
  }

  private MesException fault(String rule, String where) {
    return new MesException(
        ErrorCode.FORMULA_INVALID, rule + " (" + where + ")", expression, null, null);
  }
}
