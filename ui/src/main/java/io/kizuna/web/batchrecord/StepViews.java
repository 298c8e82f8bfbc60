package io.kizuna.web.batchrecord;

import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.batchrecord.ReadRecord;
import io.kizuna.batchrecord.RecordedValue;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.batchrecord.WorkList;
import io.kizuna.equipment.TagDefinition;
import io.kizuna.equipment.TagDirectory;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.StepKey;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import io.kizuna.recipe.Display;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Step;
import io.kizuna.recipe.UnitProcedure;
import io.kizuna.web.PersonNames;
import io.kizuna.web.Refusal;
import io.kizuna.web.batch.Headers;
import io.kizuna.web.batchrecord.StepView.LiveView;
import io.kizuna.web.batchrecord.StepView.ParameterView;
import io.kizuna.web.batchrecord.StepView.ValueView;
import io.kizuna.web.equipment.TagId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Puts recipe and record of one step together for the page. */
@Component
class StepViews {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

  private final Batches batches;
  private final ReadRecord record;
  private final WorkList workList;
  private final TagDirectory tags;
  private final Headers headers;
  private final PersonNames names;

  StepViews(
      Batches batches,
      ReadRecord record,
      WorkList workList,
      TagDirectory tags,
      Headers headers,
      PersonNames names) {
    this.batches = batches;
    this.record = record;
    this.workList = workList;
    this.tags = tags;
    this.headers = headers;
    this.names = names;
  }

  StepView of(BatchId id, StepKey key, Person viewer) {
    Batch batch = batches.get(id, viewer);
    StepRun run = record.step(id, key).orElseThrow(() -> notReached(key));
    UnitProcedure unit = batch.recipe().unitProcedure(key.unitProcedure()).orElseThrow();
    Step step = unit.step(key.step()).orElseThrow();
    boolean blind = hidden(step, run, viewer);
    return new StepView(
        headers.of(batch),
        key.toString(),
        step.number(),
        UnitProcedureLine.of(unit),
        step.operation(),
        step.title(),
        step.instructions(),
        step.caution(),
        step.performer(),
        step.verification(),
        step.signature(),
        run.state(),
        run.revision(),
        run.openedAt(),
        names.ofNullable(run.performedBy()),
        run.performedAt(),
        names.ofNullable(run.verifiedBy()),
        run.verifiedAt(),
        run.comment(),
        scans(id, run, step),
        parameters(step, record.values(run.id()), blind),
        live(batch, step),
        record.holdTimes(id).stream()
            .filter(h -> h.stoppedAt() == null)
            .map(HoldTimeView::of)
            .toList(),
        refusal(run, viewer));
  }

  private static MesException notReached(StepKey key) {
    return new MesException(
        ErrorCode.STEP_NOT_OPEN,
        "The route has not reached this step.",
        key.toString(),
        "an open step",
        null);
  }

  /** The verifier of a blind second entry does not see the first one. */
  private static boolean hidden(Step step, StepRun run, Person viewer) {
    return step.verification() == Step.Verification.BLIND_SECOND_ENTRY
        && run.state() == StepRun.State.AWAITING_VERIFICATION
        && !viewer.has(Role.QA);
  }

  private @Nullable Refusal refusal(StepRun run, Person viewer) {
    if (run.state() == StepRun.State.COMPLETE || run.state() == StepRun.State.ABANDONED) {
      return null;
    }
    return workList.refusal(run, viewer).map(f -> Refusal.of(f.code(), f.refusal())).orElse(null);
  }

  private List<StepView.ScanView> scans(BatchId id, StepRun run, Step step) {
    if (step.identityScans().isEmpty()) return List.of();
    var checks = record.identityChecks(id);
    return step.identityScans().stream()
        .map(
            s ->
                new StepView.ScanView(
                    s.id(),
                    s.name(),
                    s.container(),
                    checks.stream()
                        .filter(c -> c.stepRun().equals(run.id()) && c.matched())
                        .filter(c -> c.scan().equals(s.id()))
                        .map(c -> new StepView.ScanDone(c.at(), names.of(c.by())))
                        .findFirst()
                        .orElse(null)))
        .toList();
  }

  private List<ParameterView> parameters(Step step, List<RecordedValue> values, boolean blind) {
    Map<String, List<RecordedValue>> byParameter =
        values.stream().collect(Collectors.groupingBy(RecordedValue::parameter));
    return step.parameters().stream()
        .map(
            p -> {
              var revisions = byParameter.getOrDefault(p.id(), List.of());
              boolean hide = blind && revisions.stream().anyMatch(v -> v.source().equals("MANUAL"));
              return new ParameterView(
                  p.id(),
                  p.name(),
                  p.type(),
                  p.unit(),
                  p.decimals(),
                  p.limits(),
                  p.classification(),
                  p.source(),
                  p.policy(),
                  p.required(),
                  p.planned() ? true : null,
                  p.choices(),
                  hide ? null : recorded(p, revisions));
            })
        .toList();
  }

  private @Nullable ValueView recorded(Parameter p, List<RecordedValue> revisions) {
    if (revisions.isEmpty()) return null;
    var sorted =
        revisions.stream().sorted(Comparator.comparingInt(RecordedValue::revision)).toList();
    var earlier = new ArrayList<ValueView>();
    for (var v : sorted.subList(0, sorted.size() - 1)) earlier.add(view(p, v, List.of()));
    return view(p, sorted.get(sorted.size() - 1), earlier);
  }

  private ValueView view(Parameter p, RecordedValue v, List<ValueView> earlier) {
    return new ValueView(
        v.value(),
        v.unit(),
        Display.of(p, v.value()),
        v.verdict(),
        v.revision(),
        v.source(),
        v.provenance() == null ? null : JSON.readValue(v.provenance(), FACTS),
        v.reason(),
        names.of(v.recordedBy()),
        v.recordedAt(),
        earlier);
  }

  private List<LiveView> live(Batch batch, Step step) {
    var live = new ArrayList<LiveView>();
    for (var reference : step.liveTags()) {
      var unit = batch.equipment().get(reference.equipment());
      if (unit == null) continue;
      String id = unit + "." + reference.tag();
      TagDefinition tag = tags.find(unit, reference.tag()).orElse(null);
      live.add(
          tag == null
              ? new LiveView(id, Text.same(id), null, 2, null, null)
              : new LiveView(
                  id,
                  tag.name(),
                  tag.unit(),
                  tag.decimals(),
                  TagId.plain(tag.display().low()),
                  TagId.plain(tag.display().high())));
    }
    return live;
  }
}
