package io.kizuna.workflows.recipe;

import static io.kizuna.workflows.recipe.BpmnLanguage.CAMUNDA;
import static io.kizuna.workflows.recipe.BpmnLanguage.CONDITION;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of one BPMN file that need nothing but the file and the names its content declares. */
final class RouteRules {

  private static final String KEPT = "P10950D";

  /** Kind of element to the first word of its id. */
  private static final Map<String, String> KINDS =
      Map.of(
          "startEvent", "start",
          "endEvent", "end",
          "userTask", "user",
          "serviceTask", "service",
          "callActivity", "call",
          "subProcess", "sub",
          "exclusiveGateway", "gw",
          "parallelGateway", "gw",
          "eventBasedGateway", "gw",
          "sequenceFlow", "flow");

  private static final Map<String, String> EVENT_KINDS =
      Map.of(
          "messageEventDefinition", "msg",
          "timerEventDefinition", "timer",
          "conditionalEventDefinition", "cond",
          "errorEventDefinition", "err");

  private final String file;
  private final XmlElement root;
  private final XmlElement process;
  private final Set<String> routing;
  private final Faults faults;

  RouteRules(String file, XmlElement root, XmlElement process, Set<String> routing, Faults faults) {
    this.file = file;
    this.root = root;
    this.process = process;
    this.routing = routing;
    this.faults = faults;
  }

  void check(RouteGraph graph) {
    head();
    ids();
    process
        .all()
        .forEach(
            e -> {
              switch (e.name) {
                case "process", "subProcess" -> scope(e);
                case "intermediateCatchEvent", "boundaryEvent" -> event(e);
                case "timeDuration" -> duration(e);
                case "conditionExpression", "condition" -> condition(e);
                case "serviceTask" -> service(e);
                default -> {}
              }
            });
    graph
        .unreachable()
        .forEach(n -> fault(n, "no token can come here", n.id(), "a way from the start"));
    graph
        .stuck()
        .forEach(n -> fault(n, "no end can be reached from here", n.id(), "a way to an end"));
  }

  private void head() {
    String id = file.substring(0, file.length() - ".bpmn".length());
    need(process, "id", process.id(), id);
    need(process, "isExecutable", process.get("isExecutable"), "true");
    need(process, "historyTimeToLive", process.get(CAMUNDA + "historyTimeToLive"), KEPT);
    if (process.get(CAMUNDA + "versionTag").isBlank()) {
      fault(process, "missing", "camunda:versionTag", "the version of the recipe");
    }
    if (root.children("process").count() > 1) fault(root, "two processes in one file", file, "one");
  }

  private void ids() {
    var seen = new HashSet<String>();
    root.all()
        .filter(e -> e.namespace.equals(BpmnLanguage.BPMN) && !e.id().isEmpty())
        .filter(e -> !seen.add(e.id()))
        .forEach(e -> fault(e, "the id is there twice", e.id(), null));
    process.all().filter(e -> e != process).forEach(this::id);
  }

  private void id(XmlElement element) {
    String kind = kind(element);
    if (kind == null) return;
    String id = element.id();
    if (!Ids.ELEMENT.matcher(id).matches() || !id.startsWith(kind + "_") || id.length() > 80) {
      fault(element, "not of the form of an id", id, kind + "_<verb>_<noun>");
    }
  }

  private static @Nullable String kind(XmlElement element) {
    String kind = KINDS.get(element.name);
    if (kind != null || !RouteGraph.isNode(element)) return kind;
    return element.children.stream()
        .map(c -> EVENT_KINDS.get(c.name))
        .filter(k -> k != null)
        .findFirst()
        .orElse(null);
  }

