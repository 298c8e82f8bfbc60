package io.kizuna.equipment.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.equipment.CommandLog;
import io.kizuna.equipment.EquipmentCommands.Command;
import io.kizuna.equipment.EquipmentCommands.Confirmation;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Its own transaction: what a device has done stays known, whatever becomes of the job that asked.
 */
@Component
class CommandRows implements CommandLog {

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final RecordClock clock;

  CommandRows(JdbcClient jdbc, AuditTrail audit, RecordClock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Optional<Confirmation> confirmed(String key) {
    return jdbc.sql("SELECT run, state FROM confirmed_command WHERE command_key = ?")
        .param(key)
        .query((rs, n) -> new Confirmation(rs.getString("run"), rs.getString("state")))
        .optional();
  }

  @Override
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void confirm(Command c, Confirmation confirmation) {
    if (confirmed(c.key()).isPresent()) return;
    jdbc.sql(
            "INSERT INTO confirmed_command (command_key, equipment_id, job, action, program, run,"
                + " state, confirmed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                c.key(),
                c.equipment().value(),
                c.job(),
                c.action(),
                c.program(),
                confirmation.run(),
                confirmation.state(),
                SqlTime.of(clock.now())))
        .update();
    audit.record(
        new AuditEvent(
            c.chain(),
            PersonId.system("equipment-link").value(),
            "command.confirmed",
            "command",
            c.key(),
            Map.of("state", Change.to(confirmation.state())),
            null,
            null));
  }
}
