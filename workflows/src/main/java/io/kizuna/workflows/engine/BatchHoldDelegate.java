package io.kizuna.workflows.engine;

import io.kizuna.batchrecord.RouteEvents;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the record that the route demands a hold; the record decides and then holds the route. */
@Component(BatchHoldDelegate.NAME)
class BatchHoldDelegate implements JavaDelegate {

  static final String NAME = "batchHold";
  static final String EXPRESSION = "${batchHold}";

  private final ObjectProvider<RouteEvents> events;

  BatchHoldDelegate(ObjectProvider<RouteEvents> events) {
    this.events = events;
  }

  @Override
  public void execute(DelegateExecution execution) {
    events
        .getObject()
        .holdDemanded(
            Routes.batch(execution), Routes.process(execution), execution.getCurrentActivityId());
  }
}
