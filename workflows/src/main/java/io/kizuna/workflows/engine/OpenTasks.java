package io.kizuna.workflows.engine;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.StepKey;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The user task the route waits at for a step. Asked by hand: the engine's task query costs more
 * than completing the task (docs/benchmarks.md).
 */
@Component
class OpenTasks {

  /**
   * @param suspended the batch is held.
   */
  record OpenTask(String id, boolean suspended) {}

  private final JdbcClient jdbc;
  private final String oldest;

  OpenTasks(JdbcClient jdbc, ManagementService management) {
    this.jdbc = jdbc;
    this.oldest =
        """
        SELECT t.ID_, t.SUSPENSION_STATE_ FROM %s t
          JOIN %s p ON p.ID_ = t.PROC_INST_ID_
          JOIN %s d ON d.ID_ = t.PROC_DEF_ID_
        WHERE p.BUSINESS_KEY_ = ? AND d.KEY_ = ? AND t.TASK_DEF_KEY_ = ?
        ORDER BY t.CREATE_TIME_ LIMIT 1
        """
            .formatted(
                management.getTableName(Task.class),
                management.getTableName(Execution.class),
                management.getTableName(ProcessDefinition.class));
  }

  Optional<OpenTask> find(BatchId batch, StepKey step) {
    return jdbc.sql(oldest)
        .params(batch.toString(), step.unitProcedure(), step.step())
        .query(
            (rs, i) ->
                new OpenTask(
                    rs.getString(1), rs.getInt(2) == SuspensionState.SUSPENDED.getStateCode()))
        .optional();
  }
}
