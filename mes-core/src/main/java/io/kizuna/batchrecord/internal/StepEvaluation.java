package io.kizuna.batchrecord.internal;

import io.kizuna.batchrecord.EvaluateStep.Evaluated;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.MesException.Fault;
import io.kizuna.kernel.RecordClock;
import io.kizuna.recipe.Display;
import io.kizuna.recipe.Formulas;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Source;
import io.kizuna.recipe.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives every parameter of a step its value, wherever it comes from, and judges it. */
@Component
class StepEvaluation {

  private final AutomaticValues automatic;
  private final Scans scans;
  private final RecordClock clock;

  StepEvaluation(AutomaticValues automatic, Scans scans, RecordClock clock) {
    this.automatic = automatic;
    this.scans = scans;
    this.clock = clock;
  }

  /** A value and what is known about where it came from. */
  record Found(String value, String source, Map<String, String> provenance) {}

  Map<String, Evaluated> evaluate(StepContext ctx, Map<String, String> typed) {
    var found = new HashMap<String, Found>();
    var problems = new HashMap<String, Fault>();
    var formulas = new ArrayList<Parameter>();
    for (Parameter p : ctx.step().parameters()) {
      if (p.source() instanceof Source.Formula) formulas.add(p);
      else attempt(p, problems, () -> take(ctx, p, typed, found));
    }
    compute(ctx, formulas, typed, found, problems);
    var result = new LinkedHashMap<String, Evaluated>();
    for (Parameter p : ctx.step().parameters()) {
      result.put(p.id(), judged(p, found.get(p.id()), problems.get(p.id())));
    }
    typed.keySet().stream()
        .filter(id -> ctx.step().parameter(id).isEmpty())
        .findFirst()
        .ifPresent(ctx::parameter); // refuses a value nobody asked for
    return result;
  }

  private interface Attempt {
    void run();
  }

  private static void attempt(Parameter p, Map<String, Fault> problems, Attempt attempt) {
    try {
      attempt.run();
    } catch (MesException e) {
      problems.put(p.id(), new Fault(p.id(), e.code(), e.refusal()));
    }
  }

  private void take(
      StepContext ctx, Parameter p, Map<String, String> typed, Map<String, Found> found) {
    String text = typed.getOrDefault(p.id(), "");
    boolean given = !text.isBlank();
    Source source = p.source();
    if (source instanceof Source.Manual) {
      if (given) found.put(p.id(), manual(p, text));
    } else if (source instanceof Source.Scan scan) {
      if (given) {
        String code = TypedValue.read(p, text, clock);
        found.put(p.id(), new Found(code, "SCAN", scans.check(ctx, scan, code)));
      }
    } else {
      orTyped(p, text, found, () -> automatic.find(ctx, source, found));
    }
  }

  private interface Automatic {
    Found find();
  }

  /** A value the system can find is not typed; one it cannot find may be, and says so. */
  private void orTyped(Parameter p, String text, Map<String, Found> found, Automatic source) {
    boolean given = !text.isBlank();
    try {
      Found value = source.find();
      if (given && !text.strip().equals(value.value())) {
        throw new MesException(
            ErrorCode.VALUE_INVALID,
            "This value is taken automatically and cannot be typed.",
            text,
            value.value(),
            null);
      }
      found.put(p.id(), value);
    } catch (MesException e) {
      if (!given || e.code() != ErrorCode.VALUE_UNAVAILABLE) throw e;
      var typed = manual(p, text);
      found.put(
          p.id(),
          new Found(
              typed.value(),
              "MANUAL",
              Map.of("insteadOf", kind(p.source()), "because", e.refusal().rule())));
    }
  }

  private Found manual(Parameter p, String text) {
    return new Found(TypedValue.read(p, text, clock), "MANUAL", Map.of());
  }

  /** Formulas may use each other: goes on as long as one more can be computed. */
  private void compute(
      StepContext ctx,
      List<Parameter> formulas,
      Map<String, String> typed,
      Map<String, Found> found,
      Map<String, Fault> problems) {
    var open = new ArrayList<>(formulas);
    boolean progress = true;
    while (progress) {
      progress = false;
      for (Parameter p : List.copyOf(open)) {
        var names = Formulas.variables(((Source.Formula) p.source()).expression());
        if (!found.keySet().containsAll(names)) continue;
        attempt(p, problems, () -> found.put(p.id(), formula(ctx, p, found, typed.get(p.id()))));
        open.remove(p);
        progress = true;
      }
    }
  }

  private static Found formula(
      StepContext ctx, Parameter p, Map<String, Found> found, @Nullable String typed) {
    if (typed != null && !typed.isBlank()) {
      throw new MesException(
          ErrorCode.VALUE_INVALID, "A computed value cannot be typed.", typed, null, null);
    }
    String expression = ((Source.Formula) p.source()).expression();
    var variables = variables(ctx, found);
    variables.keySet().retainAll(Formulas.variables(expression));
    var inputs = new TreeMap<String, String>();
    variables.forEach((name, value) -> inputs.put("input." + name, value.toString()));
    inputs.put("formula", expression);
    String value =
        p.type() == Parameter.Type.BOOLEAN
            ? Boolean.toString(Formulas.decide(expression, variables))
            : plain(p, Formulas.compute(expression, variables));
    return new Found(value, "FORMULA", inputs);
  }

  private static String plain(Parameter p, BigDecimal value) {
    return p.type() == Parameter.Type.INTEGER
        ? value.stripTrailingZeros().toBigIntegerExact().toString()
        : value.toPlainString();
  }

  /** The values of a step as formulas see them. */
  static Map<String, Object> variables(StepContext ctx, Map<String, Found> found) {
    var variables = new HashMap<String, Object>();
    for (Parameter p : ctx.step().parameters()) {
      var value = found.get(p.id());
      if (value != null) variables.put(p.id(), TypedValue.forFormula(p, value.value()));
    }
    return variables;
  }

  private static Evaluated judged(Parameter p, @Nullable Found found, @Nullable Fault problem) {
    if (found == null) {
      return new Evaluated(
          null, null, p.unit(), Verdict.NOT_JUDGED, kind(p.source()), Map.of(), problem);
    }
    return new Evaluated(
        found.value(),
        Display.of(p, found.value()),
        p.unit(),
        TypedValue.judge(p, found.value()),
        found.source(),
        found.provenance(),
        problem);
  }

  /** The kind of a source as it is recorded, for example {@code FORMULA}. */
  static String kind(Source source) {
    return source.getClass().getSimpleName().toUpperCase(Locale.ROOT);
  }
}
