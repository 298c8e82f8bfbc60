package io.kizuna.web.batch;

import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.HoldBatch;
import io.kizuna.batchrecord.ReadRecord;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.People;
import io.kizuna.recipe.RecipeLibrary;
import io.kizuna.web.Actor;
import io.kizuna.web.SignatureBody;
import io.kizuna.web.batchrecord.ChallengeView;
import io.kizuna.web.security.Signers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Batches: list, overview, process, hold, resume, abort (W3). */
@RestController
@RequestMapping("/api/batches")
class BatchController {

  private final Batches batches;
  private final BatchViews views;
  private final ReadRecord record;
  private final RecipeLibrary recipes;
  private final HoldBatch holds;
  private final People people;
  private final Headers headers;
  private final Signers signers;

  BatchController(
      Batches batches,
      BatchViews views,
      ReadRecord record,
      RecipeLibrary recipes,
      HoldBatch holds,
      People people,
      Headers headers,
      Signers signers) {
    this.batches = batches;
    this.views = views;
    this.record = record;
    this.recipes = recipes;
    this.holds = holds;
    this.people = people;
    this.headers = headers;
    this.signers = signers;
  }

  record Line(
      String id,
      String number,
      String coi,
      String shortCode,
      Text checkWord,
      int glyph,
      BatchHeader.Product product,
      BatchHeader.Client client,
      Batch.State state,
      String suite,
      Instant createdAt,
      @Nullable Instant endedAt,
      @Nullable String holdReason,
      Batch.@Nullable Disposition disposition) {}

  record BatchList(List<Line> batches) {}

  @GetMapping
  BatchList list(
      @RequestParam(required = false) @Nullable List<Batch.State> state,
      @RequestParam(required = false) @Nullable String client,
      @RequestParam(defaultValue = "100") int limit,
      Actor actor) {
    var filter = new Batches.Filter(state == null ? List.of() : state, client, limit);
    return new BatchList(
        batches.list(filter, people.active(actor.id())).stream().map(this::line).toList());
  }

  private Line line(Batches.Summary s) {
    BatchHeader h = headers.of(s);
    return new Line(
        h.id(),
        h.number(),
        h.coi(),
        h.shortCode(),
        h.checkWord(),
        h.glyph(),
        h.product(),
        h.client(),
        h.state(),
        h.suite(),
        s.createdAt(),
        s.endedAt(),
        s.holdReason(),
        s.disposition());
  }

  @GetMapping("/{batch}")
  BatchViews.BatchView get(@PathVariable BatchId batch, Actor actor) {
    return views.of(batches.get(batch, people.active(actor.id())));
  }

  record DiagramView(String processId, Text title, String bpmnXml) {}

  record Activity(
      String processId, String elementId, Text name, String state, @Nullable String note) {}

  record Process(List<DiagramView> diagrams, List<Activity> activities) {}

  @GetMapping("/{id}/process")
  Process process(@PathVariable("id") BatchId id, Actor actor) {
    Batch batch = batches.get(id, people.active(actor.id()));
    var diagrams = recipes.diagrams(batch.recipeVersion());
    var states = states(batch);
    var activities = new ArrayList<Activity>();
    for (var d : diagrams) {
      d.elementNames()
          .forEach(
              (element, name) ->
                  activities.add(
                      new Activity(
                          d.processId(),
                          element,
                          name,
                          states.getOrDefault(d.processId() + "." + element, "FUTURE"),
                          null)));
    }
    return new Process(
        diagrams.stream().map(d -> new DiagramView(d.processId(), d.title(), d.bpmnXml())).toList(),
        activities);
  }

  /** State of steps, commands and call activities by {@code process.element}. */
  private Map<String, String> states(Batch batch) {
    var states = new HashMap<String, String>();
    for (StepRun r : record.steps(batch.id())) {
      boolean active =
          r.state() == StepRun.State.OPEN || r.state() == StepRun.State.AWAITING_VERIFICATION;
      states.put(r.key().unitProcedure() + "." + r.key().step(), active ? "ACTIVE" : "DONE");
    }
    record
        .commands(batch.id())
        .forEach(c -> states.put(c.unitProcedure() + "." + c.command(), "DONE"));
    for (var u : record.unitProcedures(batch.id())) {
      String call = "call_" + u.unitProcedure().replaceFirst("^up-", "").replace('-', '_');
      states.put(batch.recipe().procedure() + "." + call, u.endedAt() == null ? "ACTIVE" : "DONE");
    }
    exceptionSteps(batch).forEach(key -> states.put(key, "EXCEPTION"));
    return states;
  }

  private List<String> exceptionSteps(Batch batch) {
    var runs = new LinkedHashMap<UUID, StepRun>();
    record.steps(batch.id()).forEach(r -> runs.put(r.id(), r));
    return record.exceptions(batch.id()).stream()
        .filter(e -> e.state() == BatchException.State.OPEN && e.stepRun() != null)
        .map(e -> runs.get(e.stepRun()))
        .filter(java.util.Objects::nonNull)
        .map(r -> r.key().unitProcedure() + "." + r.key().step())
        .toList();
  }

  record Reason(String reason) {}

  @PutMapping("/{id}/holds/{requestId}")
  ResponseEntity<Void> hold(
      @PathVariable("id") BatchId id,
      @PathVariable UUID requestId,
      @RequestBody Reason b,
      Actor actor) {
    holds.hold(requestId, id, b.reason(), actor.id());
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{id}/resumptions/challenges")
  ChallengeView challengeResume(
      @PathVariable("id") BatchId id, @RequestBody Reason b, Actor actor) {
    return challenge(id, HoldBatch.Change.RESUME, b, actor);
  }

  @PostMapping("/{id}/abortions/challenges")
  ChallengeView challengeAbort(@PathVariable("id") BatchId id, @RequestBody Reason b, Actor actor) {
    return challenge(id, HoldBatch.Change.ABORT, b, actor);
  }

  private ChallengeView challenge(BatchId id, HoldBatch.Change change, Reason b, Actor actor) {
    return ChallengeView.of(holds.challenge(actor.session(), id, change, b.reason(), actor.id()));
  }

  record SignedReason(String reason, @Nullable String language, SignatureBody signature) {}

  @PutMapping("/{id}/resumptions/{requestId}")
  ResponseEntity<Void> resume(
      @PathVariable("id") BatchId id,
      @PathVariable UUID requestId,
      @RequestBody SignedReason b,
      Actor actor) {
    return change(requestId, id, HoldBatch.Change.RESUME, b, actor);
  }

  @PutMapping("/{id}/abortions/{requestId}")
  ResponseEntity<Void> abort(
      @PathVariable("id") BatchId id,
      @PathVariable UUID requestId,
      @RequestBody SignedReason b,
      Actor actor) {
    return change(requestId, id, HoldBatch.Change.ABORT, b, actor);
  }

  private ResponseEntity<Void> change(
      UUID requestId, BatchId id, HoldBatch.Change change, SignedReason b, Actor actor) {
    holds.change(
        requestId,
        actor.session(),
        id,
        change,
        b.reason(),
        actor.id(),
        signers.check(b.signature()),
        "ja".equals(b.language()) ? "ja" : "en");
    return ResponseEntity.noContent().build();
  }
}
