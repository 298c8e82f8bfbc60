package io.kizuna.workflows.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.recipe.RecipeFault;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** house.md section 3: every fault, each with file and line, all at once. */
class RecipeFaultsTest {

  private static Arguments of(String file, String from, String to, String rule) {
    return Arguments.of(file, from, to, rule);
  }

  static Stream<Arguments> faults() {
    String up = "up-first.yaml";
    String up2 = "up-second.yaml";
    String bpmn = "up-first.bpmn";
    String bpmn2 = "up-second.bpmn";
    String proc = "proc-demo.bpmn";
    return Stream.of(
        of("recipe.yaml", "product: demo", "produkt: demo", "unknown key"),
        of(
            "recipe.yaml",
            "product: demo",
            "product: demo\nproduct: demo",
            "the key is there twice"),
        of("recipe.yaml", "languages: [en, ja]", "languages: [en]", "languages"),
        of("recipe.yaml", "version: \"1.0\"", "version: latest", "not of the form of an id"),
        of("recipe.yaml", "[up-first, up-second]", "[up-first]", "belongs to no unit procedure"),
        of(
            "recipe.yaml",
            "[up-first, up-second]",
            "[up-first, up-second, up-x]",
            "file is missing"),
        of("recipe.yaml", "procedure: proc-demo", "procedure: proc-other", "procedure"),
        of("recipe.yaml", "product: demo", "product: !!java.io.File demo", "tag"),
        of("recipe.yaml", "product: demo", "product: &a demo\nx: *a", "aliases are not allowed"),
        of("recipe.yaml", "product: demo", "product: {", "not YAML"),
        of(up, "ja: ベクターを添加する", "de: Vektor", "missing translation (ja)"),
        of(up, "title: { en: Add the vector, ja: ベクターを添加する }", "title: Add", "missing translation"),
        of(up, "performer: operator", "performer: wizard", "unknown performer"),
        of(up, "performer: operator", "performer: administrator", "performs no steps"),
        of(up, "verification: verify", "verification: maybe", "unknown verification"),
        of(up, "signature: performed", "signature: released", "no performer signs with it"),
        of(up, "equipment: [incubator]", "equipment: [oven]", "unknown equipment role"),
        of(
            up,
            "{ equipment: incubator, tag: T_PV }",
            "{ equipment: oven, tag: T_PV }",
            "unknown equipment role"),
        of(up, "material: lv-vector", "material: water", "unknown material"),
        of(up, "scan: lot,", "scan: lot, sameAs: user_dream.lot,", "no such step"),
        of(up, "scan: lot,", "scan: lot, sameAs: lot,", "is of another step"),
        of(
            up,
            "scan: lot,",
            "scan: lot, sameAs: up-second.user_load_device.lot,",
            "cannot have happened before"),
        of(
            up,
            "{ scan: lot, material: lv-vector }",
            "{ scan: patient, sameAs: user_add_vector.lot }",
            "only a lot or a free code"),
        of(up, "attribute: titre", "attribute: colour", "does not state this"),
        of(
            up,
            "certificate: user_scan_vector.lot",
            "certificate: user_scan_vector.cells",
            "no lot is scanned"),
        of(up, "previous: user_scan_vector", "previous: user_nowhere", "no such step"),
        of(
            up,
            "previous: user_scan_vector",
            "previous: up-second.user_load_device",
            "cannot have happened before"),
        of(up, "parameter: cells", "parameter: weight", "no such parameter"),
        of(
            up,
            "unit: \"10*8\", decimals: 2, class: IPC, source: manual",
            "unit: \"10*9\", decimals: 2, class: IPC, source: manual",
            "another unit"),
        of(
            up,
            "previous: user_scan_vector",
            "previous: user_add_vector",
            "the first pass has no earlier value"),
        of(up, "policy: reason", "policy: shrug", "unknown policy"),
        of(
            up,
            ", limits: { normal: [3, 3], alert: [[1, 2], [5, 10]], rejectAbove: 10 }, policy:"
                + " reason",
            "",
            "a CPP must have limits"),
        of(up, "normal: [3, 3]", "normal: [3, 2]", "not a range"),
        of(up, "normal: [3, 3]", "normal: [3]", "two bounds"),
        of(up, "normal: [3, 3]", "normal: [3, three]", "decimal number"),
        of(up, "rejectAbove: 10", "rejectAbove: 2", "inside the normal range"),
        of(up, "rejectAbove: 10", "rejectOver: 10", "unknown key"),
        of(up, ", policy: reason }", " }", "what happens outside the limits"),
        of(up, "cells * moi / titre", "cells * moi / titer", "no parameter of this step"),
        of(up, "cells * moi / titre", "cells * moi", "different dimensions"),
        of(up, "cells * moi / titre", "cells * moi / titre +", "at character"),
        of(up, "cells * moi / titre", "volume * 1", "needs itself"),
        of(up, "cells * moi / titre", "EVIL(cells)", "at character"),
        of(up, "unit: mL", "unit: millilitres", "not a unit"),
        of(up, "unit: mL, ", "", "a number has a unit"),
        of(up, "decimals: 1", "decimals: 99", "whole number"),
        of(up, "type: choice", "type: text", "a choice, and nothing else"),
        of(up, "value: \"on\"", "value: again", "the same value"),
        of(up, "source: manual, limits", "source: magic, limits", "unknown source"),
        of(up, "decision == \"again\"", "decision", "needs a BOOLEAN"),
        of(up, "decision == \"again\"", "choice == \"again\"", "no parameter of this step"),
        of(up, "again: 'decision", "onward: 'decision", "declares this routing name"),
        of(up, "number: 1.1.2", "number: 1.1.1", "there twice"),
        of(up, "id: user_add_vector", "id: user_pour_vector", "without"),
        of(up, "start: user_scan_vector", "start: user_dream", "no such step"),
        of(
            up,
            "start: user_scan_vector",
            "start: up-second.user_unload_device",
            "cannot come before"),
        of(up, "normal: PT60M", "normal: PT30M", "warns, then alerts"),
        of(up, "normal: PT60M", "normal: an hour", "must be a duration"),
        of(up, "id: HT-03", "id: HT-04", "no such hold time"),
        of(
            up2,
            "from: user_load_device",
            "from: user_unload_device",
            "cannot have happened before"),
        of(up2, "window: MEAN", "window: MODE", "unknown window"),
        of(up2, "action: start-program", "action: explode", "unknown action"),
        of(up2, "program: INC-37-5\n", "\n", "needs a program"),
        of(up2, "id: service_start_run", "id: service_start_oven", "without"),
        of(
            up2,
            "msg_run_complete: { en: Run complete, ja: 運転完了 }",
            "msg_other: { en: A, ja: あ }",
            "no element of the diagram"),
        of(up2, "  msg_run_complete: { en: Run complete, ja: 運転完了 }\n", "", "missing translation"),
        of(bpmn, "P10950D", "P30D", "historyTimeToLive"),
        of(bpmn, "camunda:versionTag=\"1.0\"", "", "missing"),
        of(bpmn, "isExecutable=\"true\"", "isExecutable=\"false\"", "isExecutable"),
        of(bpmn, "process id=\"up-first\"", "process id=\"up-one\"", "wrong id"),
        of(
            bpmn,
            "<userTask id=\"user_scan_vector\" name=\"Scan\"/>",
            "",
            "a step without user task"),
        of(bpmn, "<endEvent id=\"end_first\"/>", "", "leads to nothing"),
        of(bpmn, " default=\"flow_4\"", "", "must be the default"),
        of(bpmn, "default=\"flow_4\"", "default=\"flow_9\"", "does not leave here"),
        of(
            bpmn,
            "targetRef=\"gw_decide_again\"",
            "targetRef=\"user_scan_vector\"",
            "no token can come here"),
        of(
            bpmn,
            "sourceRef=\"gw_decide_again\" targetRef=\"end_first\"",
            "sourceRef=\"gw_decide_again\" targetRef=\"user_add_vector\"",
            "no token can come here"),
        of(
            bpmn2,
            "sourceRef=\"user_unload_device\" targetRef=\"end_second\"",
            "sourceRef=\"user_unload_device\" targetRef=\"user_load_device\"",
            "no end can be reached"),
        of(bpmn, "id=\"end_first\"", "id=\"endFirst\"", "not of the form of an id"),
        of(bpmn, "id=\"flow_2\"", "id=\"flow_1\"", "there twice"),
        of(bpmn, "${holdTimeBreached}", "${batchHold}", "delegateExpression"),
        of(bpmn2, "camunda:asyncBefore=\"true\" ", "", "asyncBefore"),
        of(bpmn2, "errorRef=\"error_1\"", "errorRef=\"error_2\"", "unknown error"),
        of(
            bpmn2,
            "attachedToRef=\"service_start_run\"",
            "attachedToRef=\"user_load_device\"",
            "error path"),
        of(
            bpmn2,
            "name=\"msg_run_complete\"/>",
            "name=\"msg_oven_complete\"/>",
            "no command of this file"),
        of(proc, "id=\"call_first\"", "id=\"call_one\"", "wrong id"),
        of(proc, "calledElement=\"up-second\"", "calledElement=\"up-first\"", "called twice"),
        of(
            proc,
            "<extensionElements><camunda:in"
                + " businessKey=\"#{execution.processBusinessKey}\"/></extensionElements>",
            "",
            "not passed on"),
        of(proc, "</process>", "", "not XML"));
  }

