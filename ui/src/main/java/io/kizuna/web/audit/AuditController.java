package io.kizuna.web.audit;

import io.kizuna.audit.ReadAudit;
import io.kizuna.audit.SearchAudit;
import io.kizuna.audit.SearchAudit.Query;
import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Role;
import io.kizuna.web.Actor;
import io.kizuna.web.PatientLooks;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail of a batch or of the site, and whether its chain is whole. */
@RestController
class AuditController {

  private static final String CSV = "text/csv";

  private final ReadAudit audit;
  private final SearchAudit search;
  private final AuditEntries entries;
  private final Batches batches;
  private final People people;
  private final PatientLooks looks;

  AuditController(
      ReadAudit audit,
      SearchAudit search,
      AuditEntries entries,
      Batches batches,
      People people,
      PatientLooks looks) {
    this.audit = audit;
    this.search = search;
    this.entries = entries;
    this.batches = batches;
    this.people = people;
    this.looks = looks;
  }

  record AuditChain(boolean valid, long length, String head, long firstBad) {}

  /**
   * @param next where the next page begins; absent at the beginning of the chain.
   */
  record AuditTrail(List<AuditEntry> events, @Nullable Long next) {}

  /** What the page filters by; each may be absent. */
  private record Filter(
      @Nullable String person,
      @Nullable String action,
      @Nullable String entity,
      @Nullable String text) {

    private Query query(String chain, @Nullable Long before, int limit) {
      return new Query(
          chain, given(person), given(action), given(entity), given(text), before, limit);
    }

    private static @Nullable String given(@Nullable String text) {
      return text == null || text.isBlank() ? null : text.strip();
    }
  }

  @GetMapping("/api/audit")
  AuditTrail trail(
      @RequestParam(required = false) @Nullable BatchId batch,
      @RequestParam(required = false) @Size(max = 80) @Nullable String person,
      @RequestParam(required = false) @Size(max = 80) @Nullable String action,
      @RequestParam(required = false) @Size(max = 60) @Nullable String entity,
      @RequestParam(required = false) @Size(max = 200) @Nullable String text,
      @RequestParam(required = false) @Min(1) @Nullable Long before,
      @RequestParam(defaultValue = "200") @Min(1) @Max(1000) int limit,
      Actor actor) {
    var filter = new Filter(person, action, entity, text);
    var page = search.search(filter.query(chain(batch, actor), before, limit));
    return new AuditTrail(page.entries().stream().map(entries::of).toList(), page.next());
  }

  @GetMapping("/api/audit/chain")
  AuditChain check(@RequestParam(required = false) @Nullable BatchId batch, Actor actor) {
    var check = audit.check(chain(batch, actor));
    return new AuditChain(check.valid(), check.length(), check.head(), check.firstBad());
  }

  /** Everything the filters let through, to take along; as many rows as there are (R09). */
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
  @GetMapping("/api/audit.csv")
  void csv(
      @RequestParam(required = false) @Nullable BatchId batch,
      @RequestParam(required = false) @Size(max = 80) @Nullable String person,
      @RequestParam(required = false) @Size(max = 80) @Nullable String action,
      @RequestParam(required = false) @Size(max = 60) @Nullable String entity,
      @RequestParam(required = false) @Size(max = 200) @Nullable String text,
      Actor actor,
      HttpServletResponse response)
      throws IOException {
    String chain = chain(batch, actor);
    if (batch != null) looks.at(batch, actor, "audit.csv");
    var filter = new Filter(person, action, entity, text);
    var query = filter.query(chain, null, SearchAudit.LIMIT_MAX);
    response.setContentType(CSV);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    var out = response.getWriter();
    out.write(AuditCsv.HEAD);
    for (var page = search.search(query); ; page = search.search(query)) {
      for (var e : page.entries()) out.write(AuditCsv.line(e, entries.of(e)));
      if (page.next() == null) return;
      query = query.from(page.next());
    }
  }

  /** The chain, if it is for this person. */
  private String chain(@Nullable BatchId batch, Actor actor) {
    var person = people.active(actor.id());
    if (batch != null) return Batch.chainOf(batches.get(batch, person).id());
    if (!person.has(Role.QA) && !person.has(Role.ADMINISTRATOR)) {
      throw new MesException(
          ErrorCode.ROLE_MISSING, "The site's trail is for quality.", null, "QA", "ADMINISTRATOR");
    }
    return "site";
  }
}
