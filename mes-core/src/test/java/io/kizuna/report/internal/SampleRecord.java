package io.kizuna.report.internal;

import io.kizuna.audit.ReadAudit.Entry;
import io.kizuna.audit.ReadCheckpoints;
import io.kizuna.audit.SealedCheckpoint;
import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.BatchException.Type;
import io.kizuna.batchrecord.ReadRecord.Decision;
import io.kizuna.equipment.Equipment;
import io.kizuna.equipment.EquipmentDirectory;
import io.kizuna.equipment.TagDefinition;
import io.kizuna.equipment.TagDirectory;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.Text;
import io.kizuna.processdata.ReadHistorian.Gap;
import io.kizuna.recipe.Verdict;
import io.kizuna.release.DisposeBatch;
import io.kizuna.release.Disposed;
import io.kizuna.report.BatchRecord;
import io.kizuna.report.RecordedStep;
import io.kizuna.report.RecordedUnitProcedure;
import io.kizuna.retention.LegalHolds;
import io.kizuna.retention.Retention;
import io.kizuna.retention.RetentionRule;
import io.kizuna.signature.Meaning;
import io.kizuna.signature.Signature;
import io.kizuna.signature.Signing.Challenge;
import io.kizuna.site.Site;
import io.kizuna.testing.SampleBatch;
import io.kizuna.testing.SampleBatches;
import io.kizuna.testing.SamplePorts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Records to print: one with one of everything, one as long as a real batch. */
final class SampleRecord {

  private SampleRecord() {}

  static BatchRecord full() {
    var sample = new SampleBatch();
    corrected(sample);
    sample.exception(Type.LIMIT_REJECT, BatchException.State.CLOSED, "volume");
    var x = sample.exceptions.get(0);
    sample.decisions.add(decision(x.id(), "DEVIATION", "DEV-118 opened", 1620));
    sample.decisions.add(decision(x.id(), "CLOSE_DEVIATION", "no influence on quality", 1640));
    sample.gaps.add(
        new Gap(
            new EquipmentId("BRX-01"),
            null,
            SampleBatch.at(600),
            SampleBatch.at(660),
            "connection lost"));
    trail(sample);
    return read(sample);
  }

  private static Decision decision(UUID exception, String decision, String comment, int minute) {
    return new Decision(
        exception, decision, comment, "watanabe", SampleBatch.at(minute), UUID.randomUUID());
  }

  /** A count read wrongly: corrected, the signatures given before are void. */
  private static void corrected(SampleBatch sample) {
    var run = sample.run("user_count");
    sample.value(run, "vcd", "1.3456", Verdict.NORMAL);
    sample.signatures.replaceAll(
        s ->
            s.subject().startsWith("step:" + run.id())
                ? new Signature(
                    s.id(),
                    s.chain(),
                    s.subject(),
                    s.meaning(),
                    s.person(),
                    s.printedName(),
                    s.language(),
                    s.content(),
                    s.digest(),
                    s.signedAt(),
                    "vcd corrected")
                : s);
    sample.signatures.add(sample.sign(run, "correct", "tanaka", Meaning.CORRECTED));
    sample.signatures.add(sample.sign(run, "verify", "sato", Meaning.VERIFIED));
  }

  private static void trail(SampleBatch sample) {
    for (int i = 1; i <= 40; i++) {
      sample.entries.add(
          new Entry(
              "batch:" + sample.id,
              i,
              UUID.randomUUID(),
              SampleBatch.at(i * 10),
              i % 3 == 0 ? "system:engine" : "tanaka",
              "step.performed",
              "step",
              "up-make.user_count",
              "{\"changes\":{\"state\":{\"after\":\"COMPLETE\",\"before\":\"OPEN\"},"
                  + "\"value.vcd\":{\"after\":\"1.2345\"}},\"reason\":\"as planned\"}",
              "0123456789abcdef".repeat(4)));
    }
  }

  /** A log whose newest checkpoint covers the batch but for its last entry. */
  private record Sealed(SampleBatch sample) implements ReadCheckpoints {

    @Override
    public Optional<SealedCheckpoint> latest() {
      return Optional.of(
          new SealedCheckpoint(1, 131, "5dc9da79".repeat(8), "note", SampleBatch.at(400)));
    }

    @Override
    public Optional<SealedChain> ofChain(String chain) {
      if (sample.entries.isEmpty()) return Optional.empty();
      return latest().map(c -> new SealedChain(c, 39, "0123456789abcdef".repeat(4)));
    }
  }

  static BatchRecord read(SampleBatch sample) {
    var ports = new SamplePorts(sample);
    return new BatchRecordService(
            new SampleBatches(sample),
            ports,
            ports,
            ports,
            new Sealed(sample),
            ports,
            new CurveReader(ports, new Tags()),
            new Directory(),
            new Disposal(sample),
            new Kept30(),
            ports,
            new OneClient(),
            new RecordClock(Clock.systemUTC()),
            new PrintProcess("256m"))
        .read(sample.id, sample.person("watanabe"));
  }

