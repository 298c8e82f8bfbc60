package io.kizuna.equipment.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.equipment.DefineTags;
import io.kizuna.equipment.Equipment;
import io.kizuna.equipment.EquipmentDirectory;
import io.kizuna.equipment.TagDefinition;
import io.kizuna.equipment.TagDefinition.Band;
import io.kizuna.equipment.TagDefinition.Type;
import io.kizuna.equipment.TagDirectory;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tag definitions: kept in a table so that a record can be read without its adapter. */
@Component
class TagRows implements TagDirectory, DefineTags {

  private static final String COLUMNS =
      "equipment_class, tag, position, name_en, name_ja, tag_type, unit, decimals, display_low,"
          + " display_high, alert_low, alert_high, action_low, action_high, interval_ms,"
          + " max_silence_ms, critical, node";

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final EquipmentDirectory directory;
  private final Map<String, Map<String, TagDefinition>> byClass = new ConcurrentHashMap<>();
  private final Map<EquipmentId, String> classes = new ConcurrentHashMap<>();

  TagRows(JdbcClient jdbc, AuditTrail audit, EquipmentDirectory directory) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.directory = directory;
  }

  @Override
  public List<TagDefinition> ofClass(String equipmentClass) {
    return List.copyOf(tags(equipmentClass).values());
  }

  @Override
  public List<TagDefinition> of(EquipmentId equipment) {
    return classOf(equipment).map(this::ofClass).orElse(List.of());
  }

  @Override
  public Optional<TagDefinition> find(EquipmentId equipment, String tag) {
    return classOf(equipment).map(c -> tags(c).get(tag));
  }

  @Override
  public void bind(EquipmentId equipment, String equipmentClass) {
    classes.put(equipment, equipmentClass);
  }

  @Override
  @Transactional
  public void define(String equipmentClass, List<TagDefinition> tags) {
    var before = load(equipmentClass);
    var after = new LinkedHashMap<String, TagDefinition>();
    tags.forEach(t -> after.put(t.tag(), t));
    var changes = TagChanges.of(before, after);
    if (!changes.isEmpty()) {
      jdbc.sql("DELETE FROM tag_definition WHERE equipment_class = ?")
          .param(equipmentClass)
          .update();
      int position = 0;
      for (var tag : after.values()) insert(equipmentClass, position++, tag);
      record(equipmentClass, before.isEmpty(), changes);
    }
    byClass.put(equipmentClass, after);
  }

  private void record(String equipmentClass, boolean first, Map<String, Change> changes) {
    audit.record(
        new AuditEvent(
            "site",
            PersonId.system("equipment-adapters").value(),
            first ? "tags.defined" : "tags.changed",
            "equipment-class",
            equipmentClass,
            changes,
            first ? null : "tag map of this version of the adapters",
            null));
  }

  private void insert(String equipmentClass, int position, TagDefinition t) {
    jdbc.sql("INSERT INTO tag_definition (" + COLUMNS + ") VALUES (?" + ", ?".repeat(17) + ")")
        .params(
            Arrays.asList(
                equipmentClass,
                t.tag(),
                position,
                t.name().en(),
                t.name().ja(),
                t.type().name(),
                t.unit(),
                t.decimals(),
                t.display().low(),
                t.display().high(),
                t.alert().low(),
                t.alert().high(),
                t.action().low(),
                t.action().high(),
                t.interval().toMillis(),
                t.maxSilence().toMillis(),
                t.critical(),
                t.node()))
        .update();
  }

  private Optional<String> classOf(EquipmentId equipment) {
    var bound = classes.get(equipment);
    return bound != null
        ? Optional.of(bound)
        : directory.byId(equipment).map(Equipment::equipmentClass);
  }

  private Map<String, TagDefinition> tags(String equipmentClass) {
    var known = byClass.get(equipmentClass);
    if (known != null) return known;
    var loaded = load(equipmentClass);
    if (!loaded.isEmpty()) byClass.putIfAbsent(equipmentClass, loaded);
    return loaded;
  }

  private Map<String, TagDefinition> load(String equipmentClass) {
    var tags = new LinkedHashMap<String, TagDefinition>();
    jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM tag_definition WHERE equipment_class = ? ORDER BY position")
        .param(equipmentClass)
        .query(TagRows::row)
        .list()
        .forEach(t -> tags.put(t.tag(), t));
    return tags;
  }

  private static TagDefinition row(ResultSet rs, int number) throws SQLException {
    return new TagDefinition(
        rs.getString("tag"),
        new Text(rs.getString("name_en"), rs.getString("name_ja")),
        Type.valueOf(rs.getString("tag_type")),
        rs.getString("unit"),
        rs.getInt("decimals"),
        band(rs, "display"),
        band(rs, "alert"),
        band(rs, "action"),
        Duration.ofMillis(rs.getLong("interval_ms")),
        Duration.ofMillis(rs.getLong("max_silence_ms")),
        rs.getBoolean("critical"),
        rs.getString("node"));
  }

  private static Band band(ResultSet rs, String name) throws SQLException {
    return new Band(rs.getBigDecimal(name + "_low"), rs.getBigDecimal(name + "_high"));
  }
}
