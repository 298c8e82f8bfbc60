package io.kizuna.workflows.engine;

import io.kizuna.batch.BatchRoute;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.StepKey;
import io.kizuna.workflows.engine.PendingMessages.Pending;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Core's port to the engine; always inside the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CamundaRoute implements BatchRoute {

  /** Tries a job gets again when its batch resumes after the job had given up. */
  private static final int RETRIES_ON_RESUME = 3;

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;
  private final RecipeDeployments deployments;
  private final PendingMessages pending;
  private final MessageDelivery messages;
  private final OpenTasks openTasks;
  private final RouteJobs jobs;

  CamundaRoute(
      RuntimeService runtime,
      TaskService tasks,
      ManagementService management,
      RecipeDeployments deployments,
      PendingMessages pending,
      MessageDelivery messages,
      OpenTasks openTasks,
      RouteJobs jobs) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
    this.deployments = deployments;
    this.pending = pending;
    this.messages = messages;
    this.openTasks = openTasks;
    this.jobs = jobs;
  }

  @Override
  public void start(BatchId batch, UUID recipe) {
    pending.open(batch);
    runtime
        .createProcessInstanceById(deployments.procedure(recipe))
        .businessKey(batch.toString())
        .execute();
  }

  @Override
  public void stepCompleted(BatchId batch, StepKey step, Map<String, Boolean> routing) {
    var task = openTasks.find(batch, step).orElseThrow(() -> notOpen(step));
    if (task.suspended()) throw held(step);
    try {
      tasks.complete(task.id(), new HashMap<>(routing));
    } catch (OptimisticLockingException e) {
      throw new MesException(
          ErrorCode.RECORD_CHANGED,
          "the batch moved on at the same moment; nothing was recorded, try again",
          step.toString(),
          null,
          null);
    }
  }

  @Override
  public void message(BatchId batch, String message) {
    messages.send(batch, new Pending(message, 0));
  }

  @Override
  public @Nullable Instant waitsUntil(BatchId batch) {
    return jobs.waitsUntil(batch);
  }

  @Override
  public void hold(BatchId batch) {
    BeforeCommit.orNow(() -> suspend(batch));
  }

  @Override
  public void resume(BatchId batch) {
    BeforeCommit.orNow(
        () -> {
          activate(batch);
          messages.deliver(batch);
        });
  }

  @Override
  public void abort(BatchId batch, String reason) {
    BeforeCommit.orNow(() -> delete(batch, reason));
  }

  private void suspend(BatchId batch) {
    List<String> ids = instances(batch);
    if (ids.isEmpty()) return;
    runtime.updateProcessInstanceSuspensionState().byProcessInstanceIds(ids).suspend();
  }

  private void activate(BatchId batch) {
    List<String> ids = instances(batch);
    if (ids.isEmpty()) return;
    runtime.updateProcessInstanceSuspensionState().byProcessInstanceIds(ids).activate();
    for (String id : ids) {
      management.createJobQuery().processInstanceId(id).noRetriesLeft().list().stream()
          .map(job -> job.getId())
          .forEach(job -> management.setJobRetries(job, RETRIES_ON_RESUME));
    }
  }

  private void delete(BatchId batch, String reason) {
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(batch.toString())
        .rootProcessInstances()
        .list()
        .forEach(root -> runtime.deleteProcessInstance(root.getId(), reason, true, true, true));
  }

  /** The procedure and every unit procedure it called: all carry the batch id. */
  private List<String> instances(BatchId batch) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(batch.toString())
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .toList();
  }

  private static MesException held(StepKey step) {
    return new MesException(
        ErrorCode.BATCH_NOT_RUNNING,
        "the batch is held, no step can be completed",
        step.toString(),
        "a running batch",
        "the supervisor or QA, who can resume it");
  }

  private static MesException notOpen(StepKey step) {
    return new MesException(
        ErrorCode.STEP_NOT_OPEN,
        "the route of the batch does not wait at this step",
        step.toString(),
        "a step that is open now",
        null);
  }
}
