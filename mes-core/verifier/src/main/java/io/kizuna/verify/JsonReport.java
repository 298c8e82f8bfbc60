package io.kizuna.verify;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The report for machines; docs/verify-report.schema.json describes it. */
public final class JsonReport {

  public static final String FORMAT = "kizuna-verify/1";

  private JsonReport() {}

  /** One JSON object. */
  public static String of(Report r) {
    var text = new StringWriter();
    try (var out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      out.writeStartObject();
      out.writeStringProperty("format", FORMAT);
      out.writeStringProperty("verifier", r.version());
      out.writeStringProperty("source", r.source());
      out.writeStringProperty("startedAt", r.startedAt().toString());
      out.writeStringProperty("endedAt", r.endedAt().toString());
      out.writeStringProperty("result", r.passed() ? "PASS" : "FAIL");
      Finding first = r.first();
      if (first != null) {
        out.writeName("first");
        finding(out, first);
      }
      Long verifiedTo = r.verifiedTo();
      if (verifiedTo != null) out.writeNumberProperty("verifiedTo", verifiedTo);
      out.writeNumberProperty("total", r.total());
      out.writeArrayPropertyStart("findings");
      r.findings().forEach(f -> finding(out, f));
      out.writeEndArray();
      out.writeObjectPropertyStart("checked");
      r.checked().forEach(out::writeNumberProperty);
      out.writeEndObject();
      out.writeArrayPropertyStart("notChecked");
      r.notChecked().forEach(out::writeString);
      out.writeEndArray();
      out.writeEndObject();
    }
    return text + "\n";
  }

  private static void finding(JsonGenerator out, Finding f) {
    out.writeStartObject();
    out.writeStringProperty("kind", f.kind().name());
    out.writeStringProperty("place", f.place());
    out.writeStringProperty("what", f.what());
    String chain = f.chain();
    if (chain != null) {
      out.writeStringProperty("chain", chain);
      out.writeNumberProperty("from", f.from());
      out.writeNumberProperty("to", f.to());
    }
    out.writeEndObject();
  }
}
