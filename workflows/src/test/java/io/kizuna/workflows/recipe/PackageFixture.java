package io.kizuna.workflows.recipe;

import io.kizuna.recipe.RecipeFault;
import io.kizuna.recipe.RecipeRejected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small sound package to spoil: two unit procedures with everything a recipe can hold. */
final class PackageFixture {

  private final Map<String, String> files = new TreeMap<>();

  PackageFixture() {
    files.put("recipe.yaml", RECIPE);
    files.put("proc-demo.bpmn", PROC);
    files.put("up-first.yaml", FIRST);
    files.put("up-first.bpmn", FIRST_BPMN);
    files.put("up-second.yaml", SECOND);
    files.put("up-second.bpmn", SECOND_BPMN);
  }

  /** Replaces the first occurrence; a typo in a test must not look like a pass. */
  PackageFixture change(String file, String from, String to) {
    String text = text(file);
    if (!text.contains(from)) throw new IllegalArgumentException(file + " has no " + from);
    int at = text.indexOf(from);
    return put(file, text.substring(0, at) + to + text.substring(at + from.length()));
  }

  PackageFixture put(String file, String text) {
    files.put(file, text);
    return this;
  }

  PackageFixture remove(String file) {
    files.remove(file);
    return this;
  }

  String text(String file) {
    return files.getOrDefault(file, "");
  }

  PackageFiles build() {
    var bytes = new TreeMap<String, byte[]>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return new PackageFiles(bytes);
  }

  /** The faults the checker finds, none if the package is sound. */
  List<RecipeFault> faults() {
    try {
      new RecipeChecker().check(build().zip());
      return List.of();
    } catch (RecipeRejected e) {
      return e.faults();
    }
  }

  static final String RECIPE =
      """
      product: demo
      version: "1.0"
      name: { en: Demo, ja: デモ }
      procedure: proc-demo
      languages: [en, ja]
      equipment:
        - { role: incubator, class: co2-incubator, name: { en: Incubator, ja: インキュベーター } }
      materials:
        - { id: lv-vector, name: { en: Vector, ja: ベクター }, attributes: [titre] }
      unitProcedures: [up-first, up-second]
      """;

  static final String FIRST =
      """
      id: up-first
      number: UP01
      title: { en: First, ja: 一 }
      holdTimes:
        - id: HT-03
          name: { en: Thaw to use, ja: 融解から使用 }
          start: user_scan_vector
          stop: user_add_vector
          warnAfter: PT45M
          normal: PT60M
          reject: PT120M
      steps:
        - id: user_scan_vector
          number: 1.1.1
          operation: { en: Prepare, ja: 準備 }
          title: { en: Scan the vector, ja: ベクターをスキャンする }
          instructions:
            - { en: Scan., ja: スキャンする。 }
          performer: operator
          verification: none
          parameters:
            - { id: lot, name: { en: Lot, ja: ロット }, type: scan, class: INFO, source: { scan: lot, material: lv-vector } }
            - { id: cells, name: { en: Cells, ja: 細胞数 }, type: decimal, unit: "10*8", decimals: 2, class: IPC, source: manual }
        - id: user_add_vector
          number: 1.1.2
          operation: { en: Add, ja: 添加 }
          title: { en: Add the vector, ja: ベクターを添加する }
          instructions:
            - { en: Add., ja: 添加する。 }
          performer: operator
          verification: verify
          signature: performed
          equipment: [incubator]
          liveTags: [ { equipment: incubator, tag: T_PV } ]
          parameters:
            - { id: cells, name: { en: Cells, ja: 細胞数 }, type: decimal, unit: "10*8", decimals: 2, class: IPC, source: { previous: user_scan_vector, parameter: cells, occurrence: last } }
            - { id: titre, name: { en: Titre, ja: 力価 }, type: decimal, unit: "10*8/mL", decimals: 2, class: CPP, limits: none, source: { certificate: user_scan_vector.lot, attribute: titre } }
            - { id: moi, name: { en: MOI, ja: MOI }, type: decimal, unit: "1", decimals: 1, class: CPP, source: manual, limits: { normal: [3, 3], alert: [[1, 2], [5, 10]], rejectAbove: 10 }, policy: reason }
            - { id: volume, name: { en: Volume, ja: 量 }, type: decimal, unit: mL, decimals: 2, class: CPP, limits: none, source: { formula: "cells * moi / titre" } }
            - id: decision
              name: { en: Decision, ja: 判断 }
              type: choice
              class: IPC
              source: manual
              choices:
                - { value: again, name: { en: Again, ja: 再度 } }
                - { value: "on", name: { en: On, ja: 次へ } }
          routing:
            again: 'decision == "again"'
      """;

