package io.kizuna.workflows.engine;

import static org.camunda.bpm.engine.delegate.ExecutionListener.EVENTNAME_END;
import static org.camunda.bpm.engine.delegate.ExecutionListener.EVENTNAME_START;

import io.kizuna.batchrecord.RouteEvents;
import io.kizuna.kernel.BatchId;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.DefaultFailedJobParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.FailedJobRetryConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Adds to every deployed route what tells the record where the token is; recipes themselves may not
 * contain a listener (T09).
 */
@Component
class RouteListener extends AbstractBpmnParseListener {

  private static final Pattern ROUTING = Pattern.compile("\\$\\{!?([a-z][a-z0-9_]*)}");
  private static final String EXPRESSION = "delegateExpression";
  private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");

  private final ObjectProvider<RouteEvents> events;
  private final ObjectProvider<MessageDelivery> messages;
  private final FailedJobRetryConfiguration commandRetries;
  private final FailedJobRetryConfiguration timerRetries;

  /** Both ports are asked for late: their implementations need the engine themselves. */
  RouteListener(
      ObjectProvider<RouteEvents> events,
      ObjectProvider<MessageDelivery> messages,
      EngineSettings settings) {
    this.events = events;
    this.messages = messages;
    this.commandRetries = ParseUtil.parseRetryIntervals(settings.commandRetries());
    this.timerRetries = ParseUtil.parseRetryIntervals(settings.timerRetries());
  }

  @Override
  public void parseProcess(Element processElement, ProcessDefinitionEntity process) {
    if (process.getKey().startsWith("up-")) {
      Map<String, Object> unset = routingNames(processElement);
      process.addListener(EVENTNAME_START, e -> ((DelegateExecution) e).setVariablesLocal(unset));
      process.addListener(EVENTNAME_START, e -> unitProcedureStarted((DelegateExecution) e));
      process.addListener(EVENTNAME_END, e -> unitProcedureEnded((DelegateExecution) e));
    } else {
      process.addListener(EVENTNAME_END, e -> procedureEnded((DelegateExecution) e));
    }
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    var behaviour = (UserTaskActivityBehavior) activity.getActivityBehavior();
    behaviour.getTaskDefinition().addTaskListener(TaskListener.EVENTNAME_CREATE, this::stepReached);
  }

  /**
   * Commands run in a job of their own, so that they never undo a signed line. The two delegates
   * that only write our own record run in the token's transaction instead: a hold that follows a
   * failed command must stand together with it.
   */
  @Override
  public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    boolean command = CommandDelegate.EXPRESSION.equals(element.attributeNS(CAMUNDA, EXPRESSION));
    activity.setAsyncBefore(command);
    if (command) retry(activity, commandRetries);
  }

  @Override
  public void parseBoundaryTimerEventDefinition(
      Element element, boolean interrupting, ActivityImpl timer) {
    retry(timer, timerRetries);
  }

  @Override
  public void parseIntermediateTimerEventDefinition(Element element, ActivityImpl timer) {
    retry(timer, timerRetries);
  }

  /** Here and not as the engine's global setting, which would overwrite what is set here. */
  private static void retry(ActivityImpl activity, FailedJobRetryConfiguration retries) {
    activity.getProperties().set(DefaultFailedJobParseListener.FAILED_JOB_CONFIGURATION, retries);
  }

  @Override
  public void parseIntermediateCatchEvent(Element e, ScopeImpl scope, ActivityImpl activity) {
    awaitMessages(activity);
  }

  @Override
  public void parseReceiveTask(Element e, ScopeImpl scope, ActivityImpl activity) {
    awaitMessages(activity);
  }

  @Override
  public void parseEventBasedGateway(Element e, ScopeImpl scope, ActivityImpl activity) {
    awaitMessages(activity);
  }

  @Override
  public void parseBoundaryMessageEventDefinition(
      Element e, boolean interrupting, ActivityImpl boundary) {
    var host = boundary.getEventScope();
    if (host instanceof ActivityImpl activity) awaitMessages(activity);
  }

  /** A message may have come before its token: look as soon as the token waits. */
  private void awaitMessages(ActivityImpl activity) {
    activity.addListener(
        EVENTNAME_START,
        e -> messages.getObject().deliverBeforeCommit(batch((DelegateExecution) e)));
  }

  /** Every name the route asks for, false until a step sets it. */
  private static Map<String, Object> routingNames(Element element) {
    var names = new TreeMap<String, Object>();
    collect(element, names);
    return names;
  }

  private static void collect(Element element, Map<String, Object> names) {
    if (element.getTagName().equals("conditionExpression")
        || element.getTagName().equals("condition")) {
      var name = ROUTING.matcher(element.getText());
      while (name.find()) names.put(name.group(1), false);
    }
    element.elements().forEach(child -> collect(child, names));
  }

  private void stepReached(DelegateTask task) {
    DelegateExecution execution = task.getExecution();
    events
        .getObject()
        .stepReached(batch(execution), Routes.process(execution), task.getTaskDefinitionKey());
  }

  private void unitProcedureStarted(DelegateExecution e) {
    events.getObject().unitProcedureStarted(batch(e), Routes.process(e));
  }

  private void unitProcedureEnded(DelegateExecution e) {
    if (!e.isCanceled()) events.getObject().unitProcedureEnded(batch(e), Routes.process(e));
  }

  private void procedureEnded(DelegateExecution e) {
    if (!e.isCanceled()) events.getObject().procedureEnded(batch(e));
  }

  private static BatchId batch(DelegateExecution execution) {
    return Routes.batch(execution);
  }
}
