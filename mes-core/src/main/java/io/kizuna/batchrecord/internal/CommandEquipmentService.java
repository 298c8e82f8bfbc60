package io.kizuna.batchrecord.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.batchrecord.BatchException.Severity;
import io.kizuna.batchrecord.BatchException.Type;
import io.kizuna.batchrecord.CommandEquipment;
import io.kizuna.equipment.EquipmentCommands;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import io.kizuna.kernel.Text;
import io.kizuna.recipe.EquipmentCommand;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CommandEquipmentService implements CommandEquipment {

  private static final String ACTOR = "system:engine";

  private final JdbcClient jdbc;
  private final Batches batches;
  private final EquipmentCommands equipment;
  private final Exceptions exceptions;
  private final StepEnd end;
  private final AuditTrail audit;
  private final RecordClock clock;

  CommandEquipmentService(
      JdbcClient jdbc,
      Batches batches,
      EquipmentCommands equipment,
      Exceptions exceptions,
      StepEnd end,
      AuditTrail audit,
      RecordClock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.equipment = equipment;
    this.exceptions = exceptions;
    this.end = end;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void command(BatchId id, String unitProcedure, String commandId, int occurrence) {
    Batch batch = batches.get(id);
    EquipmentCommand command = listed(batch, unitProcedure, commandId);
    String key = id + "/" + unitProcedure + "/" + commandId + "/" + occurrence;
    boolean done =
        jdbc.sql("SELECT 1 FROM equipment_command WHERE key = ?")
            .param(key)
            .query(Integer.class)
            .optional()
            .isPresent();
    if (done) return; // the engine's job ran twice
    var unit = batch.equipment(command.equipment());
    var confirmed =
        equipment.execute(
            new EquipmentCommands.Command(
                batch.chain(),
                key,
                unit,
                batch.number(),
                command.action().name(),
                command.program(),
                command.expectedStates(),
                command.setPoints()));
    jdbc.sql(
            """
            INSERT INTO equipment_command (key, batch_id, unit_procedure, command, equipment_id,
              action, program, run, state, confirmed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                key,
                id.value(),
                unitProcedure,
                commandId,
                unit.value(),
                command.action().name(),
                command.program(),
                confirmed.run(),
                confirmed.state(),
                SqlTime.of(clock.now())))
        .update();
    var changes = new LinkedHashMap<String, Change>();
    changes.put("equipment", Change.to(unit.value()));
    changes.put("action", Change.to(command.action().name()));
    changes.put("program", Change.to(command.program()));
    changes.put("run", Change.to(confirmed.run()));
    changes.put("state", Change.to(confirmed.state()));
    audit.record(
        new AuditEvent(
            batch.chain(), ACTOR, "equipment.commanded", "command", key, changes, null, null));
  }

  private static EquipmentCommand listed(Batch batch, String unitProcedure, String commandId) {
    return batch.recipe().unitProcedure(unitProcedure).stream()
        .flatMap(u -> u.commands().stream())
        .filter(c -> c.id().equals(commandId))
        .findFirst()
        .orElseThrow(
            () ->
                new MesException(
                    ErrorCode.COMMAND_NOT_ALLOWED,
                    "Only commands the recipe lists can be sent.",
                    unitProcedure + "/" + commandId,
                    null,
                    "PROCESS_ENGINEER"));
  }

  @Override
  @Transactional
  public void gaveUp(BatchId id, String unitProcedure, String commandId, String reason) {
    Batch batch = batches.lock(id);
    var command = listed(batch, unitProcedure, commandId);
    var exception =
        exceptions.open(
            id,
            new Exceptions.Draft(
                Type.EQUIPMENT,
                Severity.CRITICAL,
                null,
                null,
                new Text(
                    "Equipment did not carry out: " + command.name().en(),
                    "設備指令不成立:" + command.name().ja()),
                batch.equipment(command.equipment()).value(),
                null,
                reason),
            ACTOR);
    end.holdIfCritical(batch, List.of(exception));
  }
}
