package io.kizuna.simulator.crew;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The rules by which the crew fills in a step; pure but for what {@link World} looks up. */
final class Filling {
  /** A remark that is good enough where any text will do. */
  private static final String NO_REMARK = "nothing unusual";

  private final Knowledge knowledge;
  private final World world;

  /** What lies outside the step: instruments, the plant's clock, the batch. */
  interface World {
    double measure(String analyser, String result);

    double vessel(String field);

    String shown(String role, String tag);

    Instant now();

    String equipment(String role);

    String coi();

    String patientToken();

    /** A value recorded earlier in this batch, by {@code up.step.parameter}. */
    String recorded(String path);

    double postThawFactor();

    int openExceptions();
  }

  Filling(Knowledge knowledge, World world) {
    this.knowledge = knowledge;
    this.world = world;
  }

  /**
   * What can be filled in without asking the MES to compute.
   *
   * @param step the step without its pass, for example {@code up-x.user_y}.
   */
  Map<String, String> known(String step, JsonNode view) {
    var values = new LinkedHashMap<String, String>();
    for (Definition d : Definition.of(view)) {
      if (!d.entered()) continue;
      String rule = knowledge.value(step, d.id());
      if (rule != null && depends(rule)) continue;
      String value = rule == null ? byDefinition(step, view, d) : byRule(d, rule, Map.of());
      if (value != null) values.put(d.id(), value);
    }
    return values;
  }

  /** What follows from computed values of the same step. */
  Map<String, String> dependent(String step, JsonNode view, Map<String, String> computed) {
    var values = new LinkedHashMap<String, String>();
    for (Definition d : Definition.of(view)) {
      String rule = d.entered() ? knowledge.value(step, d.id()) : null;
      if (rule != null && depends(rule)) values.put(d.id(), byRule(d, rule, computed));
    }
    return values;
  }

  /** Whether {@link #dependent} has something to say about the step. */
  boolean hasDependent(String step, JsonNode view) {
    return Definition.of(view).stream()
        .map(d -> d.entered() ? knowledge.value(step, d.id()) : null)
        .anyMatch(rule -> rule != null && depends(rule));
  }

  private static boolean depends(String rule) {
    return rule.startsWith("evaluated ") || rule.startsWith("if ");
  }

  private @Nullable String byDefinition(String step, JsonNode view, Definition d) {
    if (d.source().equals("SCAN")) return scan(view, d);
    String value =
        switch (d.type()) {
          case "BOOLEAN" -> orElse(d.goodAnswer(), "true");
          case "CHOICE" -> d.goodAnswer();
          case "TIME" -> world.now().truncatedTo(ChronoUnit.SECONDS).toString();
          case "TEXT" -> d.required() ? NO_REMARK : null;
          case "DECIMAL", "INTEGER" -> d.nominal();
          default -> null;
        };
    if (value == null && d.required()) {
      throw new Stuck("the crew does not know what to enter for " + step + "." + d.id());
    }
    return value;
  }

  private static String orElse(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  private String scan(JsonNode view, Definition d) {
    return switch (d.source("of")) {
      case "LOT" -> {
        String lot = knowledge.lot(d.source("material"));
        if (lot == null) throw new Stuck("no lot of " + d.source("material") + " is at hand");
        yield lot;
      }
      case "EQUIPMENT" -> world.equipment(d.source("equipment"));
      case "PATIENT" -> world.patientToken();
      case "LABEL" -> world.coi() + "/" + d.id().replace('_', '-');
      default -> "S-" + Json.text(view, "number") + "-" + d.id().replace('_', '-');
    };
  }

  private String byRule(Definition d, String rule, Map<String, String> computed) {
    List<String> words = List.of(rule.strip().split("\\s+"));
    return switch (words.get(0)) {
      case "nominal" -> orElse(d.nominal(), "0");
      case "now" -> now(words);
      case "measure" -> d.rounded(world.measure(words.get(1), words.get(2)));
      case "read" -> world.shown(words.get(1), words.get(2));
      case "vessel" -> d.rounded(world.vessel(words.get(1)));
      case "recorded" -> world.recorded(words.get(1));
      case "thawed" ->
          d.rounded(Double.parseDouble(world.recorded(words.get(1))) * world.postThawFactor());
      case "exceptions" -> Integer.toString(world.openExceptions());
      case "evaluated" -> evaluated(d, words, computed);
      case "if" -> "true".equals(computed.get(words.get(1))) ? words.get(3) : words.get(5);
      default -> rule;
    };
  }

  /** {@code evaluated x [* factor] [down]}. */
  private static String evaluated(Definition d, List<String> words, Map<String, String> computed) {
    String value = computed.get(words.get(1));
    if (value == null) throw new Stuck("the MES computed no " + words.get(1) + " for " + d.id());
    BigDecimal number = new BigDecimal(value);
    int factor = words.indexOf("*");
    if (factor > 0) number = number.multiply(new BigDecimal(words.get(factor + 1)));
    return d.rounded(number, words.contains("down") ? RoundingMode.DOWN : RoundingMode.HALF_EVEN);
  }

  /** {@code now}, {@code now +274d}, {@code now -30m}. */
  private String now(List<String> words) {
    Instant at = world.now();
    if (words.size() > 1) {
      String span = words.get(1);
      long amount = Long.parseLong(span.substring(0, span.length() - 1));
      at =
          switch (span.charAt(span.length() - 1)) {
            case 'd' -> at.plus(Duration.ofDays(amount));
            case 'h' -> at.plus(Duration.ofHours(amount));
            default -> at.plus(Duration.ofMinutes(amount));
          };
    }
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
