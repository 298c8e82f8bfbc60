package io.kizuna.batchrecord.internal;

import io.kizuna.batchrecord.EvaluateStep.Evaluated;
import io.kizuna.batchrecord.RecordedValue;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.recipe.Display;
import io.kizuna.recipe.Limits;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Verdict;
import io.kizuna.signature.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a signature on a step covers: exactly what the page shows (R23, R24). Numbers are text. */
final class StepContent {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StepContent() {}

  /** One value as it stands in signed content. */
  record Line(
      String id,
      String name,
      String value,
      String display,
      @Nullable String unit,
      @Nullable String limits,
      Verdict verdict,
      String source,
      Map<String, String> provenance,
      @Nullable String reason) {}

  /** What a completion needs of the content read back from a challenge. */
  record Signed(String revision, List<Line> values) {}

  static Map<String, Object> of(
      StepContext ctx, String purpose, Meaning meaning, String language, List<Line> lines) {
    var content = new LinkedHashMap<String, Object>();
    content.put("purpose", purpose);
    content.put("batch", ctx.batch().number());
    content.put("coi", ctx.batch().identity().coi().value());
    content.put("step", ctx.run().key().toString());
    content.put("number", ctx.step().number());
    content.put("title", ctx.step().title().in(language));
    content.put("meaning", meaning.name());
    content.put("revision", Integer.toString(ctx.run().revision()));
    content.put("language", language);
    content.put("values", lines);
    return content;
  }

  /** By hand: binding to records costs as much as the statements of the step it stands in. */
  static Signed read(String content) {
    JsonNode signed = JSON.readTree(content);
    var lines = new ArrayList<Line>();
    for (JsonNode line : signed.path("values")) lines.add(line(line));
    return new Signed(signed.path("revision").stringValue(), lines);
  }

  private static Line line(JsonNode line) {
    var provenance = new LinkedHashMap<String, String>();
    line.path("provenance").forEachEntry((name, v) -> provenance.put(name, v.stringValue()));
    return new Line(
        line.path("id").stringValue(),
        line.path("name").stringValue(),
        line.path("value").stringValue(),
        line.path("display").stringValue(),
        line.path("unit").stringValue(null),
        line.path("limits").stringValue(null),
        Verdict.valueOf(line.path("verdict").stringValue()),
        line.path("source").stringValue(),
        provenance,
        line.path("reason").stringValue(null));
  }

  /** The values that would be recorded now. */
  static List<Line> evaluated(
      StepContext ctx,
      Map<String, Evaluated> values,
      Map<String, String> reasons,
      String language) {
    var lines = new ArrayList<Line>();
    for (Parameter p : ctx.step().parameters()) {
      Evaluated v = values.get(p.id());
      if (v == null || v.value() == null) continue;
      lines.add(
          new Line(
              p.id(),
              p.name().in(language),
              v.value(),
              v.display() == null ? v.value() : v.display(),
              p.unit(),
              limits(p.limits()),
              v.verdict(),
              v.source(),
              v.provenance(),
              reasons.get(p.id())));
    }
    return lines;
  }

  /** The values that stand recorded. */
  static List<Line> recorded(StepContext ctx, Map<String, RecordedValue> values, String language) {
    var lines = new ArrayList<Line>();
    for (Parameter p : ctx.step().parameters()) {
      RecordedValue v = values.get(p.id());
      if (v == null) continue;
      lines.add(
          new Line(
              p.id(),
              p.name().in(language),
              v.value(),
              Display.of(p, v.value()),
              p.unit(),
              limits(p.limits()),
              v.verdict(),
              v.source(),
              Map.of("revision", Integer.toString(v.revision())),
              v.reason()));
    }
    return lines;
  }

  /** Limits in words people and exceptions can carry. */
  static @Nullable String limits(@Nullable Limits limits) {
    if (limits == null) return null;
    var parts = new ArrayList<String>();
    if (limits.normal() != null) parts.add(limits.normal().toString());
    if (!limits.alert().isEmpty()) parts.add("alert " + limits.alert());
    if (limits.rejectBelow() != null) parts.add("reject < " + limits.rejectBelow());
    if (limits.rejectAbove() != null) parts.add("reject > " + limits.rejectAbove());
    if (!limits.allowed().isEmpty()) parts.add(String.join(" | ", limits.allowed()));
    return String.join("; ", parts);
  }

  static MesException stale(String what) {
    return new MesException(
        ErrorCode.SIGNATURE_STALE,
        "What is signed must be what was shown; nothing was signed.",
        what,
        "open the signature sheet again",
        null);
  }
}
