package io.kizuna.report.internal;

import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.ReadRecord.HoldTimeRun;
import io.kizuna.batchrecord.ReadRecord.IdentityCheck;
import io.kizuna.batchrecord.ReadRecord.UnitProcedureRun;
import io.kizuna.batchrecord.RecordedValue;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.Digest;
import io.kizuna.kernel.Text;
import io.kizuna.recipe.Display;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Step;
import io.kizuna.recipe.UnitProcedure;
import io.kizuna.report.RecordedSignature;
import io.kizuna.report.RecordedStep;
import io.kizuna.report.RecordedUnitProcedure;
import io.kizuna.signature.Signature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Puts rows together to steps and unit procedures, in the order of the recipe. */
final class StepAssembly {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Batch batch;
  private final Actors actors;
  private final List<StepRun> runs;
  private final Map<UUID, List<RecordedValue>> values;
  private final Map<UUID, List<IdentityCheck>> checks;
  private final List<Signature> signatures;

  StepAssembly(
      Batch batch,
      Actors actors,
      List<StepRun> runs,
      List<RecordedValue> values,
      List<IdentityCheck> checks,
      List<Signature> signatures) {
    this.batch = batch;
    this.actors = actors;
    this.runs = runs;
    this.values = values.stream().collect(Collectors.groupingBy(RecordedValue::stepRun));
    this.checks = checks.stream().collect(Collectors.groupingBy(IdentityCheck::stepRun));
    this.signatures = signatures;
  }

  List<RecordedUnitProcedure> unitProcedures(
      List<UnitProcedureRun> started, List<HoldTimeRun> holdTimes) {
    var all = new ArrayList<RecordedUnitProcedure>();
    for (UnitProcedure u : batch.recipe().unitProcedures()) {
      UnitProcedureRun run =
          started.stream().filter(r -> r.unitProcedure().equals(u.id())).findFirst().orElse(null);
      all.add(
          new RecordedUnitProcedure(
              u.id(),
              u.number(),
              u.title(),
              run == null ? null : run.startedAt(),
              run == null ? null : run.endedAt(),
              runs.stream()
                  .filter(r -> r.key().unitProcedure().equals(u.id()))
                  .map(this::step)
                  .toList(),
              holdTimes.stream()
                  .filter(h -> h.unitProcedure().equals(u.id()))
                  .map(StepAssembly::holdTime)
                  .toList()));
    }
    return List.copyOf(all);
  }

  private static RecordedUnitProcedure.HoldTime holdTime(HoldTimeRun h) {
    return new RecordedUnitProcedure.HoldTime(
        h.id(),
        h.name(),
        h.startedAt(),
        h.warnAt(),
        h.normalUntil(),
        h.rejectAfter(),
        h.stoppedAt(),
        h.state());
  }

  private RecordedStep step(StepRun run) {
    Step s =
        batch
            .recipe()
            .step(run.key().unitProcedure(), run.key().step())
            .orElseThrow(() -> new IllegalStateException("no step " + run.key()));
    var recorded =
        values.getOrDefault(run.id(), List.of()).stream()
            .collect(Collectors.groupingBy(RecordedValue::parameter));
    return new RecordedStep(
        run.id().toString(),
        run.key().toString(),
        s.number(),
        s.title(),
        s.operation(),
        s.instructions(),
        s.performer(),
        s.verification(),
        s.signature(),
        run.state(),
        run.revision(),
        run.openedAt(),
        actors.ofNullable(run.performedBy()),
        run.performedAt(),
        actors.ofNullable(run.verifiedBy()),
        run.verifiedAt(),
        run.completedAt(),
        run.language(),
        run.comment(),
        s.parameters().stream().map(p -> line(p, recorded.get(p.id()))).toList(),
        checks.getOrDefault(run.id(), List.of()).stream().map(c -> check(s, c)).toList(),
        signatures.stream()
            .filter(x -> x.subject().startsWith("step:" + run.id() + ":"))
            .map(this::signature)
            .toList());
  }

  private RecordedStep.Line line(Parameter p, @Nullable List<RecordedValue> revisions) {
    return new RecordedStep.Line(
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
        p.choices(),
        revisions == null ? null : value(p, revisions));
  }

  private RecordedStep.Value value(Parameter p, List<RecordedValue> revisions) {
    var sorted =
        revisions.stream().sorted(Comparator.comparingInt(RecordedValue::revision)).toList();
    var earlier =
        sorted.subList(0, sorted.size() - 1).stream().map(v -> value(p, v, List.of())).toList();
    return value(p, sorted.get(sorted.size() - 1), earlier);
  }

  private RecordedStep.Value value(Parameter p, RecordedValue v, List<RecordedStep.Value> earlier) {
    return new RecordedStep.Value(
        v.value(),
        v.unit(),
        Display.of(p, v.value()),
        v.verdict(),
        v.revision(),
        v.source(),
        provenance(v.provenance()),
        v.reason(),
        actors.of(v.recordedBy()),
        v.recordedAt(),
        earlier);
  }

  /** Facts by name; what is no JSON object stays readable as it is. */
  static Map<String, String> provenance(@Nullable String json) {
    if (json == null) return Map.of();
    try {
      return new TreeMap<>(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
    } catch (JacksonException e) {
      return Map.of("text", json);
    }
  }

  private RecordedStep.IdentityCheck check(Step s, IdentityCheck c) {
    Text name =
        s.identityScans().stream()
            .filter(i -> i.id().equals(c.scan()))
            .map(Step.IdentityScan::name)
            .findFirst()
            .orElseGet(() -> Text.same(c.scan()));
    return new RecordedStep.IdentityCheck(
        c.scan(), name, c.code(), c.matched(), actors.of(c.by()), c.at());
  }

  RecordedSignature signature(Signature s) {
    return new RecordedSignature(
        s.id().toString(),
        s.subject(),
        s.meaning(),
        actors.of(s.person().value()),
        s.printedName(),
        s.signedAt(),
        s.language(),
        s.digest(),
        s.content(),
        Digest.sha256(s.content()).equals(s.digest()),
        s.voidReason());
  }
}
