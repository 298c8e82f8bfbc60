package io.kizuna.workflows.recipe;

import io.kizuna.kernel.Text;
import io.kizuna.recipe.EquipmentCommand;
import io.kizuna.recipe.HoldTime;
import io.kizuna.recipe.MasterBatchRecord;
import io.kizuna.recipe.RecipeLibrary.Diagram;
import io.kizuna.recipe.RecipePackages;
import io.kizuna.recipe.Step;
import io.kizuna.recipe.UnitProcedure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a package and finds every fault in it: content, routes, and how they fit together. */
@Component
class RecipeChecker implements RecipePackages {

  @Override
  public CheckedPackage check(byte[] zip) {
    return check(PackageFiles.ofZip(zip));
  }

  CheckedPackage check(PackageFiles files) {
    var faults = new Faults();
    var places = new Places();
    var reader = new RecipeReader(files, faults, places);
    MasterBatchRecord recipe = reader.read();
    var routes = new LinkedHashMap<String, Route>();
    route(files, recipe.procedure(), null, recipe, places, faults, routes);
    for (UnitProcedure unit : recipe.unitProcedures()) {
      route(files, unit.id(), unit, recipe, places, faults, routes);
    }
    strangers(files, routes.keySet(), recipe, faults);
    new ContentRules(recipe, places, faults, order(recipe, routes)).check();
    var diagrams = new ArrayList<Diagram>();
    routes.forEach(
        (id, route) -> diagrams.add(diagram(files, recipe, id, route, reader, places, faults)));
    faults.throwIfAny();
    return new CheckedPackage(files.hash(), recipe, List.copyOf(diagrams));
  }

  /** One BPMN file that could be read. */
  private record Route(String file, XmlElement process, RouteGraph graph) {}

  private static void route(
      PackageFiles files,
      String id,
      @Nullable UnitProcedure unit,
      MasterBatchRecord recipe,
      Places places,
      Faults faults,
      Map<String, Route> routes) {
    String file = id + ".bpmn";
    if (!files.files().containsKey(file)) {
      faults.add(file, 1, "the file is missing");
      return;
    }
    XmlElement root = XmlFile.read(file, files.text(file, faults), faults);
    if (root == null) return;
    new BpmnLanguage(file, faults).check(root);
    XmlElement process = root.child("process").orElse(null);
    if (process == null) {
      faults.add(file, root.line, "the file has no process");
      return;
    }
    Map<String, Set<String>> setters = new HashMap<>();
    if (unit != null) {
      for (Step step : unit.steps()) {
        step.routing()
            .keySet()
            .forEach(n -> setters.computeIfAbsent(n, k -> new TreeSet<>()).add(step.id()));
      }
    }
    RouteGraph graph = RouteGraph.of(process, setters);
    new RouteRules(file, root, process, setters.keySet(), faults).check(graph);
    var binding = new BindingRules(file, process, places, faults);
    if (unit == null) binding.procedure(recipe);
    else binding.unitProcedure(unit);
    routes.put(id, new Route(file, process, graph));
  }

  private static void strangers(
      PackageFiles files, Set<String> routes, MasterBatchRecord recipe, Faults faults) {
    files.files().keySet().stream()
        .filter(f -> f.endsWith(".bpmn"))
        .filter(f -> !routes.contains(f.replace(".bpmn", "")))
        .filter(f -> recipe.unitProcedure(f.replace(".bpmn", "")).isEmpty())
        .filter(f -> !f.equals(recipe.procedure() + ".bpmn"))
        .forEach(f -> faults.add(f, 1, "the file belongs to no unit procedure of recipe.yaml"));
  }

  private static ContentRules.Order order(MasterBatchRecord recipe, Map<String, Route> routes) {
    Route procedure = routes.get(recipe.procedure());
    return (earlier, later) -> {
      String from = earlier.substring(0, earlier.indexOf('.'));
      String to = later.substring(0, later.indexOf('.'));
      if (from.equals(to)) {
        Route route = routes.get(from);
        return route == null
            || route
                .graph()
                .canPrecede(earlier.substring(from.length() + 1), later.substring(to.length() + 1));
      }
      return procedure == null || procedure.graph().canPrecede(call(from), call(to));
    };
  }

  static String call(String unitProcedure) {
    return "call_" + unitProcedure.substring("up-".length()).replace('-', '_');
  }

  private static Diagram diagram(
      PackageFiles files,
      MasterBatchRecord recipe,
      String id,
      Route route,
      RecipeReader reader,
      Places places,
      Faults faults) {
    UnitProcedure unit = recipe.unitProcedure(id).orElse(null);
    var names = new LinkedHashMap<>(reader.elementNames(id));
    String content = unit == null ? RecipeReader.RECIPE : id + ".yaml";
    Set<String> known = route.graph().nodes().keySet();
    for (String named : reader.elementNames(id).keySet()) {
      boolean flow = route.process().all().anyMatch(e -> e.id().equals(named));
      if (!known.contains(named) && !flow) {
        faults.add(content, 1, "no element of the diagram has this name", named, null);
      }
    }
    contentNames(recipe, unit, names);
    route
        .process()
        .all()
        .filter(e -> e != route.process() && !e.get("name").isBlank())
        .filter(e -> !names.containsKey(e.id()))
        .forEach(
            e ->
                faults.add(
                    route.file(), e.line, "missing translation", e.id(), "elements in " + content));
    Text title = unit == null ? recipe.name() : unit.title();
    return new Diagram(id, title, files.text(route.file(), faults), names);
  }

  /** Steps, commands, hold times and calls are named by their content. */
  private static void contentNames(
      MasterBatchRecord recipe, @Nullable UnitProcedure unit, Map<String, Text> names) {
    if (unit == null) {
      recipe.unitProcedures().forEach(u -> names.put(call(u.id()), u.title()));
      return;
    }
    for (Step step : unit.steps()) names.put(step.id(), step.title());
    for (EquipmentCommand command : unit.commands()) names.put(command.id(), command.name());
    for (HoldTime time : unit.holdTimes()) {
      names.putIfAbsent(BindingRules.report(time.id()), time.name());
    }
  }
}
