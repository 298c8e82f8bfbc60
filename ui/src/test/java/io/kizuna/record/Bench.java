package io.kizuna.record;

import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.batch.OrderBatch;
import io.kizuna.batchrecord.CheckIdentity;
import io.kizuna.batchrecord.CompleteStep;
import io.kizuna.batchrecord.CompleteStep.Outcome;
import io.kizuna.batchrecord.CompleteStep.Signed;
import io.kizuna.batchrecord.EvaluateStep;
import io.kizuna.batchrecord.HoldBatch;
import io.kizuna.batchrecord.ReadRecord;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.batchrecord.VerifyStep;
import io.kizuna.equipment.Equipment;
import io.kizuna.equipment.RegisterEquipment;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.StepKey;
import io.kizuna.kernel.Text;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Range;
import io.kizuna.recipe.Source;
import io.kizuna.recipe.Step;
import io.kizuna.recipe.Verdict;
import io.kizuna.signature.Signing.Challenge;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands for the tests: works steps through the same ports as the pages. */
class Bench {

  static final PersonId TANAKA = new PersonId("tanaka");
  static final PersonId SATO = new PersonId("sato");
  static final PersonId SUZUKI = new PersonId("suzuki");
  static final PersonId ITO = new PersonId("ito");
  static final String SESSION = "bench";

  private static final Map<String, String> LOTS =
      Map.of(
          "lv-vector", "LV-2611-07",
          "culture-medium", "MED-2611-01",
          "cytokine", "IL2-2609-03",
          "expansion-bag", "BAG-2608-11",
          "cryomedium", "CRYO-2610-05",
          "cryobag", "EVA-2607-21");

  private static final int STEPS_MAX = 100;

  private final OrderBatch orders;
  private final Batches batches;
  private final ReadRecord record;
  private final CheckIdentity identity;
  private final EvaluateStep evaluate;
  private final CompleteStep complete;
  private final VerifyStep verify;
  private final RecordClock clock;
  private final RegisterEquipment equipment;
  private final HoldBatch states;
  private final AtomicInteger units = new AtomicInteger();
  private final Queue<BatchId> ordered = new ConcurrentLinkedQueue<>();

  Bench(
      OrderBatch orders,
      Batches batches,
      ReadRecord record,
      CheckIdentity identity,
      EvaluateStep evaluate,
      CompleteStep complete,
      VerifyStep verify,
      RecordClock clock,
      RegisterEquipment equipment,
      HoldBatch states) {
    this.orders = orders;
    this.batches = batches;
    this.record = record;
    this.identity = identity;
    this.evaluate = evaluate;
    this.complete = complete;
    this.verify = verify;
    this.clock = clock;
    this.equipment = equipment;
    this.states = states;
  }

  /** A batch with a bioreactor of its own: it holds one batch. */
  BatchId order() {
    return order(newBioreactor());
  }

  EquipmentId newBioreactor() {
    var id = new EquipmentId("BRX-T" + units.incrementAndGet());
    var name = Text.same(id.value());
    equipment.register(new Equipment(id, "rocking-bioreactor", name, "suite-1", null), ITO);
    return id;
  }

  BatchId order(EquipmentId bioreactor) {
    BatchId batch = orders.order(command(bioreactor));
    ordered.add(batch);
    return batch;
  }

  /** A site has check words for some dozens of batches at a time: nobody leaves any behind. */
  void endAll() {
    for (BatchId id = ordered.poll(); id != null; id = ordered.poll()) {
      var state = batch(id).state();
      if (state == Batch.State.RUNNING || state == Batch.State.HELD) abort(id);
    }
  }

  private static OrderBatch.Command command(EquipmentId bioreactor) {
    return new OrderBatch.Command(
        UUID.randomUUID(),
        "car-t-lv",
        "client-a",
        "suite-1",
        "PT-0001",
        new BigDecimal("70.0"),
        Map.of(
            "bioreactor", bioreactor,
            "incubator", new EquipmentId("INC-01"),
            "counter", new EquipmentId("CTR-01"),
            "freezer", new EquipmentId("CRF-01"),
            "storage", new EquipmentId("LNF-01")),
        ITO);
  }

  /** Quality ends the batch. */
  void abort(BatchId id) {
    var why = "ended by the test";
    var challenge = states.challenge(SESSION, id, HoldBatch.Change.ABORT, why, SUZUKI);
    states.change(
        UUID.randomUUID(),
        SESSION,
        id,
        HoldBatch.Change.ABORT,
        why,
        SUZUKI,
        new Signed(challenge.id(), SUZUKI),
        "en");
  }

  Batch batch(BatchId id) {
    return batches.get(id);
  }

  StepRun run(BatchId id, String key) {
    return record.step(id, StepKey.valueOf(key)).orElseThrow();
  }

  Step step(BatchId id, String key) {
    var k = StepKey.valueOf(key);
    return batch(id).recipe().step(k.unitProcedure(), k.step()).orElseThrow();
  }

  /** Scans what the step asks for, all right. */
  void scan(BatchId id, String key, PersonId who) {
    for (var scan : step(id, key).identityScans()) {
      String label = batch(id).identity().coi() + "/" + scan.container();
      identity.check(id, StepKey.valueOf(key), who, scan.id(), label);
    }
  }

