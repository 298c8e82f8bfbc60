package io.kizuna.workflows.recipe;

import io.kizuna.kernel.MesException;
import io.kizuna.recipe.EquipmentCommand;
import io.kizuna.recipe.FormulaUnits;
import io.kizuna.recipe.FormulaUnits.Variable;
import io.kizuna.recipe.Formulas;
import io.kizuna.recipe.HoldTime;
import io.kizuna.recipe.MasterBatchRecord;
import io.kizuna.recipe.MasterBatchRecord.EquipmentRequirement;
import io.kizuna.recipe.MasterBatchRecord.MaterialRequirement;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Source;
import io.kizuna.recipe.Source.Scan;
import io.kizuna.recipe.Step;
import io.kizuna.recipe.UnitProcedure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules of the content that reach beyond one parameter: names, formulas and references. */
final class ContentRules {

  private static final Set<Parameter.Type> NUMERIC =
      EnumSet.of(Parameter.Type.DECIMAL, Parameter.Type.INTEGER);

  private final MasterBatchRecord recipe;
  private final Places places;
  private final Faults faults;
  private final Order order;

  /** Whether one step can be over when another is reached; {@code up-x.user_y} both. */
  interface Order {
    boolean canPrecede(String earlier, String later);
  }

  ContentRules(MasterBatchRecord recipe, Places places, Faults faults, Order order) {
    this.recipe = recipe;
    this.places = places;
    this.faults = faults;
    this.order = order;
  }

  void check() {
    unique(recipe.equipment(), EquipmentRequirement::role);
    unique(recipe.materials(), MaterialRequirement::id);
    unique(recipe.unitProcedures(), UnitProcedure::number);
    unique(steps(), Step::number);
    recipe.unitProcedures().forEach(this::unitProcedure);
  }

  private List<Step> steps() {
    return recipe.unitProcedures().stream().flatMap(u -> u.steps().stream()).toList();
  }

  private void unitProcedure(UnitProcedure unit) {
    unique(unit.steps(), Step::id);
    unique(unit.holdTimes(), HoldTime::id);
    unique(unit.commands(), EquipmentCommand::id);
    if (unit.steps().isEmpty()) fault(unit, "a unit procedure without steps", unit.id(), "steps");
    unit.commands().forEach(c -> equipment(c, c.equipment()));
    unit.holdTimes().forEach(h -> holdTime(unit, h));
    unit.steps().forEach(s -> step(unit, s));
  }

  private void holdTime(UnitProcedure unit, HoldTime time) {
    boolean known = step(unit, time, time.start()) != null && step(unit, time, time.stop()) != null;
    if (known && !order.canPrecede(full(unit, time.start()), full(unit, time.stop()))) {
      fault(time, "the start of the hold time cannot come before its stop", time.start(), null);
    }
  }

  private void step(UnitProcedure unit, Step step) {
    unique(step.parameters(), Parameter::id);
    unique(step.identityScans(), Step.IdentityScan::id);
    step.equipment().forEach(e -> equipment(step, e));
    step.liveTags().forEach(t -> equipment(t, t.equipment()));
    var variables = new HashMap<String, Variable>();
    step.parameters().forEach(p -> variables.put(p.id(), new Variable(p.type(), p.unit())));
    for (Parameter parameter : step.parameters()) source(unit, step, parameter, variables);
    circles(step);
    step.routing()
        .forEach(
            (name, question) -> {
              if (!Ids.NAME.matcher(name).matches()) {
                fault(step, "not of the form of a routing name", name, Ids.NAME.pattern());
              }
              formula(step, question, () -> FormulaUnits.checkQuestion(question, variables));
            });
  }

  private void source(
      UnitProcedure unit, Step step, Parameter parameter, Map<String, Variable> variables) {
    Source source = parameter.source();
    if (source instanceof Source.Formula f) formula(parameter, f.expression(), variables);
    else if (source instanceof Scan s) scan(unit, step, parameter, s);
    else if (source instanceof Source.Tag t) measured(parameter, t.equipment());
    else if (source instanceof Source.Window w) window(unit, step, parameter, w);
    else if (source instanceof Source.Previous p) previous(unit, step, parameter, p);
    else if (source instanceof Source.Certificate c) certificate(unit, step, parameter, c);
  }

