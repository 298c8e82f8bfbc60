package io.kizuna.report.internal;

import io.kizuna.batch.Batch;
import io.kizuna.equipment.TagDefinition;
import io.kizuna.equipment.TagDirectory;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.Text;
import io.kizuna.processdata.ReadHistorian;
import io.kizuna.report.BatchRecord.Column;
import io.kizuna.report.BatchRecord.Curve;
import io.kizuna.report.BatchRecord.Gap;
import io.kizuna.report.RecordedStep;
import io.kizuna.report.RecordedUnitProcedure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The curves values were computed from: one for each tag and window of the record. */
@Component
class CurveReader {

  /** As many columns as a page has room for. */
  private static final int COLUMNS = 600;

  /** Ten times what the largest recipe of ours has. */
  private static final int CURVES_MAX = 200;

  private final ReadHistorian historian;
  private final TagDirectory tags;

  CurveReader(ReadHistorian historian, TagDirectory tags) {
    this.historian = historian;
    this.tags = tags;
  }

  private record Window(
      String unitProcedure, String equipment, String tag, Instant from, Instant to) {}

  List<Curve> read(Batch batch, List<RecordedUnitProcedure> unitProcedures) {
    var used = new LinkedHashMap<Window, List<Text>>();
    for (RecordedUnitProcedure u : unitProcedures) {
      for (RecordedStep s : u.steps()) {
        for (RecordedStep.Line line : s.parameters()) {
          Window w = window(u.id(), line.recorded());
          if (w == null) continue;
          used.computeIfAbsent(w, k -> new ArrayList<>())
              .add(Text.same(s.number()).with(" ", line.name()));
        }
      }
    }
    var definitions = new HashMap<String, Map<String, TagDefinition>>();
    var curves = new ArrayList<Curve>();
    used.forEach(
        (w, by) -> {
          if (curves.size() == CURVES_MAX) return;
          var known = definitions.computeIfAbsent(w.equipment(), this::definitions);
          curves.add(curve(w, by, known.get(w.tag())));
        });
    return List.copyOf(curves);
  }

  private Map<String, TagDefinition> definitions(String equipment) {
    var byTag = new HashMap<String, TagDefinition>();
    tags.of(new EquipmentId(equipment)).forEach(d -> byTag.put(d.tag(), d));
    return byTag;
  }

  /** The window behind a value; null if it does not come from one. */
  private static @Nullable Window window(String unitProcedure, RecordedStep.@Nullable Value v) {
    if (v == null || !v.source().equals("WINDOW")) return null;
    String tag = v.provenance().get("tag");
    String from = v.provenance().get("from");
    String to = v.provenance().get("to");
    int dot = tag == null ? -1 : tag.indexOf('.');
    if (tag == null || from == null || to == null || dot < 1) return null;
    Instant begin = Instant.parse(from);
    Instant end = Instant.parse(to);
    if (!begin.isBefore(end)) return null;
    return new Window(unitProcedure, tag.substring(0, dot), tag.substring(dot + 1), begin, end);
  }

  private Curve curve(Window w, List<Text> by, @Nullable TagDefinition d) {
    var series =
        historian.series(new EquipmentId(w.equipment()), w.tag(), w.from(), w.to(), COLUMNS);
    int decimals = d == null ? 2 : d.decimals();
    return new Curve(
        w.unitProcedure(),
        w.equipment(),
        w.tag(),
        d == null ? Text.same(w.tag()) : d.name(),
        d == null ? null : d.unit(),
        decimals,
        w.from(),
        w.to(),
        d == null ? null : d.alert().low(),
        d == null ? null : d.alert().high(),
        List.copyOf(by),
        series.buckets().stream().map(b -> column(b, decimals)).toList(),
        series.gaps().stream().map(CurveReader::gap).toList());
  }

  /** Two digits more than are shown: a curve is looked at, the values beside it are exact. */
  private static Column column(ReadHistorian.Bucket b, int decimals) {
    return new Column(
        b.start(),
        decimal(b.min(), decimals + 2),
        decimal(b.max(), decimals + 2),
        decimal(b.first(), decimals + 2),
        decimal(b.last(), decimals + 2),
        b.bad());
  }

  private static @Nullable BigDecimal decimal(@Nullable Double value, int decimals) {
    return value == null
        ? null
        : BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }

  static Gap gap(ReadHistorian.Gap g) {
    return new Gap(g.equipment().value(), g.tag(), g.from(), g.to(), g.reason());
  }
}
