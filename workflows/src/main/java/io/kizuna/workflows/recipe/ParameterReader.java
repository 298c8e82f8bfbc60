package io.kizuna.workflows.recipe;

import io.kizuna.kernel.MesException;
import io.kizuna.recipe.FormulaUnits;
import io.kizuna.recipe.Limits;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Parameter.Choice;
import io.kizuna.recipe.Parameter.Classification;
import io.kizuna.recipe.Parameter.OutsidePolicy;
import io.kizuna.recipe.Parameter.Type;
import io.kizuna.recipe.Range;
import io.kizuna.recipe.Source;
import io.kizuna.recipe.Source.Scan;
import io.kizuna.recipe.Verdict;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one parameter of a step, with the rules that need nothing but the parameter itself. */
final class ParameterReader {

  private static final Set<Type> NUMERIC = EnumSet.of(Type.DECIMAL, Type.INTEGER);
  private static final int DECIMALS_MAX = 10;
  private static final int DEFAULT_COVERAGE = 95;

  private final Faults faults;
  private final Places places;

  ParameterReader(Faults faults, Places places) {
    this.faults = faults;
    this.places = places;
  }

  Parameter read(YamlMap map) {
    Type type = map.word("type", Type.class);
    boolean noLimits = map.isText("limits");
    var limits = noLimits ? none(map) : limits(map, type);
    var choices = map.list("choices", this::choice);
    var classification = map.word("class", Classification.class);
    var policy = map.optionalWord("policy", OutsidePolicy.class);
    var parameter =
        new Parameter(
            Ids.of(map, "id", Ids.NAME, faults),
            map.bilingual("name"),
            type,
            unit(map, type),
            map.whole("decimals", 0, DECIMALS_MAX),
            limits,
            classification,
            source(map),
            policy == null ? OutsidePolicy.REASON : policy,
            map.flag("required", true),
            choices,
            map.flag("planned", false));
    choices(map, parameter);
    boolean judged = limits != null || choices.stream().anyMatch(c -> c.verdict() != null);
    if (classification == Classification.CPP && !judged && !noLimits && needsLimits(type)) {
      faults.add(
          map.place(),
          "a CPP must have limits",
          parameter.id(),
          "limits, or limits: none if it is judged elsewhere");
    }
    if (judged && policy == null) {
      faults.add(
          map.place(), "what happens outside the limits is not said", parameter.id(), "policy");
    }
    return places.put(parameter, map.place());
  }

  private static boolean needsLimits(Type type) {
    return NUMERIC.contains(type) || type == Type.BOOLEAN || type == Type.CHOICE;
  }

  private @Nullable String unit(YamlMap map, Type type) {
    String unit = map.optional("unit");
    if (NUMERIC.contains(type) && unit == null) {
      faults.add(
          map.place(), "a number has a unit", map.optional("id"), "unit, 1 for a pure number");
      return "1";
    }
    if (!NUMERIC.contains(type) && unit != null) {
      faults.add(map.place("unit"), "only a number has a unit", unit, null);
      return null;
    }
    if (unit != null) {
      try {
        FormulaUnits.checkUnit(unit);
      } catch (MesException e) {
        faults.add(map.place("unit"), e.refusal().rule(), unit, e.refusal().needed());
        return "1";
      }
    }
    return unit;
  }

  private void choices(YamlMap map, Parameter parameter) {
    if ((parameter.type() == Type.CHOICE) == parameter.choices().isEmpty()) {
      faults.add(map.place(), "a choice, and nothing else, has choices", parameter.id(), null);
    }
    long different = parameter.choices().stream().map(Choice::value).distinct().count();
    if (different < parameter.choices().size()) {
      faults.add(map.place("choices"), "two choices have the same value", parameter.id(), null);
    }
  }

  private Choice choice(YamlMap map) {
    return new Choice(
        map.text("value"), map.bilingual("name"), map.optionalWord("verdict", Verdict.class));
  }

  private @Nullable Limits none(YamlMap map) {
    String text = map.optional("limits");
    if (!"none".equals(text)) {
      faults.add(map.place("limits"), "limits are a mapping, or none", text, "none");
    }
    return null;
  }

