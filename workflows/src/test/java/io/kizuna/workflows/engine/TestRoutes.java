package io.kizuna.workflows.engine;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.CallActivityBuilder;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;

/** Small routes in the shapes recipes use. */
final class TestRoutes {

  private TestRoutes() {}

  static StartEventBuilder process(String id) {
    return Bpmn.createExecutableProcess(id)
        .camundaHistoryTimeToLiveString("P10950D")
        .startEvent("start_" + id.replace('-', '_'));
  }

  /** A procedure that calls the unit procedures one after the other. */
  static BpmnModelInstance procedure(String... unitProcedures) {
    var start = process("proc-test");
    CallActivityBuilder call = null;
    for (String id : unitProcedures) {
      String name = "call_" + id.substring(3).replace('-', '_');
      call = call == null ? start.callActivity(name) : call.callActivity(name);
      call.calledElement(id)
          .camundaCalledElementBinding("deployment")
          .camundaInBusinessKey("#{execution.processBusinessKey}");
    }
    return call == null ? start.endEvent("end_test").done() : call.endEvent("end_test").done();
  }

  /** Take a sample, again while {@code go_on}; then close. */
  static BpmnModelInstance loop() {
    return process("up-loop")
        .userTask("user_take_sample")
        .exclusiveGateway("gw_decide_again")
        .condition("flow_again", "${go_on}")
        .connectTo("user_take_sample")
        .moveToNode("gw_decide_again")
        .condition("flow_done", "${!go_on}")
        .userTask("user_close_culture")
        .endEvent("end_loop")
        .done();
  }

  /** Start a run, wait for its end; a failed command leads to a hold and a recovery step. */
  static BpmnModelInstance run() {
    return process("up-run")
        .userTask("user_load_device")
        .serviceTask("service_start_run")
        .camundaDelegateExpression("${equipmentCommand}")
        .camundaAsyncBefore()
        .boundaryEvent("err_start_failed")
        .error("EQUIPMENT_FAILED")
        .serviceTask("service_hold_batch")
        .camundaDelegateExpression("${batchHold}")
        .camundaAsyncBefore()
        .userTask("user_assess_failure")
        .endEvent("end_failed")
        .moveToActivity("service_start_run")
        .intermediateCatchEvent("msg_await_run")
        .message("msg_run_complete")
        .userTask("user_unload_device")
        .exclusiveGateway("gw_decide_rerun")
        .condition("flow_rerun", "${rerun}")
        .connectTo("user_load_device")
        .moveToNode("gw_decide_rerun")
        .condition("flow_end", "${!rerun}")
        .endEvent("end_run")
        .done();
  }

  /** A command nobody catches the failure of. */
  static BpmnModelInstance uncaught() {
    return process("up-uncaught")
        .userTask("user_load_device")
        .serviceTask("service_start_run")
        .camundaDelegateExpression("${equipmentCommand}")
        .camundaAsyncBefore()
        .userTask("user_unload_device")
        .endEvent("end_uncaught")
        .done();
  }

  /** One branch waits until the other decides; that one loops. */
  static BpmnModelInstance condition() {
    return process("up-condition")
        .parallelGateway("gw_start_culture")
        .intermediateCatchEvent("cond_harvest_decided")
        .condition("${harvest_decided}")
        .userTask("user_confirm_data")
        .parallelGateway("gw_end_culture")
        .endEvent("end_condition")
        .moveToNode("gw_start_culture")
        .userTask("user_decide_harvest")
        .exclusiveGateway("gw_follow_decision")
        .condition("flow_harvest", "${harvest_decided}")
        .connectTo("gw_end_culture")
        .moveToNode("gw_follow_decision")
        .condition("flow_continue", "${!harvest_decided}")
        .connectTo("user_decide_harvest")
        .done();
  }

  /** A day passes between two steps. */
  static BpmnModelInstance day() {
    return process("up-day")
        .userTask("user_take_sample")
        .intermediateCatchEvent("timer_next_day")
        .timerWithDuration("PT24H")
        .userTask("user_take_next_sample")
        .endEvent("end_day")
        .done();
  }

  /** Two branches; the left one has a hold time of an hour. */
  static BpmnModelInstance parallel() {
    return process("up-parallel")
        .parallelGateway("gw_fork_work")
        .userTask("user_add_vector")
        .boundaryEvent("timer_limit_ht_03")
        .cancelActivity(false)
        .timerWithDuration("PT1H")
        .serviceTask("service_report_ht_03")
        .camundaDelegateExpression("${holdTimeBreached}")
        .endEvent("end_reported")
        .moveToActivity("user_add_vector")
        .parallelGateway("gw_join_work")
        .userTask("user_close_work")
        .endEvent("end_parallel")
        .moveToNode("gw_fork_work")
        .userTask("user_watch_room")
        .connectTo("gw_join_work")
        .done();
  }
}
