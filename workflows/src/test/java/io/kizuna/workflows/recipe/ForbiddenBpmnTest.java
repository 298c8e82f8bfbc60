package io.kizuna.workflows.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** T09, T10: a deployed model is code; every one of these models is refused before it is stored. */
class ForbiddenBpmnTest {

  private static final String FILE = "up-second.bpmn";
  private static final String STEP = "<userTask id=\"user_load_device\"/>";
  private static final String SERVICE = "camunda:delegateExpression=\"${equipmentCommand}\"";
  private static final String EVIL = "${''.getClass().forName('java.lang.Runtime')}";

  private record Payload(String name, String file, String from, String to) {}

  private static Payload step(String name, String inside) {
    return new Payload(
        name, FILE, STEP, "<userTask id=\"user_load_device\">" + inside + "</userTask>");
  }

  private static Payload stepAttribute(String attribute) {
    return new Payload(
        "user task with " + attribute,
        FILE,
        STEP,
        "<userTask id=\"user_load_device\" " + attribute + "/>");
  }

  private static Payload extension(String name, String inside) {
    return step(name, "<extensionElements>" + inside + "</extensionElements>");
  }

  private static Payload service(String attribute) {
    return new Payload("service task with " + attribute, FILE, SERVICE, attribute);
  }

  private static Payload insteadOfStep(String xml) {
    return new Payload("element " + xml, FILE, STEP, xml);
  }

  private static Payload condition(String text) {
    return new Payload("condition " + text, "up-first.bpmn", "${again}", text);
  }

  private static Payload timer(String text) {
    return new Payload("timer " + text, "up-first.bpmn", ">PT1H<", ">" + text + "<");
  }