  private void scope(XmlElement scope) {
    long starts = scope.children("startEvent").count();
    if (starts != 1) fault(scope, "exactly one start", starts + " starts", "1");
    if (scope.child("endEvent").isEmpty()) fault(scope, "no end", scope.id(), "an end event");
    Map<String, XmlElement> here = new HashMap<>();
    scope.children.stream().filter(RouteGraph::isNode).forEach(n -> here.put(n.id(), n));
    Map<String, Integer> in = new HashMap<>();
    Map<String, List<XmlElement>> out = new HashMap<>();
    scope.children("sequenceFlow").forEach(f -> flow(f, here, in, out));
    here.values().forEach(n -> node(n, here, in.getOrDefault(n.id(), 0), out));
  }

  private void flow(
      XmlElement flow,
      Map<String, XmlElement> here,
      Map<String, Integer> in,
      Map<String, List<XmlElement>> out) {
    String source = flow.get("sourceRef");
    String target = flow.get("targetRef");
    for (String end : List.of(source, target)) {
      if (!here.containsKey(end)) fault(flow, "the flow leads to nothing in this scope", end, null);
    }
    in.merge(target, 1, Integer::sum);
    out.merge(source, List.of(flow), (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    XmlElement from = here.get(source);
    boolean exclusive = from != null && from.name.equals("exclusiveGateway");
    if (!exclusive && flow.child("conditionExpression").isPresent()) {
      fault(flow, "a condition only after an exclusive gateway", flow.id(), null);
    }
  }

  private void node(
      XmlElement node, Map<String, XmlElement> here, int in, Map<String, List<XmlElement>> out) {
    List<XmlElement> leaving = out.getOrDefault(node.id(), List.of());
    boolean gateway = node.name.endsWith("Gateway");
    boolean end = node.name.equals("endEvent");
    if (!end && leaving.isEmpty()) fault(node, "no way out", node.id(), "a sequence flow");
    if (!gateway && leaving.size() > 1)
      fault(node, "only a gateway divides a route", node.id(), null);
    boolean entered = node.name.equals("startEvent") || node.name.equals("boundaryEvent");
    if (entered && in > 0) fault(node, "no flow may lead here", node.id(), null);
    if (node.name.equals("exclusiveGateway")) exclusive(node, leaving);
    if (node.name.equals("boundaryEvent")) attached(node, here);
    if (node.name.equals("eventBasedGateway")) {
      boolean waits =
          leaving.stream()
              .map(f -> here.get(f.get("targetRef")))
              .allMatch(t -> t != null && t.name.equals("intermediateCatchEvent"));
      if (!waits || leaving.size() < 2) {
        fault(node, "an event gateway leads to two or more events", node.id(), null);
      }
    }
  }

  /** Exactly one way must be open whatever the routing names are. */
  private void exclusive(XmlElement gateway, List<XmlElement> leaving) {
    String otherwise = gateway.get("default");
    if (!otherwise.isEmpty() && leaving.stream().noneMatch(f -> f.id().equals(otherwise))) {
      fault(gateway, "the default flow does not leave here", otherwise, null);
    }
    if (leaving.size() < 2) return;
    var conditions = new HashSet<String>();
    for (XmlElement flow : leaving) {
      var condition = flow.child("conditionExpression");
      if (condition.isPresent()) conditions.add(condition.get().content());
      else if (!flow.id().equals(otherwise)) {
        fault(flow, "a flow without condition must be the default", flow.id(), "a condition");
      }
    }
    boolean complete =
        !otherwise.isEmpty()
            || conditions.stream().anyMatch(c -> conditions.contains(c.replace("${", "${!")));
    if (!complete) fault(gateway, "no way may be open", gateway.id(), "a default flow");
  }

  private void attached(XmlElement event, Map<String, XmlElement> here) {
    XmlElement host = here.get(event.get("attachedToRef"));
    boolean error = event.child("errorEventDefinition").isPresent();
    if (host == null) fault(event, "attached to nothing", event.get("attachedToRef"), null);
    else if (error && !host.name.equals("serviceTask")) {
      fault(event, "an error event belongs to a command", host.id(), "a service task");
    } else if (!error && !host.name.equals("userTask") && !host.name.equals("subProcess")) {
      fault(event, "a timer belongs to a step or sub-process", host.id(), "a user task");
    }
    if (error && event.get("cancelActivity").equals("false")) {
      fault(event, "an error interrupts", event.id(), "no cancelActivity");
    }
  }

  private void event(XmlElement event) {
    long definitions = event.children.stream().filter(c -> EVENT_KINDS.containsKey(c.name)).count();
    if (definitions != 1) fault(event, "an event waits for one thing", definitions + "", "1");
    event.child("messageEventDefinition").ifPresent(d -> message(event, d));
    event.child("errorEventDefinition").ifPresent(this::error);
    event
        .child("timerEventDefinition")
        .filter(d -> d.child("timeDuration").isEmpty())
        .ifPresent(d -> fault(d, "a timer without duration", event.id(), "timeDuration"));
    event
        .child("conditionalEventDefinition")
        .filter(d -> d.child("condition").isEmpty())
        .ifPresent(d -> fault(d, "a condition is missing", event.id(), "condition"));
  }

  private void message(XmlElement event, XmlElement definition) {
    String name =
        root.children("message")
            .filter(m -> m.id().equals(definition.get("messageRef")))
            .map(m -> m.get("name"))
            .findFirst()
            .orElse("");
    if (!name.matches("msg_[a-z0-9_]+_(complete|failed)")) {
      fault(event, "not a message of a command", name, "msg_<x>_complete or msg_<x>_failed");
      return;
    }
    String command = "service_start_" + name.replaceAll("^msg_|_(complete|failed)$", "");
    if (process.all().noneMatch(e -> e.name.equals("serviceTask") && e.id().equals(command))) {
      fault(event, "no command of this file starts such a run", name, command);
    }
  }

  private void error(XmlElement definition) {
    boolean known =
        root.children("error")
            .filter(e -> e.id().equals(definition.get("errorRef")))
            .anyMatch(e -> e.get("errorCode").equals("EQUIPMENT_FAILED"));
    if (!known) fault(definition, "unknown error", definition.get("errorRef"), "EQUIPMENT_FAILED");
  }

  private void duration(XmlElement timer) {
    try {
      Duration duration = Duration.parse(timer.content());
      if (!duration.isNegative() && !duration.isZero()) return;
    } catch (DateTimeParseException e) {
      // the same fault as a duration that is not positive
    }
    fault(timer, "a timer takes a duration only", timer.content(), "for example PT24H");
  }

  private void condition(XmlElement condition) {
    var name = CONDITION.matcher(condition.content());
    if (!name.matches()) {
      fault(condition, "not a condition", condition.content(), "${name} or ${!name}");
    } else if (!routing.contains(name.group(2))) {
      fault(condition, "no step declares this routing name", name.group(2), "one of " + routing);
    }
  }

  private void service(XmlElement task) {
    String delegate = task.get(CAMUNDA + "delegateExpression");
    String needed =
        task.id().startsWith("service_report_ht_")
            ? "${holdTimeBreached}"
            : task.id().startsWith("service_hold_") ? "${batchHold}" : "${equipmentCommand}";
    need(task, "delegateExpression of " + task.id(), delegate, needed);
    if (!delegate.equals("${equipmentCommand}")) return;
    need(task, "asyncBefore of " + task.id(), task.get(CAMUNDA + "asyncBefore"), "true");
    boolean caught =
        process
            .all()
            .filter(e -> e.get("attachedToRef").equals(task.id()))
            .anyMatch(e -> e.child("errorEventDefinition").isPresent());
    if (!caught) fault(task, "a command has an error path", task.id(), "a boundary event err_...");
  }

  /** {@code service_report_ht_03} to {@code HT-03}. */
  static String holdTime(String element) {
    return element.substring("service_report_".length()).replace('_', '-').toUpperCase(Locale.ROOT);
  }

  private void need(XmlElement at, String what, String value, String needed) {
    if (!value.equals(needed)) fault(at, "wrong " + what, value, needed);
  }

  private void fault(XmlElement at, String rule, @Nullable String value, @Nullable String needed) {
    faults.add(file, at.line, rule, value, needed);
  }
}
