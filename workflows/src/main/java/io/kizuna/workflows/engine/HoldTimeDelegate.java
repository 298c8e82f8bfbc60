package io.kizuna.workflows.engine;

import io.kizuna.batchrecord.RouteEvents;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reports that the timer of a hold time fired: {@code service_report_ht_03} means HT-03. */
@Component(HoldTimeDelegate.NAME)
class HoldTimeDelegate implements JavaDelegate {

  static final String NAME = "holdTimeBreached";
  static final String EXPRESSION = "${holdTimeBreached}";

  private static final String PREFIX = "service_report_";

  private final ObjectProvider<RouteEvents> events;

  HoldTimeDelegate(ObjectProvider<RouteEvents> events) {
    this.events = events;
  }

  @Override
  public void execute(DelegateExecution execution) {
    events
        .getObject()
        .holdTimeBreached(
            Routes.batch(execution),
            Routes.process(execution),
            holdTime(execution.getCurrentActivityId()));
  }

  /** {@code service_report_ht_03} to {@code HT-03}. */
  static String holdTime(String element) {
    return element.substring(PREFIX.length()).replace('_', '-').toUpperCase(Locale.ROOT);
  }
}
