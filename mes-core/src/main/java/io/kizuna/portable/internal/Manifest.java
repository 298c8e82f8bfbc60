package io.kizuna.portable.internal;

import io.kizuna.kernel.Digest;
import io.kizuna.report.BatchRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is in a portable record (docs/trail-format.md, section 6). */
record Manifest(
    BatchRecord.Copy copy, BatchRecord.Status status, Instant createdAt, String software) {

  static final String FORMAT = "kizuna-portable/1";

  /** Canonical JSON. */
  String json(BatchRecord.Header batch, List<Map<String, String>> files) {
    var manifest = new LinkedHashMap<String, Object>();
    manifest.put("format", FORMAT);
    manifest.put("batch", Map.of("id", batch.id(), "number", batch.number(), "coi", batch.coi()));
    manifest.put("copy", copy.name().toLowerCase(Locale.ROOT));
    manifest.put("status", status.name().toLowerCase(Locale.ROOT));
    manifest.put("createdAt", createdAt.toString());
    manifest.put("software", software);
    manifest.put("files", files);
    if (copy == BatchRecord.Copy.SPONSOR) manifest.put("leftOut", SponsorCopy.LEFT_OUT);
    return Digest.canonical(manifest);
  }

  /** The text that is sealed. */
  static String note(BatchRecord.Header batch, String json) {
    return FORMAT + "\n" + batch.id() + "\n" + Digest.sha256(json) + "\n";
  }
}
