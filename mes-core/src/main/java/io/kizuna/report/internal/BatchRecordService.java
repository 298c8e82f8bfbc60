package io.kizuna.report.internal;

import io.kizuna.audit.ReadAudit;
import io.kizuna.audit.ReadCheckpoints;
import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.ReadRecord;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.equipment.EquipmentDirectory;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Person;
import io.kizuna.processdata.ReadHistorian;
import io.kizuna.release.DisposeBatch;
import io.kizuna.report.BatchRecord;
import io.kizuna.report.BatchRecordReport;
import io.kizuna.report.RecordedException;
import io.kizuna.report.RecordedSeal;
import io.kizuna.retention.Retention;
import io.kizuna.signature.Signing;
import io.kizuna.site.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class BatchRecordService implements BatchRecordReport {

  /** Twice what a batch with every fault at once has; a print of more would not be read. */
  private static final int ENTRIES_MAX = 5_000;

  private final PrintProcess printer;

  private final Batches batches;
  private final ReadRecord records;
  private final Signing signing;
  private final ReadAudit audit;
  private final ReadCheckpoints checkpoints;
  private final ReadHistorian historian;
  private final CurveReader curves;
  private final EquipmentDirectory directory;
  private final DisposeBatch dispositions;
  private final Retention retention;
  private final People people;
  private final Site site;
  private final RecordClock clock;

  BatchRecordService(
      Batches batches,
      ReadRecord records,
      Signing signing,
      ReadAudit audit,
      ReadCheckpoints checkpoints,
      ReadHistorian historian,
      CurveReader curves,
      EquipmentDirectory directory,
      DisposeBatch dispositions,
      Retention retention,
      People people,
      Site site,
      RecordClock clock,
      PrintProcess printer) {
    this.batches = batches;
    this.records = records;
    this.signing = signing;
    this.audit = audit;
    this.checkpoints = checkpoints;
    this.historian = historian;
    this.curves = curves;
    this.directory = directory;
    this.dispositions = dispositions;
    this.retention = retention;
    this.people = people;
    this.site = site;
    this.clock = clock;
    this.printer = printer;
  }

  @Override
  @Transactional(readOnly = true)
  public BatchRecord read(BatchId id, Person viewer) {
    Batch batch = batches.get(id, viewer);
    var actors = new Actors(people.all());
    var runs = records.steps(id);
    var signatures = signing.ofChain(batch.chain());
    var assembly =
        new StepAssembly(
            batch, actors, runs, records.values(id), records.identityChecks(id), signatures);
    var unitProcedures = assembly.unitProcedures(records.unitProcedures(id), records.holdTimes(id));
    return new BatchRecord(
        BatchRecord.FORMAT,
        BatchRecord.VERSION,
        BatchRecord.Copy.FULL,
        batch.disposition() == null ? BatchRecord.Status.INTERIM : BatchRecord.Status.FINAL,
        clock.now(),
        header(batch),
        new BatchRecord.Master(
            batch.recipe().product(),
            batch.recipe().version(),
            batch.recipe().name(),
            batch.recipeHash(),
            batch.recipe().languages()),
        batch.patientToken(),
        batch.bodyWeightKg(),
        batch.createdAt(),
        batch.endedAt(),
        batch.holdReason(),
        equipment(batch),
        unitProcedures,
        exceptions(batch, runs, actors),
        dispositions
            .of(id)
            .map(
                d ->
                    new BatchRecord.Decision(
                        d.decision(), d.reason(), actors.of(d.by().value()), d.at()))
            .orElse(null),
        retention(batch, actors),
        signatures.stream()
            .filter(s -> !s.subject().startsWith("step:"))
            .map(assembly::signature)
            .toList(),
        commands(batch),
        gaps(batch),
        curves.read(batch, unitProcedures),
        trail(batch, actors),
        checkpoints
            .ofChain(batch.chain())
            .map(
                c ->
                    new RecordedSeal(
                        c.checkpoint().epoch(),
                        c.checkpoint().size(),
                        c.checkpoint().root(),
                        c.seq(),
                        c.hash()))
            .orElse(null));
  }

  private BatchRecord.Header header(Batch b) {
    Text client =
        site.clients().stream()
            .filter(c -> c.id().equals(b.client()))
            .map(Site.Client::name)
            .findFirst()
            .orElseGet(() -> Text.same(b.client()));
    return new BatchRecord.Header(
        b.id().toString(),
        b.number(),
        b.identity().coi().value(),
        b.identity().shortCode(),
        b.identity().checkWord(),
        b.identity().glyph(),
        new BatchRecord.Product(b.recipe().product(), b.recipe().name(), b.recipe().version()),
        new BatchRecord.Client(b.client(), client),
        b.state(),
        b.suite());
  }

  private BatchRecord.Retention retention(Batch batch, Actors actors) {
    var kept = retention.of(batch);
    var hold = kept.legalHold();
    return new BatchRecord.Retention(
        kept.retainUntil(),
        kept.rule().market(),
        kept.rule().product(),
        kept.rule().years(),
        kept.rule().shelfLifeMonths(),
        kept.rule().source(),
        hold == null
            ? null
            : new BatchRecord.Hold(hold.reason(), actors.of(hold.by().value()), hold.at()));
  }

  private List<BatchRecord.Unit> equipment(Batch batch) {
    var known =
        directory.all().stream().collect(Collectors.toMap(e -> e.id(), Function.identity()));
    var units = new ArrayList<BatchRecord.Unit>();
    batch
        .equipment()
        .forEach(
            (role, id) -> {
              var e = known.get(id);
              units.add(
                  new BatchRecord.Unit(
                      role,
                      id.value(),
                      e == null ? "" : e.equipmentClass(),
                      e == null ? Text.same(id.value()) : e.name()));
            });
    units.sort(Comparator.comparing(BatchRecord.Unit::role));
    return List.copyOf(units);
  }

  private List<RecordedException> exceptions(Batch batch, List<StepRun> runs, Actors actors) {
    Map<UUID, StepRun> byId =
        runs.stream().collect(Collectors.toMap(StepRun::id, Function.identity()));
    var decisions =
        records.decisions(batch.id()).stream()
            .collect(Collectors.groupingBy(ReadRecord.Decision::exception));
    return records.exceptions(batch.id()).stream()
        .map(
            x ->
                exception(
                    batch,
                    x,
                    x.stepRun() == null ? null : byId.get(x.stepRun()),
                    decisions.getOrDefault(x.id(), List.of()),
                    actors))
        .toList();
  }

  private static RecordedException exception(
      Batch batch,
      BatchException x,
      @Nullable StepRun run,
      List<ReadRecord.Decision> decisions,
      Actors actors) {
    var last = decisions.isEmpty() ? null : decisions.get(decisions.size() - 1);
    String number =
        run == null
            ? null
            : batch
                .recipe()
                .step(run.key().unitProcedure(), run.key().step())
                .map(s -> s.number())
                .orElse(null);
    return new RecordedException(
        x.id().toString(),
        x.number(),
        x.type(),
        x.severity(),
        run == null ? null : run.key().toString(),
        number,
        x.parameter(),
        x.text(),
        x.value(),
        x.limit(),
        x.reason(),
        x.openedAt(),
        actors.of(x.openedBy()),
        x.state(),
        last == null ? null : last.decision(),
        last == null ? null : last.comment(),
        last == null ? null : actors.of(last.by()),
        last == null ? null : last.at(),
        decisions.stream()
            .map(
                d ->
                    new RecordedException.Decided(
                        d.decision(),
                        d.comment(),
                        actors.of(d.by()),
                        d.at(),
                        d.signature().toString()))
            .toList());
  }

  private List<BatchRecord.Command> commands(Batch batch) {
    return records.commands(batch.id()).stream()
        .map(
            c ->
                new BatchRecord.Command(
                    c.unitProcedure(),
                    c.command(),
                    name(batch, c),
                    c.equipment(),
                    c.action(),
                    c.program(),
                    c.run(),
                    c.state(),
                    c.confirmedAt()))
        .toList();
  }

  private static Text name(Batch batch, ReadRecord.CommandSent c) {
    return batch.recipe().unitProcedure(c.unitProcedure()).stream()
        .flatMap(u -> u.commands().stream())
        .filter(k -> k.id().equals(c.command()))
        .map(k -> k.name())
        .findFirst()
        .orElseGet(() -> Text.same(c.command()));
  }

  private List<BatchRecord.Gap> gaps(Batch batch) {
    Instant end = batch.endedAt() == null ? clock.now() : batch.endedAt();
    return new HashSet<>(batch.equipment().values())
        .stream()
            .flatMap(unit -> historian.gaps(unit, batch.createdAt(), end).stream())
            .map(CurveReader::gap)
            .sorted(Comparator.comparing(BatchRecord.Gap::from))
            .toList();
  }

  private BatchRecord.Trail trail(Batch batch, Actors actors) {
    var check = audit.check(batch.chain());
    var entries =
        audit.story(batch.chain(), ENTRIES_MAX).stream()
            .map(
                e ->
                    new BatchRecord.TrailEntry(
                        e.seq(),
                        e.recordedAt(),
                        actors.of(e.actor()),
                        e.action(),
                        e.entity(),
                        e.entityId(),
                        e.body(),
                        null,
                        e.hash()))
            .toList();
    return new BatchRecord.Trail(
        check.valid(), check.length(), check.head(), check.firstBad(), entries);
  }

  @Override
  public String json(BatchRecord batchRecord) {
    return RecordJson.write(batchRecord);
  }

  @Override
  public void pdf(String json, String language, ZoneId zone, OutputStream out) throws IOException {
    printer.print(json, language, zone, out);
  }
}
