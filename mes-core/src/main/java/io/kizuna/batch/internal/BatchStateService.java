package io.kizuna.batch.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.audit.SealTrail;
import io.kizuna.batch.Batch;
import io.kizuna.batch.Batch.State;
import io.kizuna.batch.BatchRoute;
import io.kizuna.batch.Batches;
import io.kizuna.batch.ChangeBatchState;
import io.kizuna.equipment.EquipmentDirectory;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class BatchStateService implements ChangeBatchState {

  private final JdbcClient jdbc;
  private final Batches batches;
  private final BatchRoute route;
  private final EquipmentDirectory equipment;
  private final AuditTrail audit;
  private final SealTrail sealing;
  private final RecordClock clock;

  BatchStateService(
      JdbcClient jdbc,
      Batches batches,
      BatchRoute route,
      EquipmentDirectory equipment,
      AuditTrail audit,
      SealTrail sealing,
      RecordClock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.route = route;
    this.equipment = equipment;
    this.audit = audit;
    this.sealing = sealing;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void hold(BatchId id, String reason, PersonId by) {
    Batch batch = batches.lock(id);
    if (batch.state() == State.HELD) {
      String both = batch.holdReason() + "; " + reason;
      setHeld(id, both.substring(0, Math.min(both.length(), 2000)));
    } else if (batch.state() == State.RUNNING) {
      setHeld(id, reason);
      route.hold(id);
    } else {
      throw refused("Only a running batch can be held.", batch.state());
    }
    trail(batch, State.HELD, reason, by, null);
  }

  private void setHeld(BatchId id, String reason) {
    jdbc.sql("UPDATE batch SET state = 'HELD', hold_reason = ? WHERE id = ?")
        .params(reason, id.value())
        .update();
  }

  @Override
  @Transactional
  public void resume(BatchId id, String reason, PersonId by, UUID signature) {
    Batch batch = batches.lock(id);
    if (batch.state() != State.HELD) throw refused("Only a held batch can go on.", batch.state());
    jdbc.sql("UPDATE batch SET state = 'RUNNING', hold_reason = NULL WHERE id = ?")
        .param(id.value())
        .update();
    route.resume(id);
    trail(batch, State.RUNNING, reason, by, signature);
  }

  @Override
  @Transactional
  public void abort(BatchId id, String reason, PersonId by, UUID signature) {
    Batch batch = batches.lock(id);
    if (batch.state() != State.RUNNING && batch.state() != State.HELD) {
      throw refused("Only a batch that has not ended can be aborted.", batch.state());
    }
    end(id, State.ABORTED);
    route.abort(id, reason);
    trail(batch, State.ABORTED, reason, by, signature);
  }

  @Override
  @Transactional
  public void complete(BatchId id) {
    Batch batch = batches.lock(id);
    if (batch.state() == State.COMPLETE) return; // the engine reports at least once
    end(id, State.COMPLETE);
    trail(batch, State.COMPLETE, "the procedure reached its end", PersonId.system("engine"), null);
  }

  @Override
  @Transactional
  public void releaseEquipment(BatchId id, Set<String> ended) {
    Batch batch = batches.lock(id);
    var needed =
        batch.recipe().unitProcedures().stream()
            .filter(u -> !ended.contains(u.id()))
            .flatMap(u -> u.equipmentRoles().stream())
            .collect(Collectors.toSet());
    batch
        .equipment()
        .forEach(
            (role, unit) -> {
              if (needed.contains(role) || !equipment.require(unit).holdsOneBatch()) return;
              releaseUnit(batch, role, unit);
            });
  }

  private void releaseUnit(Batch batch, String role, EquipmentId unit) {
    int released =
        jdbc.sql(
                """
                UPDATE batch_equipment SET released_at = ?
                WHERE batch_id = ? AND role = ? AND released_at IS NULL
                """)
            .params(SqlTime.of(clock.now()), batch.id().value(), role)
            .update();
    if (released == 0) return;
    audit.record(
        new AuditEvent(
            batch.chain(),
            PersonId.system("engine").value(),
            "equipment.released",
            "equipment",
            unit.value(),
            Map.of("role", new Change(role, null)),
            null,
            null));
  }

  private void end(BatchId id, State state) {
    jdbc.sql("UPDATE batch SET state = ?, hold_reason = NULL, ended_at = ? WHERE id = ?")
        .params(state.name(), SqlTime.of(clock.now()), id.value())
        .update();
  }

  @Override
  @Transactional
  public void dispose(
      BatchId id,
      Batch.Disposition disposition,
      @Nullable String reason,
      PersonId by,
      UUID signature) {
    Batch batch = batches.lock(id);
    if (batch.disposition() != null) {
      throw new MesException(
          ErrorCode.STATE_CHANGE_REFUSED,
          "A batch is disposed of once.",
          batch.disposition().name(),
          null,
          null);
    }
    jdbc.sql("UPDATE batch SET disposition = ?, disposed_at = ? WHERE id = ?")
        .params(disposition.name(), SqlTime.of(clock.now()), id.value())
        .update();
    audit.record(
        new AuditEvent(
            batch.chain(),
            by.value(),
            "batch.disposed",
            "batch",
            id.toString(),
            Map.of("disposition", Change.to(disposition.name())),
            reason,
            signature));
    sealing.atOnce();
  }

  private void trail(
      Batch batch, State next, String reason, PersonId by, @Nullable UUID signature) {
    audit.record(
        new AuditEvent(
            batch.chain(),
            by.value(),
            "batch.state_changed",
            "batch",
            batch.id().toString(),
            Map.of("state", new Change(batch.state().name(), next.name())),
            reason,
            signature));
  }

  private static MesException refused(String rule, State state) {
    return new MesException(ErrorCode.STATE_CHANGE_REFUSED, rule, state.name(), null, null);
  }
}
