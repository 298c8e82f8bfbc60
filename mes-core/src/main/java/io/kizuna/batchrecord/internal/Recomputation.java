package io.kizuna.batchrecord.internal;

import io.kizuna.batchrecord.RecordedValue;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.RecordClock;
import io.kizuna.recipe.Formulas;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Follows a corrected value through formulas and later steps, and records what comes out (F19). */
@Component
class Recomputation {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A value that has changed. */
  record Changed(StepContext ctx, Parameter parameter, RecordedValue before, RecordedValue after) {
    String name() {
      return ctx.run().key() + "/" + parameter.id();
    }
  }

  private final StepRunRows runs;
  private final ValueRows values;
  private final RecordClock clock;

  Recomputation(StepRunRows runs, ValueRows values, RecordClock clock) {
    this.runs = runs;
    this.values = values;
    this.clock = clock;
  }

  /** Everything that depends on {@code corrected}, in the order in which it was recomputed. */
  List<Changed> after(StepContext corrected, Parameter parameter) {
    Set<String> dirty = new HashSet<>();
    dirty.add(corrected.run().key() + "/" + parameter.id());
    var changed = new ArrayList<Changed>();
    for (StepRun run : runs.ofBatch(corrected.batch().id())) {
      if (run.performedAt() == null) continue;
      var ctx = StepContext.of(corrected.batch(), run);
      var latest = new HashMap<>(values.latest(run.id()));
      boolean progress = true;
      while (progress) progress = step(ctx, latest, dirty, changed);
    }
    return changed;
  }

  /** Recomputes the first value of the step that must follow; false if there is none left. */
  private boolean step(
      StepContext ctx,
      Map<String, RecordedValue> latest,
      Set<String> dirty,
      List<Changed> changed) {
    for (Parameter p : ctx.step().parameters()) {
      RecordedValue old = latest.get(p.id());
      String name = ctx.run().key() + "/" + p.id();
      if (old == null || dirty.contains(name) || !follows(ctx, p, old, dirty)) continue;
      dirty.add(name);
      String value = value(ctx, p, old, latest, changed);
      if (value.equals(old.value())) continue;
      var next =
          new RecordedValue(
              old.stepRun(),
              old.parameter(),
              old.revision() + 1,
              value,
              old.unit(),
              TypedValue.judge(p, value),
              old.source(),
              old.provenance(),
              "recomputed after a correction",
              "system:record",
              clock.now());
      values.add(List.of(next));
      latest.put(p.id(), next);
      changed.add(new Changed(ctx, p, old, next));
      return true;
    }
    return false;
  }

  private static boolean follows(
      StepContext ctx, Parameter p, RecordedValue old, Set<String> dirty) {
    if (p.source() instanceof Source.Formula f) {
      return Formulas.variables(f.expression()).stream()
          .anyMatch(v -> dirty.contains(ctx.run().key() + "/" + v));
    }
    return old.source().equals("PREVIOUS") && dirty.contains(origin(old));
  }

  /** The value an automatic copy was taken from, as {@code step key/parameter}. */
  private static String origin(RecordedValue value) {
    String provenance = value.provenance();
    if (provenance == null) return "";
    var facts = JSON.readValue(provenance, new TypeReference<Map<String, String>>() {});
    return facts.get("step") + "/" + facts.get("parameter");
  }

  private String value(
      StepContext ctx,
      Parameter p,
      RecordedValue old,
      Map<String, RecordedValue> latest,
      List<Changed> changed) {
    if (!(p.source() instanceof Source.Formula f)) {
      String origin = origin(old);
      return changed.stream()
          .filter(ch -> ch.name().equals(origin))
          .reduce((first, last) -> last)
          .map(ch -> ch.after().value())
          .orElseGet(() -> origin(ctx, origin, old));
    }
    var variables = new HashMap<String, Object>();
    for (Parameter other : ctx.step().parameters()) {
      var v = latest.get(other.id());
      if (v != null) variables.put(other.id(), TypedValue.forFormula(other, v.value()));
    }
    variables.keySet().retainAll(Formulas.variables(f.expression()));
    if (p.type() == Parameter.Type.BOOLEAN) {
      return Boolean.toString(Formulas.decide(f.expression(), variables));
    }
    BigDecimal number = Formulas.compute(f.expression(), variables);
    return p.type() == Parameter.Type.INTEGER
        ? number.toBigInteger().toString()
        : number.toPlainString();
  }

  /** The corrected value itself is not in the list of what followed: reads it from the record. */
  private String origin(StepContext ctx, String origin, RecordedValue old) {
    int slash = origin.lastIndexOf('/');
    var key = io.kizuna.kernel.StepKey.valueOf(origin.substring(0, slash));
    return runs.find(ctx.batch().id(), key)
        .map(run -> values.latest(run.id()).get(origin.substring(slash + 1)))
        .map(RecordedValue::value)
        .orElse(old.value());
  }
}
