package io.kizuna.testing;

import io.kizuna.audit.ReadAudit.ChainCheck;
import io.kizuna.audit.ReadAudit.Entry;
import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.BatchException.Severity;
import io.kizuna.batchrecord.ReadRecord.CommandSent;
import io.kizuna.batchrecord.ReadRecord.Decision;
import io.kizuna.batchrecord.ReadRecord.HoldState;
import io.kizuna.batchrecord.ReadRecord.HoldTimeRun;
import io.kizuna.batchrecord.ReadRecord.IdentityCheck;
import io.kizuna.batchrecord.ReadRecord.UnitProcedureRun;
import io.kizuna.batchrecord.RecordedValue;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.identity.BatchIdentity;
import io.kizuna.identity.CoiIdentifier;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.Digest;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.StepKey;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import io.kizuna.processdata.ReadHistorian.Gap;
import io.kizuna.recipe.MasterBatchRecord;
import io.kizuna.recipe.Verdict;
import io.kizuna.signature.Meaning;
import io.kizuna.signature.Signature;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A batch that waits for its disposition and could be released; tests spoil one thing of it.
 * Operator tanaka performed, sato verified, suzuki (QA) reviewed, watanabe (QA) may decide.
 */
public final class SampleBatch {

  public static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

  public final BatchId id = new BatchId(UUID.fromString("01930000-0000-7000-8000-000000000001"));
  public final MasterBatchRecord recipe = SampleRecipe.recipe();
  public final BatchIdentity identity =
      new BatchIdentity(
          CoiIdentifier.of("A9997", 2026, "K7M42P"), "K7M-42", new Text("crane", "鶴"), 3);
  public final List<StepRun> runs = new ArrayList<>();
  public final List<RecordedValue> values = new ArrayList<>();
  public final List<IdentityCheck> checks = new ArrayList<>();
  public final List<HoldTimeRun> holdTimes = new ArrayList<>();
  public final List<BatchException> exceptions = new ArrayList<>();
  public final List<Decision> decisions = new ArrayList<>();
  public final List<CommandSent> commands = new ArrayList<>();
  public final List<UnitProcedureRun> unitProcedures = new ArrayList<>();
  public final List<Signature> signatures = new ArrayList<>();
  public final List<Gap> gaps = new ArrayList<>();
  public final List<Person> people = new ArrayList<>();
  public final List<Entry> entries = new ArrayList<>();
  public ChainCheck chain = new ChainCheck(true, 420, "ab".repeat(32), 0);
  public Batch.State state = Batch.State.RUNNING;

  public SampleBatch() {
    person("tanaka", "Tanaka Yuki", "田中 優希", Role.OPERATOR, Role.QC_ANALYST);
    person("sato", "Sato Ren", "佐藤 蓮", Role.OPERATOR, Role.QC_ANALYST);
    person("kobayashi", "Kobayashi Mei", "小林 芽衣", Role.SUPERVISOR);
    person("suzuki", "Suzuki Aoi", "鈴木 葵", Role.QA);
    person("watanabe", "Watanabe Sora", "渡辺 空", Role.QA);
    StepRun count = done(SampleRecipe.MAKE, "user_count", 10);
    value(count, "vcd", "1.2345", Verdict.NORMAL);
    value(count, "clean", "true", Verdict.NORMAL);
    checks.add(
        new IdentityCheck(
            count.id(), "bag", identity.coi() + "/bag", true, "tanaka", count.performedAt()));
    StepRun feed = done(SampleRecipe.MAKE, "user_feed", 40);
    value(feed, "volume", "100.0", Verdict.NORMAL);
    value(feed, "look", "clear", Verdict.NORMAL);
    StepRun evaluate = done(SampleRecipe.MAKE, "user_evaluate", 1500);
    window(evaluate, "mean", "36.98125");
    StepRun qc = done(SampleRecipe.RELEASE, "user_record_qc_results", 1600);
    value(qc, "viability", "91.4", Verdict.NORMAL);
    signAll();
    review(1700, "suzuki");
    open(1705);
    unitProcedures.add(new UnitProcedureRun(SampleRecipe.MAKE, START, at(1550)));
    unitProcedures.add(new UnitProcedureRun(SampleRecipe.RELEASE, at(1550), null));
    holdTimes.add(
        new HoldTimeRun(
            "HT-03",
            SampleRecipe.MAKE,
            new Text("Count to feed", "測定から給餌まで"),
            at(10),
            at(60),
            at(70),
            at(130),
            at(40),
            HoldState.MET));
    commands.add(
        new CommandSent(
            SampleRecipe.MAKE,
            "service_start",
            "BRX-01",
            "START_PROGRAM",
            "EXP-37",
            "run-7",
            "Running",
            at(15)));
  }

  public static Instant at(int minutes) {
    return START.plusSeconds(60L * minutes);
  }

  private void person(String user, String en, String ja, Role... roles) {
    people.add(new Person(new PersonId(user), new Text(en, ja), Set.of(roles), Set.of(), true));
  }

  public Person person(String user) {
    return people.stream().filter(p -> p.id().value().equals(user)).findFirst().orElseThrow();
  }

  public Batch batch() {
    return new Batch(
        id,
        "B-2611-042",
        "client-a",
        "SUITE-1",
        UUID.fromString("01930000-0000-7000-8000-0000000000aa"),
        "cd".repeat(32),
        recipe,
        identity,
        "PT-0815",
        new BigDecimal("68.500"),
        Map.of("bioreactor", new EquipmentId("BRX-01")),
        state,
        state == Batch.State.HELD ? "exception 1" : null,
        null,
        START,
        null,
        null);
  }

