package io.kizuna.workflows.engine;

import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often a unit procedure came by an element, so that the second pass of a loop commands
 * anew while the retry of a job does not: the count rolls back with the job.
 */
final class Passes {

  private static final String PREFIX = "pass_";

  private Passes() {}

  /** The number of the present pass, from 1. */
  static int next(ExecutionEntity execution, String element) {
    ExecutionEntity instance = execution.getProcessInstance();
    int pass = of(instance.getVariableLocal(PREFIX + element)) + 1;
    instance.setVariableLocal(PREFIX + element, pass);
    return pass;
  }

  static String variable(String element) {
    return PREFIX + element;
  }

  static int of(@Nullable Object value) {
    return value instanceof Integer pass ? pass : 0;
  }
}
