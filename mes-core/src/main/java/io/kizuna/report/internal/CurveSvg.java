package io.kizuna.report.internal;

import io.kizuna.report.BatchRecord.Column;
import io.kizuna.report.BatchRecord.Curve;
import io.kizuna.report.BatchRecord.Gap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws one curve: the range of every column as a line, the limits dashed, gaps hatched. A gap is
 * never bridged: the line ends before it and begins again after it.
 */
final class CurveSvg {

  /** Drawing units; the page scales them. */
  private static final double WIDTH = 600;

  private static final double HEIGHT = 110;
  private static final double HATCH = 5;

  private final Curve c;
  private final @Nullable BigDecimal low;
  private final @Nullable BigDecimal high;

  CurveSvg(Curve curve) {
    this.c = curve;
    this.low = extreme(Column::min, c.low(), BigDecimal::min);
    this.high = extreme(Column::max, c.high(), BigDecimal::max);
  }

  private @Nullable BigDecimal extreme(
      Function<Column, @Nullable BigDecimal> of,
      @Nullable BigDecimal limit,
      BiFunction<BigDecimal, BigDecimal, BigDecimal> worse) {
    var measured = c.columns().stream().map(of).filter(Objects::nonNull).toList();
    if (measured.isEmpty()) return null;
    var all =
        limit == null ? measured : Stream.concat(measured.stream(), Stream.of(limit)).toList();
    return all.stream().reduce(worse::apply).orElse(null);
  }

  /** No good reading at all. */
  boolean isEmpty() {
    return low == null || high == null;
  }

  String lowLabel() {
    return low == null ? "" : low.setScale(c.decimals(), RoundingMode.FLOOR).toPlainString();
  }

  String highLabel() {
    return high == null ? "" : high.setScale(c.decimals(), RoundingMode.CEILING).toPlainString();
  }

  /**
   * @param alternative the curve in words, for people who do not see it.
   */
  void write(Html html, String alternative) {
    html.open(
        "svg",
        "alt",
        alternative,
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 600 110",
        "preserveAspectRatio",
        "none",
        "style",
        "width: 160mm; height: 29mm");
    rect(html, 0, 0, WIDTH, HEIGHT, "#ffffff");
    c.gaps().forEach(g -> gap(html, g));
    limit(html, c.low());
    limit(html, c.high());
    path(html, line(), "#111111", "0.9", "none");
    path(html, "M0 0H600V110H0Z", "#888888", "0.6", "none");
    html.close("svg");
  }

  private static void rect(Html html, double x, double y, double w, double h, String fill) {
    html.open(
        "rect", "x", n(x), "y", n(y), "width", n(w), "height", n(h), "fill", fill, "stroke",
        "none");
    html.close("rect");
  }

  private static void path(Html html, String d, String stroke, String width, String dashes) {
    if (d.isEmpty()) return;
    html.open(
        "path",
        "d",
        d,
        "fill",
        "none",
        "stroke",
        stroke,
        "stroke-width",
        width,
        "stroke-dasharray",
        dashes);
    html.close("path");
  }

  private void limit(Html html, @Nullable BigDecimal limit) {
    if (limit == null) return;
    double y = y(limit);
    path(html, "M0 " + n(y) + "H600", "#555555", "0.7", "6 4");
  }

  /** Hatched over the whole height. */
  private void gap(Html html, Gap g) {
    double from = Math.max(0, x(g.from()));
    double to = g.to() == null ? WIDTH : Math.min(WIDTH, x(g.to()));
    if (to <= from) return;
    rect(html, from, 0, to - from, HEIGHT, "#e2e2e2");
    var hatch = new StringBuilder();
    for (double x = from; x < to; x += HATCH) {
      hatch.append("M").append(n(x)).append(" 0V110");
    }
    path(
        html,
        hatch.append("M").append(n(to)).append(" 0V110").toString(),
        "#888888",
        "0.5",
        "none");
  }

  /**
   * Every column from its least to its greatest value, columns joined unless a gap lies between.
   */
  private String line() {
    var d = new StringBuilder();
    Column before = null;
    for (Column column : c.columns()) {
      if (column.min() == null || column.max() == null) {
        before = null;
        continue;
      }
      double x = x(column.t());
      BigDecimal first = Objects.requireNonNullElse(column.first(), column.min());
      BigDecimal last = Objects.requireNonNullElse(column.last(), column.max());
      d.append(before != null && !gapBetween(before.t(), column.t()) ? "L" : "M");
      d.append(n(x)).append(' ').append(n(y(first)));
      d.append("V").append(n(y(column.min()))).append("V").append(n(y(column.max())));
      d.append("V").append(n(y(last)));
      before = column;
    }
    return d.toString();
  }

  private boolean gapBetween(Instant a, Instant b) {
    return c.gaps().stream()
        .anyMatch(g -> g.from().isBefore(b) && (g.to() == null || g.to().isAfter(a)));
  }

  private double x(Instant t) {
    double whole = Duration.between(c.from(), c.to()).toMillis();
    return WIDTH * Duration.between(c.from(), t).toMillis() / Math.max(1, whole);
  }

  private double y(BigDecimal value) {
    double bottom = Objects.requireNonNull(low).doubleValue();
    double span = Objects.requireNonNull(high).doubleValue() - bottom;
    if (span <= 0) return HEIGHT / 2;
    return HEIGHT - 4 - (HEIGHT - 8) * (value.doubleValue() - bottom) / span;
  }

  private static String n(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
