package io.kizuna.audit.internal;

import io.kizuna.audit.ActionOrigin.Origin;
import io.kizuna.audit.ActorDetails.Details;
import io.kizuna.audit.AuditEvent;
import io.kizuna.kernel.Digest;
import io.kizuna.kernel.Software;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The canonical text of an event (docs/trail-format.md, section 1). */
final class EventBody {

  /** Enough to tell sessions apart, too little to be one. */
  private static final int SESSION_DIGITS = 16;

  private EventBody() {}

  static String of(
      AuditEvent e,
      long seq,
      UUID id,
      Instant recordedAt,
      @Nullable Details actor,
      @Nullable Origin origin,
      Map<String, String> rows) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("chain", e.chain());
    body.put("seq", Long.toString(seq));
    body.put("id", id.toString());
    body.put("recordedAt", recordedAt.toString());
    body.put("actor", e.actor());
    if (actor != null) {
      body.put("actorName", actor.name());
      body.put("roles", String.join(" ", actor.roles()));
    }
    if (origin != null) {
      if (!origin.session().isEmpty()) {
        body.put("session", Digest.sha256(origin.session()).substring(0, SESSION_DIGITS));
      }
      body.put("station", origin.station());
    }
    body.put("software", Software.VERSION);
    body.put("action", e.action());
    body.put("entity", e.entity());
    body.put("entityId", e.entityId());
    body.put("changes", changes(e));
    if (e.reason() != null) body.put("reason", e.reason());
    if (e.signatureId() != null) body.put("signature", e.signatureId().toString());
    if (!rows.isEmpty()) body.put("rows", rows);
    return Digest.canonical(body);
  }

  private static Map<String, Object> changes(AuditEvent e) {
    var changes = new LinkedHashMap<String, Object>();
    e.changes()
        .forEach(
            (field, change) -> {
              var values = new LinkedHashMap<String, Object>();
              if (change.before() != null) values.put("before", change.before());
              if (change.after() != null) values.put("after", change.after());
              changes.put(field, values);
            });
    return changes;
  }
}
