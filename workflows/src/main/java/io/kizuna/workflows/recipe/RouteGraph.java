package io.kizuna.workflows.recipe;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a token can go: the nodes of one process with embedded sub-processes unfolded. A
 * sub-process is entered at its own node and left at {@code <id>#out}.
 */
final class RouteGraph {

  private static final Set<String> NODES =
      Set.of(
          "startEvent",
          "endEvent",
          "userTask",
          "serviceTask",
          "callActivity",
          "subProcess",
          "exclusiveGateway",
          "parallelGateway",
          "eventBasedGateway",
          "intermediateCatchEvent",
          "boundaryEvent");

  private final Map<String, XmlElement> nodes = new LinkedHashMap<>();
  private final Map<String, Set<String>> next = new HashMap<>();
  private final Map<String, Set<String>> reached = new HashMap<>();
  private final Set<String> starts = new LinkedHashSet<>();
  private final Set<String> ends = new LinkedHashSet<>();

  private RouteGraph() {}

  /**
   * @param setters routing name to the steps that set it: they let a conditional event go on.
   */
  static RouteGraph of(XmlElement process, Map<String, Set<String>> setters) {
    var graph = new RouteGraph();
    graph.scope(process, "", setters);
    return graph;
  }

  static boolean isNode(XmlElement element) {
    return NODES.contains(element.name) && element.namespace.equals(BpmnLanguage.BPMN);
  }

  private void scope(XmlElement scope, String exit, Map<String, Set<String>> setters) {
    for (XmlElement node : scope.children) {
      if (isNode(node)) node(scope, node, exit, setters);
    }
    scope
        .children("sequenceFlow")
        .forEach(f -> edge(leaving(scope, f.get("sourceRef")), f.get("targetRef")));
  }

  private void node(
      XmlElement scope, XmlElement node, String exit, Map<String, Set<String>> setters) {
    nodes.put(node.id(), node);
    boolean outermost = exit.isEmpty();
    switch (node.name) {
      case "startEvent" -> {
        if (outermost) starts.add(node.id());
        else edge(scope.id(), node.id());
      }
      case "endEvent" -> {
        if (outermost) ends.add(node.id());
        else edge(node.id(), exit);
      }
      case "boundaryEvent" -> edge(node.get("attachedToRef"), node.id());
      case "subProcess" -> scope(node, node.id() + "#out", setters);
      case "intermediateCatchEvent" ->
          node.all()
              .filter(e -> e.name.equals("condition"))
              .map(e -> BpmnLanguage.CONDITION.matcher(e.content()))
              .filter(m -> m.matches())
              .flatMap(m -> setters.getOrDefault(m.group(2), Set.of()).stream())
              .forEach(step -> edge(step, node.id()));
      default -> {}
    }
  }

  private static String leaving(XmlElement scope, String source) {
    boolean sub = scope.children("subProcess").anyMatch(s -> s.id().equals(source));
    return sub ? source + "#out" : source;
  }

  private void edge(String from, String to) {
    next.computeIfAbsent(from, f -> new LinkedHashSet<>()).add(to);
  }

  Map<String, XmlElement> nodes() {
    return nodes;
  }

  /** Nodes no token ever comes to. */
  List<XmlElement> unreachable() {
    var seen = new LinkedHashSet<>(starts);
    starts.forEach(s -> seen.addAll(reachedFrom(s)));
    return nodes.values().stream().filter(n -> !seen.contains(n.id())).toList();
  }

  /** Nodes from which no end can be reached. */
  List<XmlElement> stuck() {
    return nodes.values().stream()
        .filter(n -> !ends.contains(n.id()))
        .filter(n -> reachedFrom(n.id()).stream().noneMatch(ends::contains))
        .toList();
  }

  /**
   * Whether {@code earlier} can be over when {@code later} is reached: on the way to it, on an
   * earlier pass of a loop, or on a parallel branch.
   */
  boolean canPrecede(String earlier, String later) {
    return reachedFrom(earlier).contains(later) || parallel(earlier, later);
  }

  private boolean parallel(String one, String other) {
    for (XmlElement fork : nodes.values()) {
      if (!fork.name.equals("parallelGateway")) continue;
      List<String> branches = List.copyOf(next.getOrDefault(fork.id(), Set.of()));
      for (String a : branches) {
        for (String b : branches) {
          if (!a.equals(b) && comesTo(a, one) && comesTo(b, other)) return true;
        }
      }
    }
    return false;
  }

  private boolean comesTo(String from, String node) {
    return from.equals(node) || reachedFrom(from).contains(node);
  }

  /** What comes after {@code node}; itself only if a loop leads back. */
  private Set<String> reachedFrom(String node) {
    Set<String> known = reached.get(node);
    if (known != null) return known;
    var seen = new LinkedHashSet<String>();
    var open = new ArrayDeque<>(next.getOrDefault(node, Set.of()));
    while (!open.isEmpty()) {
      String at = open.removeFirst();
      if (seen.add(at)) open.addAll(next.getOrDefault(at, Set.of()));
    }
    reached.put(node, seen);
    return seen;
  }
}
