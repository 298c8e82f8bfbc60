package io.kizuna.verify.format;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Section 2: the text of a value. */
public final class SqlText {

  private SqlText() {}

  /**
   * @throws IllegalArgumentException for a kind of value the format does not know.
   */
  public static String of(Object value) {
    if (value instanceof String s) return s;
    if (value instanceof UUID || value instanceof Boolean || value instanceof LocalDate) {
      return value.toString();
    }
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      return value.toString();
    }
    if (value instanceof BigDecimal n) return n.toPlainString();
    if (value instanceof OffsetDateTime t) return time(t.toInstant());
    if (value instanceof byte[] bytes) return "\\x" + Sha256.hex(bytes);
    throw new IllegalArgumentException("no text is defined for " + value.getClass().getName());
  }

  /** UTC; the fraction without trailing zeros, left out with its point if zero. */
  public static String time(Instant instant) {
    var t = instant.atOffset(ZoneOffset.UTC);
    var out = new StringBuilder(32);
    pad(out, t.getYear(), 4);
    pad(out.append('-'), t.getMonthValue(), 2);
    pad(out.append('-'), t.getDayOfMonth(), 2);
    pad(out.append('T'), t.getHour(), 2);
    pad(out.append(':'), t.getMinute(), 2);
    pad(out.append(':'), t.getSecond(), 2);
    int micros = t.getNano() / 1000;
    if (micros != 0) {
      pad(out.append('.'), micros, 6);
      while (out.charAt(out.length() - 1) == '0') out.setLength(out.length() - 1);
    }
    return out.append("+00:00").toString();
  }

  private static void pad(StringBuilder out, int number, int digits) {
    String text = Integer.toString(number);
    out.append("0".repeat(Math.max(0, digits - text.length()))).append(text);
  }
}
