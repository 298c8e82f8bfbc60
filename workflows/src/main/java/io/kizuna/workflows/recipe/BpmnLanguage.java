package io.kizuna.workflows.recipe;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of BPMN a recipe may use, as a list of what is allowed: every other element, attribute,
 * namespace or expression is refused, because a deployed model is code (T09).
 */
final class BpmnLanguage {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String CAMUNDA = "{http://camunda.org/schema/1.0/bpmn}";

  private static final String CAMUNDA_NAMESPACE = "http://camunda.org/schema/1.0/bpmn";
  private static final String XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type";
  private static final Set<String> DRAWING =
      Set.of(
          "http://www.omg.org/spec/BPMN/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DC",
          "http://www.omg.org/spec/DD/20100524/DI");

  static final Pattern CONDITION = Pattern.compile("\\$\\{(!?)([a-z][a-z0-9_]{0,59})}");
  static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

  private static final String FLOW_NODES =
      "startEvent endEvent userTask serviceTask callActivity subProcess exclusiveGateway"
          + " parallelGateway eventBasedGateway intermediateCatchEvent boundaryEvent sequenceFlow";

  /** Element to the attributes it may have. */
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.ofEntries(
          allowed("definitions", "id targetNamespace name exporter exporterVersion"),
          allowed("message", "id name"),
          allowed("error", "id name errorCode"),
          allowed("process", "id name isExecutable camunda:versionTag camunda:historyTimeToLive"),
          allowed("startEvent", "id name"),
          allowed("endEvent", "id name"),
          allowed("userTask", "id name"),
          allowed("serviceTask", "id name camunda:asyncBefore camunda:delegateExpression"),
          allowed("callActivity", "id name calledElement camunda:calledElementBinding"),
          allowed("subProcess", "id name"),
          allowed("exclusiveGateway", "id name default"),
          allowed("parallelGateway", "id name"),
          allowed("eventBasedGateway", "id name"),
          allowed("intermediateCatchEvent", "id name"),
          allowed("boundaryEvent", "id name attachedToRef cancelActivity"),
          allowed("sequenceFlow", "id name sourceRef targetRef"),
          allowed("incoming", ""),
          allowed("outgoing", ""),
          allowed("extensionElements", ""),
          allowed("messageEventDefinition", "id messageRef"),
          allowed("errorEventDefinition", "id errorRef"),
          allowed("timerEventDefinition", "id"),
          allowed("timeDuration", "id xsi:type"),
          allowed("conditionalEventDefinition", "id camunda:variableName"),
          allowed("condition", "id xsi:type"),
          allowed("conditionExpression", "id xsi:type"));

  /** Element to the elements that may stand directly in it. */
  private static final Map<String, Set<String>> CHILDREN =
      Map.ofEntries(
          allowed("definitions", "message error process"),
          allowed("process", FLOW_NODES),
          allowed("subProcess", FLOW_NODES + " incoming outgoing"),
          allowed("startEvent", "outgoing"),
          allowed("endEvent", "incoming"),
          allowed("userTask", "incoming outgoing"),
          allowed("serviceTask", "incoming outgoing"),
          allowed("callActivity", "incoming outgoing extensionElements"),
          allowed("exclusiveGateway", "incoming outgoing"),
          allowed("parallelGateway", "incoming outgoing"),
          allowed("eventBasedGateway", "incoming outgoing"),
          allowed(
              "intermediateCatchEvent",
              "incoming outgoing messageEventDefinition timerEventDefinition"
                  + " conditionalEventDefinition"),
          allowed("boundaryEvent", "outgoing errorEventDefinition timerEventDefinition"),
          allowed("sequenceFlow", "conditionExpression"),
          allowed("timerEventDefinition", "timeDuration"),
          allowed("conditionalEventDefinition", "condition"));

  private static final Set<String> WITH_TEXT =
      Set.of("incoming", "outgoing", "timeDuration", "condition", "conditionExpression");

  private final String file;
  private final Faults faults;

  BpmnLanguage(String file, Faults faults) {
    this.file = file;
    this.faults = faults;
  }