  /** Performed by tanaka, verified by sato. */
  public StepRun done(String unitProcedure, String step, int minute) {
    var run =
        new StepRun(
            UUID.randomUUID(),
            id,
            new StepKey(unitProcedure, step, 1),
            StepRun.State.COMPLETE,
            2,
            true,
            at(minute - 5),
            at(minute),
            "tanaka",
            at(minute + 2),
            "sato",
            at(minute + 2),
            "en",
            null);
    runs.add(run);
    return run;
  }

  private void review(int minute, String by) {
    var run =
        new StepRun(
            UUID.randomUUID(),
            id,
            new StepKey(SampleRecipe.RELEASE, "user_review_batch_record", 1),
            StepRun.State.COMPLETE,
            1,
            true,
            at(minute - 5),
            at(minute),
            by,
            null,
            null,
            at(minute),
            "ja",
            "Reviewed by exception");
    runs.add(run);
    signatures.add(sign(run, "perform", by, Meaning.REVIEWED));
  }

  private void open(int minute) {
    runs.add(
        new StepRun(
            UUID.randomUUID(),
            id,
            new StepKey(SampleRecipe.RELEASE, "user_decide_disposition", 1),
            StepRun.State.OPEN,
            0,
            false,
            at(minute),
            null,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  public StepRun run(String step) {
    return runs.stream().filter(r -> r.key().step().equals(step)).findFirst().orElseThrow();
  }

  /** Replaces a run by one in another state. */
  public void setState(String step, StepRun.State next) {
    StepRun r = run(step);
    boolean routed = next == StepRun.State.COMPLETE;
    runs.set(
        runs.indexOf(r),
        new StepRun(
            r.id(),
            id,
            r.key(),
            next,
            r.revision(),
            routed,
            r.openedAt(),
            r.performedAt(),
            r.performedBy(),
            r.verifiedAt(),
            r.verifiedBy(),
            r.completedAt(),
            r.language(),
            r.comment()));
  }

  public void value(StepRun run, String parameter, String value, Verdict verdict) {
    int revision = (int) values.stream().filter(v -> same(v, run, parameter)).count() + 1;
    var p = recipe.step(run.key().unitProcedure(), run.key().step()).orElseThrow();
    values.add(
        new RecordedValue(
            run.id(),
            parameter,
            revision,
            value,
            p.parameter(parameter).orElseThrow().unit(),
            verdict,
            "MANUAL",
            null,
            revision > 1 ? "misread <b>& typed</b> wrongly" : null,
            "tanaka",
            run.performedAt()));
  }

  private static boolean same(RecordedValue v, StepRun run, String parameter) {
    return v.stepRun().equals(run.id()) && v.parameter().equals(parameter);
  }

  private void window(StepRun run, String parameter, String value) {
    String provenance =
        Digest.canonical(
            Map.of(
                "tag", "BRX-01.T_PV",
                "statistic", "MEAN",
                "from", at(10).toString(),
                "to", at(1500).toString(),
                "coverage", "99.93",
                "minCoverage", "95",
                "readings", "17880",
                "blockHash", "ef".repeat(32)));
    values.add(
        new RecordedValue(
            run.id(),
            parameter,
            1,
            value,
            "Cel",
            Verdict.NORMAL,
            "WINDOW",
            provenance,
            null,
            "tanaka",
            run.performedAt()));
  }

  private void signAll() {
    for (StepRun run : List.copyOf(runs)) {
      signatures.add(sign(run, "perform", "tanaka", Meaning.PERFORMED));
      signatures.add(sign(run, "verify", "sato", Meaning.VERIFIED));
    }
  }

  /** A signature over what stands recorded now. */
  public Signature sign(StepRun run, String purpose, String by, Meaning meaning) {
    var lines = new ArrayList<Map<String, String>>();
    values.stream()
        .filter(v -> v.stepRun().equals(run.id()))
        .forEach(v -> lines.add(Map.of("id", v.parameter(), "value", v.value())));
    var content = new LinkedHashMap<String, Object>();
    content.put("purpose", purpose);
    content.put("coi", identity.coi().value());
    content.put("step", run.key().toString());
    content.put("values", lines);
    return signature(run.subject(purpose), Digest.canonical(content), by, meaning, run);
  }

  private Signature signature(
      String subject, String content, String by, Meaning meaning, StepRun run) {
    return new Signature(
        UUID.randomUUID(),
        "batch:" + id,
        subject,
        meaning,
        new PersonId(by),
        person(by).name(),
        "en",
        content,
        Digest.sha256(content),
        subject.endsWith("verify") ? run.verifiedAt() : run.performedAt(),
        null);
  }

  public void exception(BatchException.Type type, BatchException.State next, String parameter) {
    StepRun run = run("user_feed");
    exceptions.add(
        new BatchException(
            UUID.randomUUID(),
            id,
            exceptions.size() + 1,
            type,
            Severity.MAJOR,
            run.id(),
            parameter,
            new Text("Volume added: outside the reject limit", "添加量:不適合限界外"),
            "125.0 mL",
            "95 - 105; reject > 120",
            "pump ran on",
            run.performedAt(),
            "tanaka",
            next));
  }
}
