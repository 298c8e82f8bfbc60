package io.kizuna.web.audit;

import io.kizuna.audit.ReadAudit;
import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Role;
import io.kizuna.web.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail of a batch or of the site, and whether its chain is whole. */
@RestController
class AuditController {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ReadAudit audit;
  private final Batches batches;
  private final People people;

  AuditController(ReadAudit audit, Batches batches, People people) {
    this.audit = audit;
    this.batches = batches;
    this.people = people;
  }

  record Event(
      long seq,
      Instant recordedAt,
      String actor,
      String action,
      String entity,
      String entityId,
      JsonNode changes,
      @Nullable String reason,
      String hash) {}

  record Chain(boolean valid, long length, String head, long firstBad) {}

  record Trail(List<Event> events, Chain chain) {}

  @GetMapping("/api/audit")
  Trail trail(
      @RequestParam(required = false) @Nullable BatchId batch,
      @RequestParam(defaultValue = "200") int limit,
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
    return new Trail(
        audit.entries(chain, limit).stream().map(AuditController::event).toList(),
        new Chain(check.valid(), check.length(), check.head(), check.firstBad()));
  }

  private static Event event(ReadAudit.Entry e) {
    JsonNode body = JSON.readTree(e.body());
    JsonNode reason = body.get("reason");
    return new Event(
        e.seq(),
        e.recordedAt(),
        e.actor(),
        e.action(),
        e.entity(),
        e.entityId(),
        body.path("changes"),
        reason == null ? null : reason.asString(),
        e.hash());
  }
}