  /** Reports everything in the file that is not in the language. */
  void check(XmlElement root) {
    if (!root.name.equals("definitions") || !root.namespace.equals(BPMN)) {
      fault(root, "the file is not BPMN", root.name, "definitions");
      return;
    }
    element(root);
  }

  private void element(XmlElement element) {
    if (DRAWING.contains(element.namespace)) {
      drawing(element);
      return;
    }
    Set<String> attributes = ATTRIBUTES.get(element.name);
    if (!element.namespace.equals(BPMN) || attributes == null) {
      fault(element, "this BPMN content is not allowed", element.name, allowedElements());
      return;
    }
    element.attributes.forEach((name, value) -> attribute(element, attributes, name, value));
    if (!WITH_TEXT.contains(element.name) && !element.content().isEmpty()) {
      fault(element, "text is not allowed here", element.content(), null);
    }
    if (element.name.equals("incoming") || element.name.equals("outgoing")) {
      noExpression(element, "text", element.content());
    }
    Set<String> inside = CHILDREN.getOrDefault(element.name, Set.of());
    for (XmlElement child : element.children) child(element, inside, child);
  }

  private void child(XmlElement parent, Set<String> inside, XmlElement child) {
    boolean diagram = parent.name.equals("definitions") && DRAWING.contains(child.namespace);
    if (parent.name.equals("extensionElements")) businessKey(child);
    else if (diagram || (child.namespace.equals(BPMN) && inside.contains(child.name)))
      element(child);
    else fault(child, "this BPMN content is not allowed in " + parent.name, child.name, null);
  }

  private void businessKey(XmlElement in) {
    boolean right =
        in.namespace.equals(CAMUNDA_NAMESPACE)
            && in.name.equals("in")
            && in.attributes.equals(Map.of("businessKey", BUSINESS_KEY))
            && in.children.isEmpty()
            && in.content().isEmpty();
    if (!right) {
      fault(in, "only the business key may be passed on", in.name, "<camunda:in businessKey=.../>");
    }
  }

  private void attribute(XmlElement element, Set<String> allowed, String name, String value) {
    if (!allowed.contains(name)) {
      fault(element, "this attribute of " + element.name + " is not allowed", name, null);
      return;
    }
    if (name.equals(XSI_TYPE) && !value.matches("([a-z0-9]+:)?tFormalExpression")) {
      fault(element, "not a plain expression", value, "tFormalExpression");
    }
    if (!name.equals(CAMUNDA + "delegateExpression")) noExpression(element, name, value);
  }

  /** The engine evaluates names, ids and references too. */
  private void noExpression(XmlElement element, String where, String value) {
    if (value.contains("${") || value.contains("#{")) {
      fault(element, "an expression is not allowed in " + where, value, "plain text");
    }
  }

  private void drawing(XmlElement drawn) {
    drawn.all().forEach(this::drawn);
  }

  private void drawn(XmlElement element) {
    if (!DRAWING.contains(element.namespace)) {
      fault(element, "this content is not allowed in a diagram", element.name, null);
    }
    if (!element.content().isEmpty()) {
      fault(element, "text is not allowed in a diagram", element.content(), null);
    }
    element.attributes.forEach((name, value) -> noExpression(element, name, value));
    element.attributes.keySet().stream()
        .filter(name -> name.startsWith("{"))
        .forEach(name -> fault(element, "this attribute is not allowed in a diagram", name, null));
  }

  private static String allowedElements() {
    return "one of " + new TreeSet<>(ATTRIBUTES.keySet());
  }

  private void fault(
      XmlElement at, String rule, String value, @org.jspecify.annotations.Nullable String needed) {
    faults.add(file, at.line, rule, value, needed);
  }

  private static Map.Entry<String, Set<String>> allowed(String element, String names) {
    Stream<String> words = Arrays.stream(names.split(" ")).filter(w -> !w.isEmpty());
    return Map.entry(
        element,
        words
            .map(w -> w.replace("camunda:", CAMUNDA).replace("xsi:type", XSI_TYPE))
            .collect(Collectors.toUnmodifiableSet()));
  }
}