  private static Stream<Payload> payloads() {
    return Stream.of(
            List.of(
                service("camunda:class=\"java.lang.Runtime\""),
                service("camunda:expression=\"" + EVIL + "\""),
                service("camunda:delegateExpression=\"${dataSource}\""),
                service("camunda:delegateExpression=\"#{equipmentCommand}\""),
                service("camunda:delegateExpression=\"${equipmentCommand.execute(execution)}\""),
                service("camunda:delegateExpression=\"" + EVIL + "\""),
                service("camunda:type=\"external\" camunda:topic=\"x\""),
                service("camunda:type=\"shell\""),
                service("camunda:type=\"mail\""),
                service(SERVICE + " camunda:resultVariable=\"x\""),
                service(SERVICE + " camunda:exclusive=\"false\""),
                service(SERVICE + " implementation=\"##WebService\""),
                service(SERVICE + " operationRef=\"op\"")),
            List.of(
                stepAttribute("camunda:assignee=\"" + EVIL + "\""),
                stepAttribute("camunda:candidateGroups=\"admin\""),
                stepAttribute("camunda:formKey=\"" + EVIL + "\""),
                stepAttribute("camunda:formRef=\"x\""),
                stepAttribute("camunda:dueDate=\"" + EVIL + "\""),
                stepAttribute("camunda:priority=\"" + EVIL + "\""),
                stepAttribute("camunda:asyncBefore=\"true\""),
                stepAttribute("name=\"" + EVIL + "\""),
                stepAttribute("name=\"#{execution}\""),
                stepAttribute("xmlns:x=\"urn:x\" x:class=\"y\"")),
            List.of(
                extension("task listener", "<camunda:taskListener event=\"create\" class=\"x\"/>"),
                extension(
                    "script listener",
                    "<camunda:taskListener event=\"create\"><camunda:script"
                        + " scriptFormat=\"groovy\">1</camunda:script></camunda:taskListener>"),
                extension(
                    "execution listener",
                    "<camunda:executionListener event=\"start\""
                        + " delegateExpression=\"${equipmentCommand}\"/>"),
                extension(
                    "input mapping",
                    "<camunda:inputOutput><camunda:inputParameter name=\"a\">"
                        + EVIL
                        + "</camunda:inputParameter></camunda:inputOutput>"),
                extension(
                    "script mapping",
                    "<camunda:inputOutput><camunda:outputParameter name=\"a\"><camunda:script"
                        + " scriptFormat=\"javascript\">1</camunda:script></camunda:outputParameter></camunda:inputOutput>"),
                extension(
                    "connector",
                    "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"),
                extension(
                    "form data",
                    "<camunda:formData><camunda:formField id=\"a\" defaultValue=\""
                        + EVIL
                        + "\"/></camunda:formData>"),
                extension(
                    "retry cycle",
                    "<camunda:failedJobRetryTimeCycle>"
                        + EVIL
                        + "</camunda:failedJobRetryTimeCycle>"),
                extension(
                    "properties",
                    "<camunda:properties><camunda:property name=\"a\""
                        + " value=\"b\"/></camunda:properties>"),
                extension(
                    "field",
                    "<camunda:field name=\"a\"><camunda:expression>"
                        + EVIL
                        + "</camunda:expression></camunda:field>"),
                extension("foreign extension", "<x:y xmlns:x=\"urn:x\"/>")),
            List.of(
                step("documentation", "<documentation>" + EVIL + "</documentation>"),
                step(
                    "multi-instance",
                    "<multiInstanceLoopCharacteristics camunda:collection=\"" + EVIL + "\"/>"),
                step("loop", "<standardLoopCharacteristics/>"),
                step(
                    "potential owner",
                    "<potentialOwner><resourceAssignmentExpression><formalExpression>"
                        + EVIL
                        + "</formalExpression></resourceAssignmentExpression></potentialOwner>"),
                step("text", EVIL)),
            Stream.of(
                    "scriptTask id=\"user_load_device\" scriptFormat=\"groovy\"",
                    "businessRuleTask id=\"user_load_device\" camunda:decisionRef=\"x\"",
                    "sendTask id=\"user_load_device\" camunda:class=\"x\"",
                    "receiveTask id=\"user_load_device\"",
                    "manualTask id=\"user_load_device\"",
                    "task id=\"user_load_device\"",
                    "inclusiveGateway id=\"user_load_device\"",
                    "complexGateway id=\"user_load_device\"",
                    "intermediateThrowEvent id=\"user_load_device\"",
                    "transaction id=\"user_load_device\"",
                    "adHocSubProcess id=\"user_load_device\"")
                .map(e -> insteadOfStep("<" + e + "/>"))
                .toList(),
            List.of(
                condition("${again == true}"),
                condition("${execution.getVariable('again')}"),
                condition(EVIL),
                condition("#{again}"),
                condition("${again()}"),
                condition("again"),
                condition("${unknown_name}"),
                condition("${!!again}"),
                new Payload(
                    "script condition",
                    "up-first.bpmn",
                    "<conditionExpression xsi:type=\"tFormalExpression\">",
                    "<conditionExpression xsi:type=\"tFormalExpression\" language=\"javascript\">"),
                new Payload(
                    "script resource",
                    "up-first.bpmn",
                    "<conditionExpression xsi:type=\"tFormalExpression\">",
                    "<conditionExpression xsi:type=\"tFormalExpression\""
                        + " camunda:resource=\"x.js\">"),
                timer(EVIL),
                timer("${delay}"),
                timer("R/PT1S"),
                timer("0 0 * * * ?"),
                timer("2026-11-22T00:00:00Z"),
                timer("-PT1H"),
                timer("P1Y"),
                new Payload(
                    "timer cycle",
                    "up-first.bpmn",
                    "<timeDuration xsi:type=\"tFormalExpression\">PT1H</timeDuration>",
                    "<timeCycle>R/PT1S</timeCycle>"),
                new Payload(
                    "timer date",
                    "up-first.bpmn",
                    "<timeDuration xsi:type=\"tFormalExpression\">PT1H</timeDuration>",
                    "<timeDate>" + EVIL + "</timeDate>")),
            List.of(
                new Payload(
                    "call by expression",
                    "proc-demo.bpmn",
                    "calledElement=\"up-first\"",
                    "calledElement=\"" + EVIL + "\""),
                new Payload(
                    "call of a foreign process",
                    "proc-demo.bpmn",
                    "calledElement=\"up-first\"",
                    "calledElement=\"invoice\""),
                new Payload(
                    "call of the latest version",
                    "proc-demo.bpmn",
                    "camunda:calledElementBinding=\"deployment\"",
                    "camunda:calledElementBinding=\"latest\""),
                new Payload(
                    "variable mapping",
                    "proc-demo.bpmn",
                    "camunda:calledElementBinding=\"deployment\"",
                    "camunda:calledElementBinding=\"deployment\""
                        + " camunda:variableMappingClass=\"x\""),
                new Payload(
                    "all variables in",
                    "proc-demo.bpmn",
                    "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/>",
                    "<camunda:in variables=\"all\"/>"),
                new Payload(
                    "expression as business key",
                    "proc-demo.bpmn",
                    "#{execution.processBusinessKey}",
                    EVIL),
                new Payload(
                    "variables out",
                    "proc-demo.bpmn",
                    "</extensionElements>",
                    "<camunda:out variables=\"all\"/></extensionElements>"),
                new Payload(
                    "starter groups",
                    FILE,
                    "isExecutable=\"true\"",
                    "isExecutable=\"true\" camunda:candidateStarterGroups=\"all\""),
                new Payload(
                    "job priority",
                    FILE,
                    "isExecutable=\"true\"",
                    "isExecutable=\"true\" camunda:jobPriority=\"" + EVIL + "\""),
                new Payload(
                    "start form",
                    FILE,
                    "<startEvent id=\"start_second\"/>",
                    "<startEvent id=\"start_second\" camunda:formKey=\"x\"/>"),
                new Payload(
                    "initiator",
                    FILE,
                    "<startEvent id=\"start_second\"/>",
                    "<startEvent id=\"start_second\" camunda:initiator=\"x\"/>"),
                new Payload(
                    "start by message",
                    FILE,
                    "<startEvent id=\"start_second\"/>",
                    "<startEvent id=\"start_second\"><messageEventDefinition"
                        + " messageRef=\"message_run\"/></startEvent>"),
                new Payload(
                    "start by timer",
                    FILE,
                    "<startEvent id=\"start_second\"/>",
                    "<startEvent"
                        + " id=\"start_second\"><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition></startEvent>"),
                new Payload(
                    "terminate end",
                    FILE,
                    "<endEvent id=\"end_second\"/>",
                    "<endEvent id=\"end_second\"><terminateEventDefinition/></endEvent>"),
                new Payload(
                    "message by expression",
                    FILE,
                    "name=\"msg_run_complete\"/>",
                    "name=\"msg_${x}\"/>"),
                new Payload(
                    "signal",
                    FILE,
                    "<message id=\"message_run\"",
                    "<signal id=\"s\" name=\"s\"/><message id=\"message_run\""),
                new Payload(
                    "import",
                    FILE,
                    "<message id=\"message_run\"",
                    "<import namespace=\"x\" location=\"http://x\" importType=\"x\"/><message"
                        + " id=\"message_run\""),
                new Payload(
                    "item definition",
                    FILE,
                    "<message id=\"message_run\"",
                    "<itemDefinition id=\"i\" structureRef=\"java.lang.Runtime\"/><message"
                        + " id=\"message_run\""),
                new Payload("data object", FILE, STEP, STEP + "<dataObject id=\"d\"/>"),
                new Payload(
                    "event sub-process",
                    FILE,
                    STEP,
                    STEP + "<subProcess id=\"sub_x\" triggeredByEvent=\"true\"/>"),
                new Payload(
                    "second process",
                    FILE,
                    "</definitions>",
                    "<process id=\"up-third\" isExecutable=\"true\"/></definitions>"),
                new Payload(
                    "doctype",
                    FILE,
                    "<definitions ",
                    "<!DOCTYPE definitions [<!ENTITY x \"y\">]><definitions "),
                new Payload(
                    "external entity",
                    FILE,
                    "<definitions ",
                    "<!DOCTYPE definitions SYSTEM \"http://x/y.dtd\"><definitions "),
                new Payload(
                    "processing instruction",
                    FILE,
                    "<definitions ",
                    "<?xml-stylesheet href=\"x\"?><definitions ")))
        .flatMap(List::stream);
  }

  @TestFactory
  Stream<DynamicTest> everyPayloadIsRefused() {
    return payloads()
        .map(
            p ->
                DynamicTest.dynamicTest(
                    p.name(),
                    () -> {
                      var faults = new PackageFixture().change(p.file(), p.from(), p.to()).faults();
                      assertThat(faults).isNotEmpty();
                      assertThat(faults)
                          .as("at least one names the file of the payload")
                          .anyMatch(f -> f.file().equals(p.file()) && f.line() > 0);
                    }));
  }
}