  private void formula(Parameter parameter, String expression, Map<String, Variable> variables) {
    switch (parameter.type()) {
      case DECIMAL, INTEGER -> {
        String unit = parameter.unit() == null ? "1" : parameter.unit();
        formula(parameter, expression, () -> FormulaUnits.checkNumber(expression, variables, unit));
      }
      case BOOLEAN ->
          formula(parameter, expression, () -> FormulaUnits.checkQuestion(expression, variables));
      default -> fault(parameter, "a formula gives a number or a boolean", parameter.id(), null);
    }
  }

  private void formula(Object at, String expression, Runnable check) {
    try {
      check.run();
    } catch (MesException e) {
      String met = e.refusal().value();
      boolean more = met != null && !met.equals(expression);
      fault(
          at,
          e.refusal().rule(),
          more ? expression + " at " + met : expression,
          e.refusal().needed());
    }
  }

  /** A formula may use another, but never itself in the end. */
  private void circles(Step step) {
    var formulas = new HashMap<String, Set<String>>();
    for (Parameter parameter : step.parameters()) {
      if (parameter.source() instanceof Source.Formula f) {
        try {
          formulas.put(parameter.id(), Formulas.variables(f.expression()));
        } catch (MesException e) {
          // reported already
        }
      }
    }
    boolean resolved = true;
    var open = new HashMap<>(formulas);
    while (resolved) {
      resolved = open.values().removeIf(used -> used.stream().noneMatch(open::containsKey));
    }
    open.keySet()
        .forEach(
            id ->
                step.parameter(id).ifPresent(p -> fault(p, "the formula needs itself", id, null)));
  }

  private void scan(UnitProcedure unit, Step step, Parameter parameter, Scan scan) {
    if (parameter.type() != Parameter.Type.SCAN) {
      fault(parameter, "a scanned value is of type scan", parameter.type().name(), "scan");
    }
    if ((scan.of() == Scan.Kind.LOT) != (scan.material() != null)) {
      fault(parameter, "a lot, and nothing else, is of a material", parameter.id(), "material");
    }
    if ((scan.of() == Scan.Kind.EQUIPMENT) != (scan.equipment() != null)) {
      fault(parameter, "equipment, and nothing else, has a role", parameter.id(), "equipment");
    }
    String material = scan.material();
    if (material != null && material(material) == null) {
      fault(parameter, "unknown material", material, "one of recipe.yaml");
    }
    if (scan.equipment() != null) equipment(parameter, scan.equipment());
    if (scan.sameAs() != null) sameAs(unit, step, parameter, scan, scan.sameAs());
  }

  private void sameAs(
      UnitProcedure unit, Step step, Parameter parameter, Scan scan, String earlier) {
    if (scan.of() != Scan.Kind.LOT && scan.of() != Scan.Kind.FREE) {
      fault(parameter, "only a lot or a free code can repeat an earlier one", earlier, null);
    }
    int dot = earlier.lastIndexOf('.');
    Step holder = dot < 0 ? null : reference(unit, step, parameter, earlier.substring(0, dot));
    if (dot < 0) fault(parameter, "an earlier code is of another step", earlier, "user_x.param");
    if (holder == null) return;
    Parameter first = holder.parameter(earlier.substring(dot + 1)).orElse(null);
    if (first == null || !(first.source() instanceof Scan)) {
      fault(parameter, "no code is scanned there", earlier, "a parameter with scan");
    }
  }

  private void measured(Parameter parameter, String role) {
    equipment(parameter, role);
    if (!NUMERIC.contains(parameter.type())) {
      fault(parameter, "a measured value is a number", parameter.type().name(), "decimal");
    }
  }

