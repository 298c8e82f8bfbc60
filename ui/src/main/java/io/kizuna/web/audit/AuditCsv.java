package io.kizuna.web.audit;

import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.ReadAudit.Entry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events as RFC 4180 has it, with a mark at the head by which spreadsheets know UTF-8. */
final class AuditCsv {

  static final String HEAD =
      "\ufeffchain,seq,recordedAt,actor,actorName,roles,session,station,software,action,entity,"
          + "entityId,changes,reason,signature,hash\r\n";

  private AuditCsv() {}

  static String line(Entry stored, AuditEntry e) {
    return fields(stored, e).stream().map(AuditCsv::field).collect(Collectors.joining(","))
        + "\r\n";
  }

  private static List<String> fields(Entry stored, AuditEntry e) {
    return List.of(
        stored.chain(),
        Long.toString(e.seq()),
        e.recordedAt().toString(),
        e.actor().id(),
        e.actor().name().en(),
        String.join(" ", e.roles()),
        text(e.session()),
        text(e.station()),
        text(e.software()),
        e.action(),
        e.entity(),
        e.entityId(),
        e.changes().entrySet().stream().map(AuditCsv::change).collect(Collectors.joining("\n")),
        text(e.reason()),
        text(e.signature()),
        e.hash());
  }

  private static String change(Map.Entry<String, Change> change) {
    var values = change.getValue();
    String before = values.before() == null ? "" : values.before() + " -> ";
    return change.getKey() + ": " + before + Objects.requireNonNullElse(values.after(), "");
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** A spreadsheet must not take what somebody typed for a formula. */
  private static String field(String value) {
    String safe = value.isEmpty() || "=+-@\t\r".indexOf(value.charAt(0)) < 0 ? value : "'" + value;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
