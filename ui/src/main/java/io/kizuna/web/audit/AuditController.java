package io.kizuna.web.audit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.ReadAudit;
import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Role;
import io.kizuna.web.Actor;
import io.kizuna.web.PersonNames;
import io.kizuna.web.PersonNames.PersonRef;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail of a batch or of the site, and whether its chain is whole. */
@RestController
class AuditController {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ReadAudit audit;
  private final Batches batches;
  private final People people;
  private final PersonNames names;

  AuditController(ReadAudit audit, Batches batches, People people, PersonNames names) {
    this.audit = audit;
    this.batches = batches;
    this.people = people;
    this.names = names;
  }

  record AuditEntry(
      long seq,
      Instant recordedAt,
      PersonRef actor,
      String action,
      String entity,
      String entityId,
      Map<String, AuditEvent.Change> changes,
      @Nullable String reason,
      String hash) {}

  /** What of the canonical text of an event its columns do not tell. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Body(Map<String, AuditEvent.Change> changes, @Nullable String reason) {}

  record AuditChain(boolean valid, long length, String head, long firstBad) {}

  record AuditTrail(List<AuditEntry> events, AuditChain chain) {}

  @GetMapping("/api/audit")
  AuditTrail trail(
      @RequestParam(required = false) @Nullable BatchId batch,
      @RequestParam(defaultValue = "200") @Min(1) @Max(1000) int limit,
      Actor actor) {
    var person = people.active(actor.id());
    String chain = "site";
    if (batch != null) {
      chain = Batch.chainOf(batches.get(batch, person).id());
    } else if (!person.has(Role.QA) && !person.has(Role.ADMINISTRATOR)) {
      throw new MesException(
          ErrorCode.ROLE_MISSING, "The site's trail is for quality.", null, "QA", "ADMINISTRATOR");
    }
    var check = audit.check(chain);
    return new AuditTrail(
        audit.entries(chain, limit).stream().map(this::entry).toList(),
        new AuditChain(check.valid(), check.length(), check.head(), check.firstBad()));
  }

  private AuditEntry entry(ReadAudit.Entry e) {
    var body = JSON.readValue(e.body(), Body.class);
    return new AuditEntry(
        e.seq(),
        e.recordedAt(),
        names.of(e.actor()),
        e.action(),
        e.entity(),
        e.entityId(),
        body.changes(),
        body.reason(),
        e.hash());
  }
}
