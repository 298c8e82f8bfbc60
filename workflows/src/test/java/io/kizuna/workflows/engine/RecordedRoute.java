package io.kizuna.workflows.engine;

import io.kizuna.batchrecord.RouteEvents;
import io.kizuna.kernel.BatchId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Plays the record: writes down what the engine tells, and can fail or hold on demand. */
class RecordedRoute implements RouteEvents {

  private final Map<BatchId, List<String>> told = new ConcurrentHashMap<>();
  volatile Runnable onHoldDemanded = () -> {};
  volatile String failAt = "";

  List<String> of(BatchId batch) {
    return told.computeIfAbsent(batch, b -> new ArrayList<>());
  }

  /** What was told since the last time this was asked. */
  List<String> take(BatchId batch) {
    var news = List.copyOf(of(batch));
    of(batch).clear();
    return news;
  }

  private void tell(BatchId batch, String what) {
    if (what.equals(failAt)) throw new IllegalStateException("the record refuses " + what);
    of(batch).add(what);
  }

  @Override
  public void stepReached(BatchId batch, String unitProcedure, String step) {
    tell(batch, unitProcedure + "." + step);
  }

  @Override
  public void unitProcedureStarted(BatchId batch, String unitProcedure) {
    tell(batch, "started " + unitProcedure);
  }

  @Override
  public void unitProcedureEnded(BatchId batch, String unitProcedure) {
    tell(batch, "ended " + unitProcedure);
  }

  @Override
  public void holdTimeBreached(BatchId batch, String unitProcedure, String holdTime) {
    tell(batch, "breached " + holdTime);
  }

  @Override
  public void holdDemanded(BatchId batch, String unitProcedure, String element) {
    tell(batch, "hold demanded by " + element);
    onHoldDemanded.run();
  }

  @Override
  public void procedureEnded(BatchId batch) {
    tell(batch, "ended");
  }
}
