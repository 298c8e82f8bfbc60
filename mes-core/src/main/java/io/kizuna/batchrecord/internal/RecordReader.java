package io.kizuna.batchrecord.internal;

import io.kizuna.batch.Batches;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.ReadRecord;
import io.kizuna.batchrecord.RecordedValue;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import io.kizuna.kernel.StepKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class RecordReader implements ReadRecord {

  private final JdbcClient jdbc;
  private final Batches batches;
  private final StepRunRows runs;
  private final ValueRows values;
  private final IdentityCheckRows checks;
  private final ExceptionRows exceptions;
  private final HoldTimers holdTimers;
  private final RecordClock clock;

  RecordReader(
      JdbcClient jdbc,
      Batches batches,
      StepRunRows runs,
      ValueRows values,
      IdentityCheckRows checks,
      ExceptionRows exceptions,
      HoldTimers holdTimers,
      RecordClock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.runs = runs;
    this.values = values;
    this.checks = checks;
    this.exceptions = exceptions;
    this.holdTimers = holdTimers;
    this.clock = clock;
  }

  @Override
  public List<StepRun> steps(BatchId batch) {
    return runs.ofBatch(batch);
  }

  @Override
  public Optional<StepRun> step(BatchId batch, StepKey key) {
    return runs.find(batch, key);
  }

  @Override
  public List<RecordedValue> values(BatchId batch) {
    return values.ofBatch(batch);
  }

  @Override
  public List<RecordedValue> values(UUID stepRun) {
    return values.ofStep(stepRun);
  }

  @Override
  public List<IdentityCheck> identityChecks(BatchId batch) {
    return checks.ofBatch(batch);
  }

  @Override
  public List<HoldTimeRun> holdTimes(BatchId batch) {
    return holdTimers.ofBatch(batches.get(batch), clock.now());
  }

  @Override
  public List<BatchException> exceptions(BatchId batch) {
    return exceptions.ofBatch(batch);
  }

  @Override
  public Optional<BatchException> exception(UUID id) {
    return exceptions.find(id);
  }

  @Override
  public List<Decision> decisions(BatchId batch) {
    return exceptions.decisions(batch);
  }

  @Override
  public List<CommandSent> commands(BatchId batch) {
    return jdbc.sql("SELECT * FROM equipment_command WHERE batch_id = ? ORDER BY confirmed_at")
        .param(batch.value())
        .query(
            (rs, n) ->
                new CommandSent(
                    rs.getString("unit_procedure"),
                    rs.getString("command"),
                    rs.getString("equipment_id"),
                    rs.getString("action"),
                    rs.getString("program"),
                    rs.getString("run"),
                    rs.getString("state"),
                    SqlTime.get(rs, "confirmed_at")))
        .list();
  }

  @Override
  public List<UnitProcedureRun> unitProcedures(BatchId batch) {
    return jdbc.sql("SELECT * FROM unit_procedure_run WHERE batch_id = ? ORDER BY started_at")
        .param(batch.value())
        .query(
            (rs, n) ->
                new UnitProcedureRun(
                    rs.getString("unit_procedure"),
                    SqlTime.get(rs, "started_at"),
                    SqlTime.getNullable(rs, "ended_at")))
        .list();
  }
}