  private @Nullable Limits limits(YamlMap map, Type type) {
    if (!map.has("limits")) return null;
    Limits limits =
        map.map(
            "limits",
            m ->
                new Limits(
                    range(m, "normal"),
                    ranges(m),
                    m.number("rejectBelow"),
                    m.number("rejectAbove"),
                    m.texts("allowed")));
    boolean numbers =
        limits.normal() != null
            || !limits.alert().isEmpty()
            || limits.rejectBelow() != null
            || limits.rejectAbove() != null;
    if (numbers && !NUMERIC.contains(type)) {
      faults.add(map.place("limits"), "only a number has ranges", type.name(), "allowed: [...]");
    }
    if (!limits.allowed().isEmpty() && NUMERIC.contains(type)) {
      faults.add(
          map.place("limits"), "a number has ranges, not a list", null, "normal: [low, high]");
    }
    if (!numbers && limits.allowed().isEmpty()) {
      faults.add(map.place("limits"), "limits without any limit", null, "normal or allowed");
    }
    if (contradict(limits)) {
      faults.add(map.place("limits"), "the reject bound lies inside the normal range", null, null);
    }
    return limits;
  }

  private static boolean contradict(Limits limits) {
    Range normal = limits.normal();
    if (normal == null) return false;
    return below(normal.low(), limits.rejectBelow()) || below(limits.rejectAbove(), normal.high());
  }

  private static boolean below(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a != null && b != null && a.compareTo(b) < 0;
  }

  private @Nullable Range range(YamlMap map, String key) {
    return map.has(key) ? range(map, key, map.items(key)) : null;
  }

  private List<Range> ranges(YamlMap map) {
    return map.items("alert").stream()
        .map(n -> range(map, "alert", n instanceof SequenceNode s ? s.getValue() : List.of()))
        .filter(Objects::nonNull)
        .toList();
  }

  private @Nullable Range range(YamlMap map, String key, List<Node> bounds) {
    if (bounds.size() != 2) {
      faults.add(map.place(key), "a range has two bounds", null, "[low, high], either may be null");
      return null;
    }
    try {
      return new Range(bound(map, key, bounds.get(0)), bound(map, key, bounds.get(1)));
    } catch (IllegalArgumentException e) {
      faults.add(map.place(key), "not a range: " + e.getMessage(), null, "[low, high]");
      return null;
    }
  }

  private @Nullable BigDecimal bound(YamlMap map, String key, Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getTag().equals(Tag.NULL)
          ? null
          : map.number(map.place(key), scalar.getValue());
    }
    faults.add(map.place(key), "a bound is a number or null", null, null);
    return null;
  }

  private Source source(YamlMap map) {
    if (map.isText("source")) {
      if (!"manual".equals(map.optional("source"))) {
        faults.add(map.place("source"), "unknown source", map.optional("source"), "manual");
      }
      return new Source.Manual();
    }
    if (!map.has("source")) {
      faults.add(map.place(), "the value comes from nowhere", map.optional("id"), "source");
      return new Source.Manual();
    }
    return map.map("source", this::structured);
  }

  private Source structured(YamlMap map) {
    if (map.has("formula")) return new Source.Formula(map.text("formula"));
    if (map.has("scan")) {
      return new Scan(
          map.word("scan", Scan.Kind.class),
          map.optional("material"),
          map.optional("equipment"),
          map.optional("sameAs"));
    }
    if (map.has("window")) return window(map);
    if (map.has("tag")) {
      return new Source.Tag(map.text("equipment"), map.text("tag"), map.duration("maxAge"));
    }
    if (map.has("previous")) {
      return new Source.Previous(
          map.text("previous"),
          map.text("parameter"),
          map.word("occurrence", Source.Previous.Occurrence.class));
    }
    if (map.has("certificate")) {
      return new Source.Certificate(map.text("certificate"), map.text("attribute"));
    }
    faults.add(
        map.place(),
        "unknown source",
        map.keys().toString(),
        "manual, formula, scan, tag, window, previous or certificate");
    map.keys().forEach(map::has);
    return new Source.Manual();
  }

  private Source window(YamlMap map) {
    number(map, "low");
    number(map, "high");
    return new Source.Window(
        map.text("equipment"),
        map.text("tag"),
        map.word("window", Source.Statistic.class),
        map.text("from"),
        map.optional("to"),
        map.whole("minCoverage", DEFAULT_COVERAGE, 100),
        map.optional("low"),
        map.optional("high"));
  }

  private static void number(YamlMap map, String key) {
    map.number(key);
  }
}
