package io.kizuna.batchrecord.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.batch.ChangeBatchState;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.BatchException.Severity;
import io.kizuna.batchrecord.BatchException.Type;
import io.kizuna.batchrecord.RouteEvents;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import io.kizuna.kernel.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RouteEventsService implements RouteEvents {

  private static final PersonId ENGINE = PersonId.system("engine");

  private final JdbcClient jdbc;
  private final Batches batches;
  private final ChangeBatchState states;
  private final StepRunRows runs;
  private final HoldTimers holdTimers;
  private final Exceptions exceptions;
  private final StepEnd end;
  private final AuditTrail audit;
  private final RecordClock clock;

  RouteEventsService(
      JdbcClient jdbc,
      Batches batches,
      ChangeBatchState states,
      StepRunRows runs,
      HoldTimers holdTimers,
      Exceptions exceptions,
      StepEnd end,
      AuditTrail audit,
      RecordClock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.states = states;
    this.runs = runs;
    this.holdTimers = holdTimers;
    this.exceptions = exceptions;
    this.end = end;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void stepReached(BatchId batch, String unitProcedure, String step) {
    StepRun run = runs.open(batch, unitProcedure, step, clock.now());
    trail(batch, "step.opened", "step", run.key().toString(), "OPEN");
  }

  @Override
  @Transactional
  public void unitProcedureStarted(BatchId batch, String unitProcedure) {
    boolean known =
        jdbc.sql("SELECT 1 FROM unit_procedure_run WHERE batch_id = ? AND unit_procedure = ?")
            .params(batch.value(), unitProcedure)
            .query(Integer.class)
            .optional()
            .isPresent();
    if (known) return;
    jdbc.sql(
            "INSERT INTO unit_procedure_run (batch_id, unit_procedure, started_at) VALUES (?, ?,"
                + " ?)")
        .params(batch.value(), unitProcedure, SqlTime.of(clock.now()))
        .update();
    trail(batch, "unit_procedure.started", "unit-procedure", unitProcedure, "RUNNING");
  }

  @Override
  @Transactional
  public void unitProcedureEnded(BatchId batch, String unitProcedure) {
    int ended =
        jdbc.sql(
                """
                UPDATE unit_procedure_run SET ended_at = ?
                WHERE batch_id = ? AND unit_procedure = ? AND ended_at IS NULL
                """)
            .params(SqlTime.of(clock.now()), batch.value(), unitProcedure)
            .update();
    if (ended > 0) {
      trail(batch, "unit_procedure.ended", "unit-procedure", unitProcedure, "COMPLETE");
      states.releaseEquipment(batch, ended(batch));
    }
  }

  private Set<String> ended(BatchId batch) {
    return jdbc.sql(
            "SELECT unit_procedure FROM unit_procedure_run WHERE batch_id = ? AND ended_at IS NOT"
                + " NULL")
        .param(batch.value())
        .query(String.class)
        .set();
  }

  private void trail(BatchId batch, String action, String entity, String id, String state) {
    audit.record(
        new AuditEvent(
            Batch.chainOf(batch),
            ENGINE.value(),
            action,
            entity,
            id,
            Map.of("state", Change.to(state)),
            null,
            null));
  }

  @Override
  @Transactional
  public void holdTimeBreached(BatchId id, String unitProcedure, String holdTime) {
    Batch batch = batches.lock(id);
    var opened = new ArrayList<BatchException>();
    for (var t : holdTimers.running(id)) {
      if (!t.unitProcedure().equals(unitProcedure) || !t.holdTime().equals(holdTime)) continue;
      holdTimers
          .judge(batch, HoldTimers.definition(batch, t), t, clock.now())
          .ifPresent(opened::add);
    }
    end.holdIfCritical(batch, opened);
  }

  @Override
  @Transactional
  public void holdDemanded(BatchId id, String unitProcedure, String element) {
    Batch batch = batches.lock(id);
    var exception =
        exceptions.open(
            id,
            Exceptions.Draft.of(
                Type.ROUTE_HOLD,
                Severity.CRITICAL,
                null,
                new Text(
                    "The procedure demands a hold: " + unitProcedure + "/" + element,
                    "工程により保留:" + unitProcedure + "/" + element)),
            ENGINE.value());
    end.holdIfCritical(batch, List.of(exception));
  }

  @Override
  @Transactional
  public void procedureEnded(BatchId batch) {
    states.complete(batch);
  }
}
