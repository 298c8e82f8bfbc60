package io.kizuna.recipe;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.measure.Dimension;
import javax.measure.Unit;
import javax.measure.format.MeasurementParseException;
import javax.measure.format.UnitFormat;
import systems.uom.ucum.format.UCUMFormat;
import systems.uom.ucum.internal.format.TokenException;
import systems.uom.ucum.internal.format.TokenMgrError;

/**
 * What a UCUM code means: its dimension and how many base units it is.
 *
 * <p>The library reads the single units; products, powers of ten ({@code 10*6}), annotations and
 * the arbitrary units it lacks are read here.
 *
 * @param dimension base dimension to its exponent, without zeros.
 * @param factor size in base units, 34 digits.
 * @see <a href="https://ucum.org/ucum">UCUM</a> (source of the grammar)
 */
record UcumUnit(Map<String, Integer> dimension, BigDecimal factor) {

  static final UcumUnit ONE = new UcumUnit(Map.of(), BigDecimal.ONE);

  private static final MathContext DIGITS_34 = MathContext.DECIMAL128;
  private static final int LENGTH_MAX = 40;
  private static final Pattern TEN = Pattern.compile("10[*^]([+-]?[0-9]{1,2})");
  private static final Pattern POWER = Pattern.compile("(.*[^0-9+-])([+-]?[0-9]{1,2})");

  /** Not convertible into anything but themselves (UCUM section 24): a dimension of their own. */
  private static final Map<String, UcumUnit> OWN =
      Map.of(
          "[pH]", own("pH"),
          "[iU]", own("IU"),
          "[IU]", own("IU"),
          "[EU]", own("EU"),
          "Cel", new UcumUnit(Map.of("[Θ]", 1), BigDecimal.ONE));

  /**
   * @throws MesException FORMULA_INVALID if {@code code} is not a UCUM code.
   */
  static UcumUnit parse(String code) {
    if (code.isBlank() || code.length() > LENGTH_MAX || code.matches(".*[\\s()].*")) {
      throw unknown(code);
    }
    UcumUnit unit = ONE;
    boolean divide = false;
    int from = 0;
    for (int i = 0; i <= code.length(); i++) {
      char c = i == code.length() ? '.' : code.charAt(i);
      if (c == '[' || c == '{') {
        int close = code.indexOf(c == '[' ? ']' : '}', i);
        if (close < 0) throw unknown(code);
        i = close;
      } else if (c == '.' || c == '/') {
        boolean leadingSlash = i == 0 && c == '/' && code.length() > 1;
        if (!leadingSlash) {
          UcumUnit part = component(code.substring(from, i), code);
          unit = divide ? unit.divide(part) : unit.multiply(part);
        }
        divide = c == '/';
        from = i + 1;
      }
    }
    return unit;
  }

  UcumUnit multiply(UcumUnit other) {
    return new UcumUnit(sum(other, 1), factor.multiply(other.factor, DIGITS_34));
  }

  UcumUnit divide(UcumUnit other) {
    return new UcumUnit(sum(other, -1), factor.divide(other.factor, DIGITS_34));
  }

  UcumUnit power(int exponent) {
    UcumUnit result = ONE;
    for (int i = 0; i < Math.abs(exponent); i++) result = result.multiply(this);
    return exponent < 0 ? ONE.divide(result) : result;
  }

  boolean isDimensionless() {
    return dimension.isEmpty();
  }

  private Map<String, Integer> sum(UcumUnit other, int sign) {
    var sum = new TreeMap<>(dimension);
    other.dimension.forEach((name, n) -> sum.merge(name, sign * n, Integer::sum));
    sum.values().removeIf(n -> n == 0);
    return sum;
  }

  private static UcumUnit component(String text, String code) {
    if (text.isEmpty()) throw unknown(code);
    String bare = text.replaceAll("\\{[^{}]*}", "");
    if (bare.isEmpty()) return ONE;
    var ten = TEN.matcher(bare);
    if (ten.matches()) {
      return new UcumUnit(
          Map.of(), BigDecimal.ONE.scaleByPowerOfTen(Integer.parseInt(ten.group(1))));
    }
    if (bare.matches("[1-9][0-9]{0,8}")) return new UcumUnit(Map.of(), new BigDecimal(bare));
    var power = POWER.matcher(bare);
    if (power.matches()) return atom(power.group(1), code).power(Integer.parseInt(power.group(2)));
    return atom(bare, code);
  }

  private static UcumUnit atom(String text, String code) {
    UcumUnit own = OWN.get(text);
    if (own != null) return own;
    try {
      Unit<?> unit = format().parse(text);
      Number factor = unit.getConverterToAny(unit.getSystemUnit()).convert(BigDecimal.ONE);
      return new UcumUnit(exponents(unit.getDimension()), new BigDecimal(factor.toString()));
    } catch (MeasurementParseException
        | TokenException
        | TokenMgrError
        | javax.measure.IncommensurableException
        | NumberFormatException e) {
      throw unknown(code);
    }
  }

  /** Not kept: the library does not say that it may be shared between threads. */
  private static UnitFormat format() {
    return UCUMFormat.getInstance(UCUMFormat.Variant.CASE_SENSITIVE);
  }

  private static Map<String, Integer> exponents(Dimension dimension) {
    var exponents = new TreeMap<String, Integer>();
    Map<? extends Dimension, Integer> bases = dimension.getBaseDimensions();
    if (bases != null) bases.forEach((base, n) -> exponents.put(base.toString(), n));
    else if (!dimension.toString().equals("one")) exponents.put(dimension.toString(), 1);
    exponents.values().removeIf(n -> n == 0);
    return exponents;
  }

  private static UcumUnit own(String name) {
    return new UcumUnit(Map.of(name, 1), BigDecimal.ONE);
  }

  private static MesException unknown(String code) {
    return new MesException(
        ErrorCode.FORMULA_INVALID,
        "not a unit",
        code,
        "a UCUM code, for example mL, Cel, 10*6/mL, or 1 for a pure number",
        null);
  }
}