  private void window(UnitProcedure unit, Step step, Parameter parameter, Source.Window window) {
    measured(parameter, window.equipment());
    reference(unit, step, parameter, window.from());
    String to = window.to();
    if (to == null) return;
    reference(unit, step, parameter, to);
    if (find(unit, to) != null
        && find(unit, window.from()) != null
        && !order.canPrecede(full(unit, window.from()), full(unit, to))) {
      fault(parameter, "the window ends before it begins", window.from() + " to " + to, null);
    }
  }

  private void previous(
      UnitProcedure unit, Step step, Parameter parameter, Source.Previous previous) {
    Step earlier = reference(unit, step, parameter, previous.step());
    if (earlier == null) return;
    Parameter source = earlier.parameter(previous.parameter()).orElse(null);
    if (source == null) {
      fault(parameter, "the earlier step has no such parameter", previous.parameter(), null);
      return;
    }
    boolean bothNumbers = NUMERIC.contains(source.type()) && NUMERIC.contains(parameter.type());
    if (source.type() != parameter.type() && !bothNumbers) {
      fault(parameter, "the earlier value is of another type", source.type().name(), null);
    }
    if (bothNumbers && !String.valueOf(source.unit()).equals(parameter.unit())) {
      fault(parameter, "the earlier value has another unit", source.unit(), parameter.unit());
    }
    if (earlier == step && parameter.required()) {
      fault(parameter, "the first pass has no earlier value", parameter.id(), "required: false");
    }
  }

  private void certificate(
      UnitProcedure unit, Step step, Parameter parameter, Source.Certificate certificate) {
    String scan = certificate.scan();
    int dot = scan.lastIndexOf('.');
    Step holder = dot < 0 ? step : reference(unit, step, parameter, scan.substring(0, dot));
    if (holder == null) return;
    Parameter lot = holder.parameter(scan.substring(dot + 1)).orElse(null);
    if (lot == null || !(lot.source() instanceof Scan s) || s.material() == null) {
      fault(parameter, "no lot is scanned there", scan, "a parameter with scan: lot");
      return;
    }
    MaterialRequirement material = material(s.material());
    if (material != null && !material.attributes().contains(certificate.attribute())) {
      fault(
          parameter,
          "the certificate of the material does not state this",
          certificate.attribute(),
          "one of " + material.attributes());
    }
  }

  private @Nullable Step reference(UnitProcedure unit, Step step, Parameter at, String target) {
    Step earlier = step(unit, at, target);
    if (earlier != null && !order.canPrecede(full(unit, target), unit.id() + "." + step.id())) {
      fault(at, "the step it refers to cannot have happened before", target, "an earlier step");
      return null;
    }
    return earlier;
  }

  private @Nullable Step step(UnitProcedure unit, Object at, String target) {
    Step found = find(unit, target);
    if (found == null) fault(at, "no such step", target, "user_x or up-y.user_x");
    return found;
  }

  private @Nullable Step find(UnitProcedure unit, String target) {
    String full = full(unit, target);
    int dot = full.indexOf('.');
    return recipe.step(full.substring(0, dot), full.substring(dot + 1)).orElse(null);
  }

  private static String full(UnitProcedure unit, String target) {
    return target.indexOf('.') < 0 ? unit.id() + "." + target : target;
  }

  private void equipment(Object at, String role) {
    if (recipe.equipment().stream().noneMatch(e -> e.role().equals(role))) {
      fault(at, "unknown equipment role", role, "one of recipe.yaml");
    }
  }

  private @Nullable MaterialRequirement material(@Nullable String id) {
    return recipe.materials().stream().filter(m -> m.id().equals(id)).findFirst().orElse(null);
  }

  private <T> void unique(List<T> parts, Function<T, String> id) {
    var seen = new HashSet<String>();
    for (T part : new ArrayList<>(parts)) {
      if (!seen.add(id.apply(part)))
        fault(part, "the id or number is there twice", id.apply(part), null);
    }
  }

  private void fault(Object at, String rule, @Nullable String value, @Nullable String needed) {
    faults.add(places.of(at), rule, value, needed);
  }
}
