package io.kizuna.batchrecord.internal;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.RecordClock;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Verdict;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * Reads what a person typed, strictly: a decimal comma or a wrong digit is refused, not guessed.
 */
final class TypedValue {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");
  private static final int TEXT_MAX = 2000;

  /** A person's clock and ours may differ by this much before "in the future" means anything. */
  private static final Duration FUTURE_MAX = Duration.ofSeconds(60);

  private TypedValue() {}

  /**
   * The value as it is recorded.
   *
   * @throws MesException VALUE_INVALID.
   */
  static String read(Parameter parameter, String typed, RecordClock clock) {
    // Full-width digits from a Japanese keyboard are the same number (NFKC).
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    switch (parameter.type()) {
      case DECIMAL -> {
        if (!NUMBER.matcher(text).matches()) throw invalid(text, "a number such as 1.25");
      }
      case INTEGER -> {
        if (!INTEGER.matcher(text).matches()) throw invalid(text, "a whole number");
      }
      case BOOLEAN -> {
        if (!text.equals("true") && !text.equals("false")) throw invalid(text, "true or false");
      }
      case CHOICE -> {
        if (parameter.choices().stream().noneMatch(c -> c.value().equals(text))) {
          throw invalid(text, "one of the choices");
        }
      }
      case TIME -> {
        boolean ahead = time(text).isAfter(clock.now().plus(FUTURE_MAX));
        if (ahead && !parameter.planned()) {
          throw invalid(text, "a time that is not in the future");
        }
      }
      case TEXT, SCAN, FILE, CURVE -> {
        if (text.length() > TEXT_MAX) throw invalid("(long)", "at most 2000 characters");
      }
    }
    return text;
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw invalid(text, "a time such as 2026-11-22T03:04:05Z");
    }
  }

  /** Judges a value that was read or computed. */
  static Verdict judge(Parameter parameter, String value) {
    if (parameter.type() == Parameter.Type.CHOICE) {
      var judged =
          parameter.choices().stream()
              .filter(c -> c.value().equals(value) && c.verdict() != null)
              .findFirst();
      if (judged.isPresent()) return java.util.Objects.requireNonNull(judged.get().verdict());
    }
    var limits = parameter.limits();
    if (limits == null) return Verdict.NOT_JUDGED;
    return switch (parameter.type()) {
      case DECIMAL, INTEGER -> limits.judge(new BigDecimal(value));
      case BOOLEAN, CHOICE, TEXT, SCAN -> limits.judge(value);
      case TIME, FILE, CURVE -> Verdict.NOT_JUDGED;
    };
  }

  /** The value as formulas see it: numbers, booleans, texts; a time is minutes since 1970. */
  static Object forFormula(Parameter parameter, String value) {
    return switch (parameter.type()) {
      case DECIMAL, INTEGER -> new BigDecimal(value);
      case BOOLEAN -> Boolean.valueOf(value);
      case TIME ->
          BigDecimal.valueOf(Instant.parse(value).toEpochMilli())
              .divide(BigDecimal.valueOf(60_000), java.math.MathContext.DECIMAL128);
      case CHOICE, TEXT, SCAN, FILE, CURVE -> value;
    };
  }

  private static MesException invalid(String value, String needed) {
    return new MesException(
        ErrorCode.VALUE_INVALID, "The value must have the right form.", value, needed, null);
  }
}