  /** The steps of the full record, again and again. */
  static BatchRecord long60() {
    BatchRecord r = full();
    var make = r.unitProcedures().get(0);
    var all = new ArrayList<RecordedUnitProcedure>();
    for (int i = 0; i < 10; i++) {
      var steps = new ArrayList<RecordedStep>();
      for (int k = 0; k < 2; k++) {
        for (RecordedStep s : make.steps()) steps.add(longer(s, i + "-" + k));
      }
      all.add(
          new RecordedUnitProcedure(
              "up-" + i,
              "UP" + i,
              make.title(),
              make.startedAt(),
              make.endedAt(),
              steps,
              make.holdTimes()));
    }
    var curves = all.stream().map(u -> curve(r.curves().get(0), u.id())).toList();
    var entries = new ArrayList<BatchRecord.TrailEntry>();
    for (int i = 0; i < 15; i++) entries.addAll(r.auditTrail().entries());
    var trail = r.auditTrail();
    return new BatchRecord(
        r.format(),
        r.version(),
        r.copy(),
        r.status(),
        r.generatedAt(),
        r.header(),
        r.recipe(),
        r.patientToken(),
        r.bodyWeightKg(),
        r.createdAt(),
        r.endedAt(),
        r.holdReason(),
        r.equipment(),
        all,
        r.exceptions(),
        r.disposition(),
        r.retention(),
        r.signatures(),
        r.commands(),
        r.gaps(),
        curves,
        new BatchRecord.Trail(true, trail.length(), trail.head(), 0, entries),
        r.trail());
  }

  private static BatchRecord.Curve curve(BatchRecord.Curve c, String unitProcedure) {
    return new BatchRecord.Curve(
        unitProcedure,
        c.equipment(),
        c.tag(),
        c.name(),
        c.unit(),
        c.decimals(),
        c.from(),
        c.to(),
        c.low(),
        c.high(),
        c.usedBy(),
        c.columns(),
        c.gaps());
  }

  private static RecordedStep longer(RecordedStep s, String id) {
    var lines = new ArrayList<RecordedStep.Line>();
    while (lines.size() < 10) lines.addAll(s.parameters());
    return new RecordedStep(
        s.id() + id,
        s.key(),
        s.number(),
        s.title(),
        s.operation(),
        s.instructions(),
        s.performer(),
        s.verification(),
        s.signature(),
        s.state(),
        s.revision(),
        s.openedAt(),
        s.performedBy(),
        s.performedAt(),
        s.verifiedBy(),
        s.verifiedAt(),
        s.completedAt(),
        s.language(),
        s.comment(),
        lines,
        s.identityChecks(),
        s.signatures());
  }

  private record Tags() implements TagDirectory {

    private static final TagDefinition T_PV =
        new TagDefinition(
            "T_PV",
            new Text("Temperature", "温度"),
            TagDefinition.Type.NUMBER,
            "Cel",
            2,
            TagDefinition.Band.NONE,
            new TagDefinition.Band(new BigDecimal("36.5"), new BigDecimal("37.5")),
            TagDefinition.Band.NONE,
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            true,
            "{device}.T");

    @Override
    public List<TagDefinition> ofClass(String equipmentClass) {
      return List.of(T_PV);
    }

    @Override
    public List<TagDefinition> of(EquipmentId equipment) {
      return List.of(T_PV);
    }

    @Override
    public Optional<TagDefinition> find(EquipmentId equipment, String tag) {
      return Optional.of(T_PV);
    }
  }

  private record Directory() implements EquipmentDirectory {
    @Override
    public Equipment lock(EquipmentId id) {
      return require(id);
    }

    @Override
    public List<Equipment> all() {
      return Collections.singletonList(
          new Equipment(
              new EquipmentId("BRX-01"),
              "rocking-bioreactor",
              new Text("Rocking bioreactor 1", "揺動型バイオリアクター1"),
              "SUITE-1",
              null));
    }

    @Override
    public Optional<Equipment> byId(EquipmentId id) {
      return all().stream().findFirst();
    }

    @Override
    public List<Equipment> byClass(String equipmentClass) {
      return all();
    }

    @Override
    public Equipment require(EquipmentId id) {
      return all().get(0);
    }
  }

  private record Disposal(SampleBatch sample) implements DisposeBatch {

    @Override
    public Challenge challenge(Draft draft) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Disposed dispose(Command command) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Disposed> of(BatchId batch) {
      return Optional.of(
          new Disposed(
              batch,
              UUID.randomUUID(),
              io.kizuna.batch.Batch.Disposition.RELEASED,
              "all gates open",
              new PersonId("watanabe"),
              SampleBatch.at(1710),
              UUID.randomUUID(),
              "{}"));
    }
  }

  /** Under a legal hold, so that the print shows one. */
  private record Kept30() implements Retention {

    @Override
    public Kept of(Batch batch) {
      var rule = new RetentionRule("EU", "*", 30, 120, "Regulation (EC) 1394/2007", null, null);
      var hold =
          new LegalHolds.Decision(
              LegalHolds.Action.SET,
              "court order 2026-17",
              new PersonId("watanabe"),
              SampleBatch.at(1720),
              UUID.randomUUID());
      return new Kept(SampleBatch.at(1700), rule, hold, true);
    }

    @Override
    public List<RetentionRule> rules() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<LegalHolds.Decision> holds(Batch batch) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void set(Wanted wanted) {
      throw new UnsupportedOperationException();
    }
  }

  private record OneClient() implements Site {

    @Override
    public List<Client> clients() {
      return List.of(new Client("client-a", new Text("Aozora Therapeutics", "青空セラピューティクス")));
    }

    @Override
    public List<Suite> suites() {
      return List.of();
    }

    @Override
    public void addClient(Client client, PersonId by) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void addSuite(Suite suite, PersonId by) {
      throw new UnsupportedOperationException();
    }
  }
}
