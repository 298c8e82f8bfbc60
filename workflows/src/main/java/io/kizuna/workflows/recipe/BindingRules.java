package io.kizuna.workflows.recipe;

import static io.kizuna.workflows.recipe.BpmnLanguage.CAMUNDA;

import io.kizuna.recipe.EquipmentCommand;
import io.kizuna.recipe.HoldTime;
import io.kizuna.recipe.MasterBatchRecord;
import io.kizuna.recipe.Step;
import io.kizuna.recipe.UnitProcedure;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Route and content must fit: what one has, the other has. */
final class BindingRules {

  private final String file;
  private final XmlElement process;
  private final Places places;
  private final Faults faults;

  BindingRules(String file, XmlElement process, Places places, Faults faults) {
    this.file = file;
    this.process = process;
    this.places = places;
    this.faults = faults;
  }

  void unitProcedure(UnitProcedure unit) {
    both(unit.steps(), Step::id, elements("userTask"), "step", "user task");
    Set<String> commands = new HashSet<>();
    for (XmlElement task : elements("serviceTask").toList()) {
      String delegate = task.get(CAMUNDA + "delegateExpression");
      if (delegate.equals("${holdTimeBreached}")) report(unit, task);
      else if (delegate.equals("${equipmentCommand}")) commands.add(task.id());
    }
    both(
        unit.commands(),
        EquipmentCommand::id,
        elements("serviceTask").filter(t -> commands.contains(t.id())),
        "command",
        "service task");
    unit.holdTimes().stream()
        .filter(h -> elements("serviceTask").noneMatch(t -> t.id().equals(report(h.id()))))
        .filter(h -> elements("boundaryEvent").anyMatch(e -> e.id().contains(word(h.id()))))
        .forEach(
            h -> faults.add(places.of(h), "its timer reports nothing", h.id(), report(h.id())));
    elements("callActivity")
        .forEach(c -> faults.add(file, c.line, "a unit procedure calls nothing", c.id(), null));
  }

  private void report(UnitProcedure unit, XmlElement task) {
    if (!task.id().startsWith("service_report_")) return; // its id is a fault already
    String id = RouteRules.holdTime(task.id());
    if (unit.holdTimes().stream().map(HoldTime::id).noneMatch(id::equals)) {
      faults.add(file, task.line, "no such hold time", id, "holdTimes in " + unit.id() + ".yaml");
    }
  }

  void procedure(MasterBatchRecord recipe) {
    Stream.of("userTask", "serviceTask")
        .flatMap(this::elements)
        .forEach(e -> faults.add(file, e.line, "the procedure only calls", e.id(), "a call"));
    var called = new HashSet<String>();
    for (XmlElement call : elements("callActivity").toList()) {
      String target = call.get("calledElement");
      if (recipe.unitProcedure(target).isEmpty()) {
        faults.add(file, call.line, "calls a missing process", target, "one of recipe.yaml");
      } else {
        expect(call, "id", call.id(), RecipeChecker.call(target));
        if (!called.add(target)) faults.add(file, call.line, "called twice", target, "once");
      }
      String binding = call.get(CAMUNDA + "calledElementBinding");
      expect(call, "camunda:calledElementBinding", binding, "deployment");
      if (call.child("extensionElements").stream().noneMatch(e -> !e.children.isEmpty())) {
        faults.add(
            file, call.line, "the batch is not passed on", call.id(), "camunda:in businessKey");
      }
    }
    recipe.unitProcedures().stream()
        .filter(u -> !called.contains(u.id()))
        .forEach(u -> faults.add(places.of(u), "never called by the procedure", u.id(), file));
  }

  private <T> void both(
      List<T> content,
      Function<T, String> id,
      Stream<XmlElement> drawn,
      String inContent,
      String inRoute) {
    List<XmlElement> elements = drawn.toList();
    Set<String> ids = content.stream().map(id).collect(Collectors.toSet());
    Set<String> drawnIds = elements.stream().map(XmlElement::id).collect(Collectors.toSet());
    elements.stream()
        .filter(e -> !ids.contains(e.id()))
        .forEach(
            e -> faults.add(file, e.line, "a " + inRoute + " without " + inContent, e.id(), null));
    content.stream()
        .filter(c -> !drawnIds.contains(id.apply(c)))
        .forEach(
            c ->
                faults.add(
                    places.of(c), "a " + inContent + " without " + inRoute, id.apply(c), file));
  }

  private Stream<XmlElement> elements(String name) {
    return process.all().filter(e -> e.name.equals(name));
  }

  private void expect(XmlElement at, String what, String value, String needed) {
    if (!value.equals(needed)) faults.add(file, at.line, "wrong " + what, value, needed);
  }

  /** {@code HT-03} to {@code service_report_ht_03}. */
  static String report(String holdTime) {
    return "service_report_" + word(holdTime);
  }

  private static String word(String holdTime) {
    return holdTime.toLowerCase(Locale.ROOT).replace('-', '_');
  }
}
