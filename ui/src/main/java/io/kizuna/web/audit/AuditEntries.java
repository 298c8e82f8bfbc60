package io.kizuna.web.audit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.ReadAudit;
import io.kizuna.kernel.Text;
import io.kizuna.web.PersonNames;
import io.kizuna.web.PersonNames.PersonRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads what of the canonical text of an event its columns do not tell. */
@Component
class AuditEntries {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Body(
      Map<String, Change> changes,
      @Nullable String reason,
      @Nullable String signature,
      @Nullable String actorName,
      @Nullable String roles,
      @Nullable String session,
      @Nullable String station,
      @Nullable String software,
      @Nullable Map<String, String> rows) {}

  private final PersonNames names;

  AuditEntries(PersonNames names) {
    this.names = names;
  }

  AuditEntry of(ReadAudit.Entry e) {
    var body = JSON.readValue(e.body(), Body.class);
    return new AuditEntry(
        e.seq(),
        e.recordedAt(),
        actor(e.actor(), body.actorName()),
        body.roles() == null || body.roles().isEmpty()
            ? List.of()
            : List.of(body.roles().split(" ")),
        body.session(),
        body.station(),
        body.software(),
        e.action(),
        e.entity(),
        e.entityId(),
        body.changes(),
        body.reason(),
        body.signature(),
        body.rows() == null ? 0 : body.rows().size(),
        e.hash());
  }

  /** Somebody who was renamed stands here as on that day (R28). */
  private PersonRef actor(String id, @Nullable String nameThen) {
    var known = names.of(id);
    if (nameThen == null || nameThen.equals(known.name().en())) return known;
    return new PersonRef(known.id(), new Text(nameThen, nameThen));
  }
}
