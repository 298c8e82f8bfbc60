package io.kizuna.simulator.crew;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A parameter as the MES describes it in a StepView. */
record Definition(JsonNode json) {

  static List<Definition> of(JsonNode stepView) {
    var all = new ArrayList<Definition>();
    stepView.path("parameters").forEach(p -> all.add(new Definition(p)));
    return all;
  }

  String id() {
    return Json.text(json, "id");
  }

  String type() {
    return Json.text(json, "type");
  }

  String source() {
    return Json.text(json.path("source"), "kind");
  }

  /** Facts of the source, for example which material a lot must be of. */
  String source(String fact) {
    return Json.text(json.path("source"), fact);
  }

  String policy() {
    return Json.text(json, "policy");
  }

  boolean required() {
    return json.path("required").asBoolean(true);
  }

  /** Whether a person gives it. */
  boolean entered() {
    return source().equals("MANUAL") || source().equals("SCAN");
  }

  boolean number() {
    return type().equals("DECIMAL") || type().equals("INTEGER");
  }

  private int decimals() {
    return type().equals("INTEGER") ? 0 : json.path("decimals").asInt(0);
  }

  /** Rounded as people read it off a display. */
  String rounded(double value) {
    return rounded(new BigDecimal(Double.toString(value)), RoundingMode.HALF_EVEN);
  }

  String rounded(BigDecimal value, RoundingMode mode) {
    return value.setScale(decimals(), mode).toPlainString();
  }

  /** The good answer of a boolean, a choice or a text; null if its definition names none. */
  @Nullable String goodAnswer() {
    JsonNode allowed = json.path("limits").path("allowed");
    if (!allowed.isEmpty()) return allowed.path(0).asString();
    String first = null;
    for (JsonNode choice : json.path("choices")) {
      if (Json.text(choice, "verdict").equals("NORMAL")) return Json.text(choice, "value");
      if (first == null) first = Json.text(choice, "value");
    }
    return first;
  }

  /** Middle of the normal limits; a little inside where there is only one; null without any. */
  @Nullable String nominal() {
    JsonNode normal = json.path("limits").path("normal");
    BigDecimal low = bound(normal, "low");
    BigDecimal high = bound(normal, "high");
    if (low != null && high != null) {
      BigDecimal middle = low.add(high).divide(BigDecimal.valueOf(2), MathContext.DECIMAL128);
      return within(middle, low, high);
    }
    if (low != null) return rounded(low.add(inside(low)), RoundingMode.CEILING);
    if (high != null) return rounded(high.subtract(inside(high)), RoundingMode.FLOOR);
    return null;
  }

  /** Outside every limit: further out than reject, or than normal where nothing is rejected. */
  @Nullable String outside() {
    JsonNode limits = json.path("limits");
    BigDecimal above = bound(limits, "rejectAbove");
    if (above == null) above = bound(limits.path("normal"), "high");
    if (above != null) return rounded(above.add(inside(above)), RoundingMode.CEILING);
    BigDecimal below = bound(limits, "rejectBelow");
    if (below == null) below = bound(limits.path("normal"), "low");
    return below == null ? null : rounded(below.subtract(inside(below)), RoundingMode.FLOOR);
  }

  private String within(BigDecimal middle, BigDecimal low, BigDecimal high) {
    String rounded = rounded(middle, RoundingMode.HALF_EVEN);
    BigDecimal value = new BigDecimal(rounded);
    boolean fits = value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
    return fits ? rounded : low.toPlainString();
  }

  /** A tenth of the limit, so that rounding does not bring the value back onto it. */
  private static BigDecimal inside(BigDecimal limit) {
    return limit.signum() == 0 ? BigDecimal.ONE : limit.abs().multiply(new BigDecimal("0.1"));
  }

  private static @Nullable BigDecimal bound(JsonNode limits, String name) {
    String text = Json.textOrNull(limits, name);
    return text == null || text.isEmpty() ? null : new BigDecimal(text);
  }
}