  /** A command with good values; {@code changes} replace some of them. */
  CompleteStep.Command draft(
      BatchId id, String key, PersonId who, Map<String, String> changes, Map<String, String> why) {
    var values = goodValues(id, key);
    values.putAll(changes);
    return new CompleteStep.Command(
        UUID.randomUUID(),
        SESSION,
        id,
        StepKey.valueOf(key),
        who,
        batch(id).identity().coi().value(),
        run(id, key).revision(),
        values,
        why,
        null,
        "en",
        null,
        null);
  }

  /** The same command, signed by {@code who} after a challenge. */
  CompleteStep.Command signed(CompleteStep.Command c, PersonId who) {
    var challenge = evaluate.challengePerform(c, false);
    return new CompleteStep.Command(
        c.requestId(),
        c.session(),
        c.batch(),
        c.step(),
        c.actor(),
        c.coi(),
        c.revision(),
        c.values(),
        c.reasons(),
        c.comment(),
        c.language(),
        new Signed(challenge.id(), who),
        null);
  }

  Outcome perform(BatchId id, String key, PersonId who, Map<String, String> changes) {
    return perform(id, key, who, changes, Map.of());
  }

  Outcome perform(
      BatchId id, String key, PersonId who, Map<String, String> changes, Map<String, String> why) {
    scan(id, key, who);
    return complete.complete(signed(draft(id, key, who, changes, why), who));
  }

  Challenge challengeVerify(BatchId id, String key, PersonId who, Map<String, String> second) {
    return evaluate.challengeVerify(
        new VerifyStep.Draft(SESSION, id, StepKey.valueOf(key), who, second, "en"));
  }

  Outcome verify(BatchId id, String key, PersonId who, Map<String, String> second) {
    var challenge = challengeVerify(id, key, who, second);
    return verify.verify(
        new VerifyStep.Command(
            UUID.randomUUID(),
            SESSION,
            id,
            StepKey.valueOf(key),
            who,
            batch(id).identity().coi().value(),
            run(id, key).revision(),
            second,
            null,
            "en",
            new Signed(challenge.id(), who)));
  }

  /** Performs and, where asked for, verifies the step with good values. */
  void work(BatchId id, String key) {
    work(id, key, Map.of());
  }

  void work(BatchId id, String key, Map<String, String> changes) {
    Step step = step(id, key);
    PersonId performer = step.performer().name().equals("QA") ? SUZUKI : TANAKA;
    perform(id, key, performer, changes);
    if (step.verification() == Step.Verification.NONE) return;
    var second = new HashMap<String, String>();
    if (step.verification() == Step.Verification.BLIND_SECOND_ENTRY) {
      record.values(run(id, key).id()).forEach(v -> second.put(v.parameter(), v.value()));
    }
    verify(id, key, SATO, second);
  }

  /** Works whatever is open, with good values, until the step is; some steps need others. */
  void workUntil(BatchId id, String key, Map<String, Map<String, String>> changes) {
    for (int steps = 0; steps < STEPS_MAX; steps++) {
      var open = record.steps(id).stream().filter(r -> r.state() == StepRun.State.OPEN).toList();
      if (open.stream().anyMatch(r -> r.key().toString().equals(key))) return;
      String next = open.get(0).key().toString();
      work(id, next, changes.getOrDefault(next, Map.of()));
    }
    throw new IllegalStateException("the route does not come to " + key);
  }

  Map<String, String> goodValues(BatchId id, String key) {
    var values = new LinkedHashMap<String, String>();
    for (Parameter p : step(id, key).parameters()) {
      if (p.source() instanceof Source.Manual) values.put(p.id(), good(p));
      if (p.source() instanceof Source.Scan s) values.put(p.id(), code(id, s));
    }
    return values;
  }

  private String code(BatchId id, Source.Scan scan) {
    return switch (scan.of()) {
      case LOT -> LOTS.get(scan.material());
      case EQUIPMENT -> batch(id).equipment(scan.equipment()).value();
      case LABEL -> batch(id).identity().coi() + "/label";
      case PATIENT -> batch(id).patientToken();
      case FREE -> "F-0001";
    };
  }

  private String good(Parameter p) {
    return switch (p.type()) {
      case DECIMAL, INTEGER -> number(p);
      case BOOLEAN -> p.limits() == null ? "true" : p.limits().allowed().get(0);
      case CHOICE ->
          p.choices().stream()
              .filter(c -> c.verdict() == Verdict.NORMAL)
              .findFirst()
              .orElse(p.choices().get(0))
              .value();
      case TIME -> clock.now().toString();
      case TEXT, SCAN, FILE, CURVE -> "as planned";
    };
  }

  private static String number(Parameter p) {
    Range normal = p.limits() == null ? null : p.limits().normal();
    if (normal == null) return "1";
    if (normal.low() == null) return normal.high().toPlainString();
    if (normal.high() == null) return normal.low().toPlainString();
    var middle = normal.low().add(normal.high()).divide(BigDecimal.valueOf(2));
    return p.type() == Parameter.Type.INTEGER
        ? middle.toBigInteger().toString()
        : middle.toPlainString();
  }
}