  @ParameterizedTest(name = "{3}: {2}")
  @MethodSource("faults")
  void isFoundWithFileAndLine(String file, String from, String to, String rule) {
    var fixture = new PackageFixture().change(file, from, to);
    var found = fixture.faults();
    assertThat(found).as(found.toString()).anyMatch(f -> f.rule().contains(rule));
    assertThat(found).allMatch(f -> f.line() >= 1 && !f.rule().isBlank());
  }

  @Test
  void theLineIsThatOfTheFault() {
    var fixture = new PackageFixture().change("up-first.yaml", "unit: mL", "unit: drops");
    String[] lines = fixture.text("up-first.yaml").split("\n");
    RecipeFault fault = fixture.faults().get(0);
    assertThat(fault.file()).isEqualTo("up-first.yaml");
    assertThat(lines[fault.line() - 1]).contains("unit: drops");
    assertThat(fault.toString()).contains("up-first.yaml:" + fault.line()).contains("drops");
  }

  // An author mends a package in one go, not fault by fault.
  @Test
  void allFaultsAreReportedAtOnceInOrder() {
    var found =
        new PackageFixture()
            .change("recipe.yaml", "ja: デモ", "ja: ''")
            .change("up-first.yaml", "unit: mL", "unit: drops")
            .change("up-first.bpmn", "P10950D", "P1D")
            .change("up-second.yaml", "performer: qa", "performer: nobody")
            .remove("up-second.bpmn")
            .faults();
    assertThat(found).extracting(RecipeFault::file).isSorted();
    assertThat(found)
        .extracting(RecipeFault::file)
        .contains(
            "recipe.yaml", "up-first.bpmn", "up-first.yaml", "up-second.bpmn", "up-second.yaml");
  }
}
