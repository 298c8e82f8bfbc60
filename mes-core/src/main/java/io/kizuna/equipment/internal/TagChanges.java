package io.kizuna.equipment.internal;

import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.equipment.TagDefinition;
import io.kizuna.equipment.TagDefinition.Band;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two tag maps compared field by field, as a reader of the trail wants it: {@code T_PV.unit}. */
final class TagChanges {

  private TagChanges() {}

  static Map<String, Change> of(
      Map<String, TagDefinition> before, Map<String, TagDefinition> after) {
    var tags = new LinkedHashSet<>(after.keySet());
    tags.addAll(before.keySet());
    var changes = new LinkedHashMap<String, Change>();
    for (String tag : tags) {
      var was = fields(before.get(tag));
      var now = fields(after.get(tag));
      var names = new LinkedHashSet<>(now.keySet());
      names.addAll(was.keySet());
      for (String name : names) {
        if (Objects.equals(was.get(name), now.get(name))) continue;
        changes.put(tag + "." + name, new Change(was.get(name), now.get(name)));
      }
    }
    return changes;
  }

  private static Map<String, String> fields(@Nullable TagDefinition t) {
    var fields = new LinkedHashMap<String, String>();
    if (t == null) return fields;
    fields.put("nameEn", t.name().en());
    fields.put("nameJa", t.name().ja());
    fields.put("type", t.type().name());
    if (t.unit() != null) fields.put("unit", t.unit());
    fields.put("decimals", Integer.toString(t.decimals()));
    band(fields, "display", t.display());
    band(fields, "alert", t.alert());
    band(fields, "action", t.action());
    fields.put("intervalMs", Long.toString(t.interval().toMillis()));
    fields.put("silenceMsMax", Long.toString(t.maxSilence().toMillis()));
    fields.put("critical", Boolean.toString(t.critical()));
    fields.put("node", t.node());
    return fields;
  }

  private static void band(Map<String, String> fields, String name, Band band) {
    put(fields, name + "Low", band.low());
    put(fields, name + "High", band.high());
  }

  private static void put(Map<String, String> fields, String name, @Nullable BigDecimal bound) {
    if (bound != null) fields.put(name, bound.toPlainString());
  }
}
