package io.kizuna.workflows.engine;

import io.kizuna.batchrecord.CommandEquipment;
import java.util.List;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.ErrorEventDefinition;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends a command to equipment. Runs as a job of its own, at least once; the key of the command
 * makes that at most once on the device.
 *
 * <p>The command has its own transaction: what the device confirmed stands even if the token's
 * transaction fails afterwards, and a failed command leaves the token's transaction able to take
 * the error path.
 */
@Component(CommandDelegate.NAME)
class CommandDelegate implements JavaDelegate {

  static final String NAME = "equipmentCommand";
  static final String EXPRESSION = "${equipmentCommand}";

  /** Error code a boundary event of the recipe can catch. */
  static final String FAILED = "EQUIPMENT_FAILED";

  private static final Logger LOG = LoggerFactory.getLogger(CommandDelegate.class);

  private final ObjectProvider<CommandEquipment> commands;
  private final TransactionTemplate ownTransaction;

  CommandDelegate(
      ObjectProvider<CommandEquipment> commands, PlatformTransactionManager transactions) {
    this.commands = commands;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public void execute(DelegateExecution execution) {
    var batch = Routes.batch(execution);
    String process = Routes.process(execution);
    String command = execution.getCurrentActivityId();
    int pass = Passes.next((ExecutionEntity) execution, command);
    try {
      ownTransaction.executeWithoutResult(
          s -> commands.getObject().command(batch, process, command, pass));
    } catch (RuntimeException e) {
      if (triesLeft() > 1) throw e; // the job is tried again, the token has not moved
      LOG.warn("{} of batch {} failed for the last time: {}", command, batch, e.getMessage());
      String reason = String.valueOf(e.getMessage());
      if (catchesFailure((ExecutionEntity) execution)) {
        commands.getObject().gaveUp(batch, process, command, reason);
        throw new BpmnError(FAILED, reason);
      }
      ownTransaction.executeWithoutResult(
          s -> commands.getObject().gaveUp(batch, process, command, reason));
      throw e; // the token stays here; resuming the batch tries again
    }
  }

  private static int triesLeft() {
    var job = Context.getCommandContext().getCurrentJob();
    return job == null ? 1 : job.getRetries();
  }

  private static boolean catchesFailure(ExecutionEntity execution) {
    List<ErrorEventDefinition> handlers =
        execution.getActivity().getProperties().get(BpmnProperties.ERROR_EVENT_DEFINITIONS);
    return handlers != null && handlers.stream().anyMatch(h -> h.catchesError(FAILED));
  }
}
