package io.kizuna.equipment.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.equipment.Equipment;
import io.kizuna.equipment.EquipmentDirectory;
import io.kizuna.equipment.RegisterEquipment;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import io.kizuna.kernel.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class EquipmentRows implements EquipmentDirectory, RegisterEquipment {

  private static final String SELECT =
      "SELECT id, equipment_class, name_en, name_ja, suite, calibration_due FROM equipment";

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final RecordClock clock;

  EquipmentRows(JdbcClient jdbc, AuditTrail audit, RecordClock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<Equipment> all() {
    return jdbc.sql(SELECT + " ORDER BY id").query(EquipmentRows::row).list();
  }

  @Override
  public Optional<Equipment> byId(EquipmentId id) {
    return jdbc.sql(SELECT + " WHERE id = ?")
        .param(id.value())
        .query(EquipmentRows::row)
        .optional();
  }

  @Override
  public List<Equipment> byClass(String equipmentClass) {
    return jdbc.sql(SELECT + " WHERE equipment_class = ? ORDER BY id")
        .param(equipmentClass)
        .query(EquipmentRows::row)
        .list();
  }

  @Override
  public Equipment require(EquipmentId id) {
    return byId(id)
        .orElseThrow(
            () ->
                new MesException(
                    ErrorCode.EQUIPMENT_UNKNOWN,
                    "Only registered equipment can be used.",
                    id.value(),
                    "the id of a registered unit",
                    "EQUIPMENT_ENGINEER"));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Equipment lock(EquipmentId id) {
    jdbc.sql("SELECT id FROM equipment WHERE id = ? FOR UPDATE")
        .param(id.value())
        .query(String.class)
        .optional();
    return require(id);
  }

  @Override
  @Transactional
  public void register(Equipment e, PersonId by) {
    var before = byId(e.id()).orElse(null);
    if (e.equals(before)) return;
    if (before == null) {
      jdbc.sql(
              "INSERT INTO equipment (id, equipment_class, name_en, name_ja, suite,"
                  + " calibration_due, registered_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
          .params(
              Arrays.asList(
                  e.id().value(),
                  e.equipmentClass(),
                  e.name().en(),
                  e.name().ja(),
                  e.suite(),
                  e.calibrationDue(),
                  SqlTime.of(clock.now())))
          .update();
    } else {
      jdbc.sql(
              "UPDATE equipment SET equipment_class = ?, name_en = ?, name_ja = ?, suite = ?,"
                  + " calibration_due = ? WHERE id = ?")
          .params(
              Arrays.asList(
                  e.equipmentClass(),
                  e.name().en(),
                  e.name().ja(),
                  e.suite(),
                  e.calibrationDue(),
                  e.id().value()))
          .update();
    }
    audit.record(
        new AuditEvent(
            "site",
            by.value(),
            before == null ? "equipment.registered" : "equipment.changed",
            "equipment",
            e.id().value(),
            changes(before, e),
            before == null ? null : "changed by " + by,
            null));
  }

  private static Map<String, Change> changes(@Nullable Equipment before, Equipment after) {
    var old = before == null ? Map.<String, @Nullable String>of() : fields(before);
    var changes = new LinkedHashMap<String, Change>();
    fields(after)
        .forEach(
            (field, value) -> {
              String was = old.get(field);
              if (!Objects.equals(was, value)) changes.put(field, new Change(was, value));
            });
    return changes;
  }

  private static Map<String, @Nullable String> fields(Equipment e) {
    var fields = new LinkedHashMap<String, @Nullable String>();
    fields.put("class", e.equipmentClass());
    fields.put("nameEn", e.name().en());
    fields.put("nameJa", e.name().ja());
    fields.put("suite", e.suite());
    fields.put("calibrationDue", e.calibrationDue() == null ? null : e.calibrationDue().toString());
    return fields;
  }

  private static Equipment row(ResultSet rs, int number) throws SQLException {
    return new Equipment(
        new EquipmentId(rs.getString("id")),
        rs.getString("equipment_class"),
        new Text(rs.getString("name_en"), rs.getString("name_ja")),
        rs.getString("suite"),
        rs.getObject("calibration_due", LocalDate.class));
  }
}