  static final String SECOND =
      """
      id: up-second
      number: UP02
      title: { en: Second, ja: 二 }
      elements:
        msg_run_complete: { en: Run complete, ja: 運転完了 }
      commands:
        - id: service_start_run
          name: { en: Start, ja: 開始 }
          equipment: incubator
          action: start-program
          program: INC-37-5
          expectedStates: [Idle]
          setPoints: {}
      steps:
        - id: user_load_device
          number: 2.1.1
          operation: { en: Run, ja: 運転 }
          title: { en: Load, ja: 装填する }
          instructions:
            - { en: Load., ja: 装填する。 }
          performer: supervisor
          verification: none
        - id: user_unload_device
          number: 2.1.2
          operation: { en: Run, ja: 運転 }
          title: { en: Unload, ja: 取り出す }
          instructions:
            - { en: Unload., ja: 取り出す。 }
          performer: qa
          verification: none
          parameters:
            - { id: mean, name: { en: Mean, ja: 平均 }, type: decimal, unit: Cel, decimals: 1, class: CPP, source: { window: MEAN, tag: T_PV, equipment: incubator, from: user_load_device, minCoverage: 95 }, limits: { normal: [36, 38] }, policy: warn }
      """;

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          id="definitions_1" targetNamespace="urn:demo">
      """;

  static final String PROC =
      HEAD
          + """
            <process id="proc-demo" isExecutable="true" camunda:versionTag="1.0" camunda:historyTimeToLive="P10950D">
              <startEvent id="start_order"/>
              <callActivity id="call_first" calledElement="up-first" camunda:calledElementBinding="deployment">
                <extensionElements><camunda:in businessKey="#{execution.processBusinessKey}"/></extensionElements>
              </callActivity>
              <callActivity id="call_second" calledElement="up-second" camunda:calledElementBinding="deployment">
                <extensionElements><camunda:in businessKey="#{execution.processBusinessKey}"/></extensionElements>
              </callActivity>
              <endEvent id="end_done"/>
              <sequenceFlow id="flow_1" sourceRef="start_order" targetRef="call_first"/>
              <sequenceFlow id="flow_2" sourceRef="call_first" targetRef="call_second"/>
              <sequenceFlow id="flow_3" sourceRef="call_second" targetRef="end_done"/>
            </process>
          </definitions>
          """;

  static final String FIRST_BPMN =
      HEAD
          + """
            <process id="up-first" isExecutable="true" camunda:versionTag="1.0" camunda:historyTimeToLive="P10950D">
              <startEvent id="start_first"/>
              <userTask id="user_scan_vector" name="Scan"/>
              <userTask id="user_add_vector" name="Add"/>
              <boundaryEvent id="timer_limit_ht_03" attachedToRef="user_add_vector" cancelActivity="false">
                <timerEventDefinition id="definition_timer"><timeDuration xsi:type="tFormalExpression">PT1H</timeDuration></timerEventDefinition>
              </boundaryEvent>
              <serviceTask id="service_report_ht_03" camunda:delegateExpression="${holdTimeBreached}"/>
              <endEvent id="end_reported"/>
              <exclusiveGateway id="gw_decide_again" default="flow_4"/>
              <endEvent id="end_first"/>
              <sequenceFlow id="flow_1" sourceRef="start_first" targetRef="user_scan_vector"/>
              <sequenceFlow id="flow_2" sourceRef="user_scan_vector" targetRef="user_add_vector"/>
              <sequenceFlow id="flow_3" sourceRef="user_add_vector" targetRef="gw_decide_again"/>
              <sequenceFlow id="flow_4" sourceRef="gw_decide_again" targetRef="end_first"/>
              <sequenceFlow id="flow_5" sourceRef="gw_decide_again" targetRef="user_scan_vector">
                <conditionExpression xsi:type="tFormalExpression">${again}</conditionExpression>
              </sequenceFlow>
              <sequenceFlow id="flow_6" sourceRef="timer_limit_ht_03" targetRef="service_report_ht_03"/>
              <sequenceFlow id="flow_7" sourceRef="service_report_ht_03" targetRef="end_reported"/>
            </process>
          </definitions>
          """;

  static final String SECOND_BPMN =
      HEAD
          + """
            <message id="message_run" name="msg_run_complete"/>
            <error id="error_1" name="Equipment failed" errorCode="EQUIPMENT_FAILED"/>
            <process id="up-second" isExecutable="true" camunda:versionTag="1.0" camunda:historyTimeToLive="P10950D">
              <startEvent id="start_second"/>
              <userTask id="user_load_device"/>
              <serviceTask id="service_start_run" camunda:asyncBefore="true" camunda:delegateExpression="${equipmentCommand}"/>
              <boundaryEvent id="err_start_failed" attachedToRef="service_start_run">
                <errorEventDefinition id="definition_error" errorRef="error_1"/>
              </boundaryEvent>
              <serviceTask id="service_hold_run" camunda:delegateExpression="${batchHold}"/>
              <intermediateCatchEvent id="msg_run_complete" name="Run complete">
                <messageEventDefinition id="definition_message" messageRef="message_run"/>
              </intermediateCatchEvent>
              <userTask id="user_unload_device"/>
              <endEvent id="end_second"/>
              <sequenceFlow id="flow_1" sourceRef="start_second" targetRef="user_load_device"/>
              <sequenceFlow id="flow_2" sourceRef="user_load_device" targetRef="service_start_run"/>
              <sequenceFlow id="flow_3" sourceRef="service_start_run" targetRef="msg_run_complete"/>
              <sequenceFlow id="flow_4" sourceRef="msg_run_complete" targetRef="user_unload_device"/>
              <sequenceFlow id="flow_5" sourceRef="user_unload_device" targetRef="end_second"/>
              <sequenceFlow id="flow_6" sourceRef="err_start_failed" targetRef="service_hold_run"/>
              <sequenceFlow id="flow_7" sourceRef="service_hold_run" targetRef="user_unload_device"/>
            </process>
          </definitions>
          """;
}
