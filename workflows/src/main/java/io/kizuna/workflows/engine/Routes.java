package io.kizuna.workflows.engine;

import io.kizuna.kernel.BatchId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** What an execution says about itself, in the words of the record. */
final class Routes {

  private Routes() {}

  /** The business key, carried through the call activities. */
  static BatchId batch(DelegateExecution execution) {
    return BatchId.valueOf(execution.getProcessBusinessKey());
  }

  /** The BPMN process id, which is the id of the unit procedure. */
  static String process(DelegateExecution execution) {
    return ((ExecutionEntity) execution).getProcessDefinition().getKey();
  }
}
