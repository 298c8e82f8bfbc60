package io.kizuna.web.batch;

import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.BatchProgress;
import io.kizuna.batchrecord.HoldBatch;
import io.kizuna.batchrecord.ReadRecord;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.People;
import io.kizuna.recipe.MasterBatchRecord;
import io.kizuna.recipe.RecipeLibrary;
import io.kizuna.recipe.Step;
import io.kizuna.web.Actor;
import io.kizuna.web.DiagramView;
import io.kizuna.web.SignatureBody;
import io.kizuna.web.batchrecord.ChallengeView;
import io.kizuna.web.security.Signers;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Batches: list, overview, process, hold, resume, abort (W3). */
@RestController
@RequestMapping("/api/batches")
class BatchController {

  private final Batches batches;
  private final BatchViews views;
  private final ReadRecord record;
  private final BatchProgress progress;
  private final RecipeLibrary recipes;
  private final HoldBatch holds;
  private final People people;
  private final Headers headers;
  private final Signers signers;

  BatchController(
      Batches batches,
      BatchViews views,
      ReadRecord record,
      BatchProgress progress,
      RecipeLibrary recipes,
      HoldBatch holds,
      People people,
      Headers headers,
      Signers signers) {
    this.batches = batches;
    this.views = views;
    this.record = record;
    this.progress = progress;
    this.recipes = recipes;
    this.holds = holds;
    this.people = people;
    this.headers = headers;
    this.signers = signers;
  }

  record BatchLine(
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
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String holdReason,
      Batch.@Nullable Disposition disposition,
      int openExceptions,
      List<CurrentStep> currentSteps) {}

  /** A step that waits for somebody. */
  record CurrentStep(String key, String number, Text title, StepRun.State state) {}

  /**
   * @param openExceptions of all batches this person may see, not only of those in the list.
   */
  record BatchList(List<BatchLine> batches, int openExceptions) {}

  @GetMapping
  BatchList list(
      @RequestParam(required = false) @Nullable List<Batch.State> state,
      @RequestParam(required = false) @Nullable String client,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
      Actor actor) {
    var filter = new Batches.Filter(state == null ? List.of() : state, client, limit);
    var viewer = people.active(actor.id());
    var found = batches.list(filter, viewer);
    var known = progress.of(found.stream().map(Batches.Summary::id).toList());
    return new BatchList(
        found.stream().map(s -> line(s, Objects.requireNonNull(known.get(s.id())))).toList(),
        progress.openExceptions(viewer));
  }

  private BatchLine line(Batches.Summary s, BatchProgress.Progress progress) {
    BatchHeader h = headers.of(s);
    return new BatchLine(
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
        progress.startedAt(),
        s.endedAt(),
        s.holdReason(),
        s.disposition(),
        progress.openExceptions(),
        progress.current().stream().map(r -> current(s.recipe(), r)).toList());
  }

  private static CurrentStep current(MasterBatchRecord recipe, StepRun run) {
    Step step = recipe.step(run.key().unitProcedure(), run.key().step()).orElseThrow();
    return new CurrentStep(run.key().toString(), step.number(), step.title(), run.state());
  }

  @GetMapping("/{batch}")
  BatchViews.BatchView get(@PathVariable BatchId batch, Actor actor) {
    return views.of(batches.get(batch, people.active(actor.id())));
  }

  /** How far the route is at one element of a diagram. */
  enum ActivityState {
    DONE,
    ACTIVE,
    FUTURE,
    EXCEPTION
  }

  record Activity(String processId, String elementId, Text name, ActivityState state) {}

  record ProcessView(List<DiagramView> diagrams, List<Activity> activities) {}

  @GetMapping("/{batch}/process")
  ProcessView process(@PathVariable("batch") BatchId id, Actor actor) {
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
                          states.getOrDefault(
                              d.processId() + "." + element, ActivityState.FUTURE))));
    }
    return new ProcessView(DiagramView.of(recipes, batch.recipeVersion()), activities);
  }

  /** State of steps, commands and call activities by {@code process.element}. */
  private Map<String, ActivityState> states(Batch batch) {
    var states = new HashMap<String, ActivityState>();
    for (StepRun r : record.steps(batch.id())) {
      boolean active =
          r.state() == StepRun.State.OPEN || r.state() == StepRun.State.AWAITING_VERIFICATION;
      states.put(
          r.key().unitProcedure() + "." + r.key().step(),
          active ? ActivityState.ACTIVE : ActivityState.DONE);
    }
    record
        .commands(batch.id())
        .forEach(c -> states.put(c.unitProcedure() + "." + c.command(), ActivityState.DONE));
    for (var u : record.unitProcedures(batch.id())) {
      String call = "call_" + u.unitProcedure().replaceFirst("^up-", "").replace('-', '_');
      states.put(
          batch.recipe().procedure() + "." + call,
          u.endedAt() == null ? ActivityState.ACTIVE : ActivityState.DONE);
    }
    exceptionSteps(batch).forEach(key -> states.put(key, ActivityState.EXCEPTION));
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

  record ReasonBody(String reason) {}

  @PutMapping("/{batch}/holds/{requestId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void hold(
      @PathVariable("batch") BatchId id,
      @PathVariable UUID requestId,
      @RequestBody ReasonBody b,
      Actor actor) {
    holds.hold(requestId, id, b.reason(), actor.id());
  }

  @PostMapping("/{batch}/resumptions/challenges")
  ChallengeView challengeResume(
      @PathVariable("batch") BatchId id, @RequestBody ReasonBody b, Actor actor) {
    return challenge(id, HoldBatch.Change.RESUME, b, actor);
  }

  @PostMapping("/{batch}/abortions/challenges")
  ChallengeView challengeAbort(
      @PathVariable("batch") BatchId id, @RequestBody ReasonBody b, Actor actor) {
    return challenge(id, HoldBatch.Change.ABORT, b, actor);
  }

  private ChallengeView challenge(BatchId id, HoldBatch.Change change, ReasonBody b, Actor actor) {
    return ChallengeView.of(holds.challenge(actor.session(), id, change, b.reason(), actor.id()));
  }

  record SignedReasonBody(String reason, @Nullable String language, SignatureBody signature) {}

  @PutMapping("/{batch}/resumptions/{requestId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resume(
      @PathVariable("batch") BatchId id,
      @PathVariable UUID requestId,
      @RequestBody SignedReasonBody b,
      Actor actor) {
    change(requestId, id, HoldBatch.Change.RESUME, b, actor);
  }

  @PutMapping("/{batch}/abortions/{requestId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void abort(
      @PathVariable("batch") BatchId id,
      @PathVariable UUID requestId,
      @RequestBody SignedReasonBody b,
      Actor actor) {
    change(requestId, id, HoldBatch.Change.ABORT, b, actor);
  }

  private void change(
      UUID requestId, BatchId id, HoldBatch.Change change, SignedReasonBody b, Actor actor) {
    holds.change(
        requestId,
        actor.session(),
        id,
        change,
        b.reason(),
        actor.id(),
        signers.check(b.signature()),
        "ja".equals(b.language()) ? "ja" : "en");
  }
}
