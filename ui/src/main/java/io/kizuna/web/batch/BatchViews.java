package io.kizuna.web.batch;

import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.BatchProgress;
import io.kizuna.batchrecord.ReadRecord;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.equipment.Connection;
import io.kizuna.equipment.Connections;
import io.kizuna.equipment.Equipment;
import io.kizuna.equipment.EquipmentDirectory;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.Text;
import io.kizuna.recipe.Step;
import io.kizuna.recipe.UnitProcedure;
import io.kizuna.web.PersonNames;
import io.kizuna.web.PersonNames.PersonRef;
import io.kizuna.web.batchrecord.HoldTimeView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts recipe, record and equipment of a batch together for its overview (W3). */
@Component
class BatchViews {

  private final ReadRecord record;
  private final BatchProgress progress;
  private final EquipmentDirectory equipment;
  private final Connections connections;
  private final Headers headers;
  private final PersonNames names;

  BatchViews(
      ReadRecord record,
      BatchProgress progress,
      EquipmentDirectory equipment,
      Connections connections,
      Headers headers,
      PersonNames names) {
    this.record = record;
    this.progress = progress;
    this.equipment = equipment;
    this.connections = connections;
    this.headers = headers;
    this.names = names;
  }

  record BoundUnit(String role, String equipmentId, Text name, Connection.State connection) {}

  /** State of a step as the overview shows it; those the route has not reached are pending. */
  enum StepLineState {
    PENDING,
    OPEN,
    AWAITING_VERIFICATION,
    COMPLETE,
    ABANDONED;

    static StepLineState of(StepRun run) {
      return switch (run.state()) {
        case OPEN -> OPEN;
        case AWAITING_VERIFICATION -> AWAITING_VERIFICATION;
        case COMPLETE -> COMPLETE;
        case ABANDONED -> ABANDONED;
      };
    }
  }

  /** State of a unit procedure as the overview shows it. */
  enum UnitProcedureState {
    PENDING,
    RUNNING,
    COMPLETE
  }

  record StepLine(
      String key,
      String number,
      Text title,
      StepLineState state,
      @Nullable Instant openedAt,
      @Nullable Instant completedAt,
      @Nullable PersonRef performedBy,
      @Nullable PersonRef verifiedBy,
      long exceptions) {}

  record UnitProcedureView(
      String id,
      String number,
      Text title,
      UnitProcedureState state,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      List<StepLine> steps) {}

  record Counts(long open, long total) {}

  /**
   * @param waitsUntil when the route, or one branch of it, goes on by itself, in plant time; absent
   *     where a person or a device must act.
   */
  record BatchView(
      BatchHeader header,
      Batch.State state,
      @Nullable String holdReason,
      @Nullable Instant waitsUntil,
      List<BoundUnit> equipment,
      Instant createdAt,
      @Nullable Instant endedAt,
      Batch.@Nullable Disposition disposition,
      List<UnitProcedureView> unitProcedures,
      List<HoldTimeView> holdTimes,
      Counts exceptions) {}

  BatchView of(Batch batch) {
    var runs = record.steps(batch.id());
    var exceptions = record.exceptions(batch.id());
    Map<UUID, Long> perStep =
        exceptions.stream()
            .filter(e -> e.stepRun() != null)
            .collect(
                Collectors.groupingBy(
                    e -> java.util.Objects.requireNonNull(e.stepRun()), Collectors.counting()));
    var unitRuns =
        record.unitProcedures(batch.id()).stream()
            .collect(Collectors.toMap(ReadRecord.UnitProcedureRun::unitProcedure, u -> u));
    return new BatchView(
        headers.of(batch),
        batch.state(),
        batch.holdReason(),
        batch.state() == Batch.State.RUNNING ? progress.waitsUntil(batch.id()) : null,
        units(batch),
        batch.createdAt(),
        batch.endedAt(),
        batch.disposition(),
        batch.recipe().unitProcedures().stream()
            .map(u -> line(u, unitRuns.get(u.id()), runs, perStep))
            .toList(),
        record.holdTimes(batch.id()).stream().map(HoldTimeView::of).toList(),
        new Counts(
            exceptions.stream()
                .filter(
                    e ->
                        e.state() == BatchException.State.OPEN
                            || e.state() == BatchException.State.DEVIATION)
                .count(),
            exceptions.size()));
  }

  private List<BoundUnit> units(Batch batch) {
    Map<EquipmentId, Text> known =
        equipment.all().stream().collect(Collectors.toMap(Equipment::id, Equipment::name));
    return batch.equipment().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            e ->
                new BoundUnit(
                    e.getKey(),
                    e.getValue().value(),
                    known.getOrDefault(e.getValue(), Text.same(e.getValue().value())),
                    connections.of(e.getValue()).state()))
        .toList();
  }

  private UnitProcedureView line(
      UnitProcedure unit,
      ReadRecord.@Nullable UnitProcedureRun run,
      List<StepRun> runs,
      Map<UUID, Long> exceptions) {
    var steps = new ArrayList<StepLine>();
    for (Step step : unit.steps()) {
      var passes =
          runs.stream()
              .filter(r -> r.key().unitProcedure().equals(unit.id()))
              .filter(r -> r.key().step().equals(step.id()))
              .toList();
      if (passes.isEmpty()) {
        steps.add(
            new StepLine(
                unit.id() + "." + step.id(),
                step.number(),
                step.title(),
                StepLineState.PENDING,
                null,
                null,
                null,
                null,
                0));
      }
      for (StepRun r : passes) {
        steps.add(
            new StepLine(
                r.key().toString(),
                step.number(),
                step.title(),
                StepLineState.of(r),
                r.openedAt(),
                r.completedAt(),
                names.ofNullable(r.performedBy()),
                names.ofNullable(r.verifiedBy()),
                exceptions.getOrDefault(r.id(), 0L)));
      }
    }
    return new UnitProcedureView(
        unit.id(),
        unit.number(),
        unit.title(),
        state(run),
        run == null ? null : run.startedAt(),
        run == null ? null : run.endedAt(),
        steps);
  }

  private static UnitProcedureState state(ReadRecord.@Nullable UnitProcedureRun run) {
    if (run == null) return UnitProcedureState.PENDING;
    return run.endedAt() == null ? UnitProcedureState.RUNNING : UnitProcedureState.COMPLETE;
  }
}
