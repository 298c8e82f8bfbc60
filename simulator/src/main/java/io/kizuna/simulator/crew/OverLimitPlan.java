package io.kizuna.simulator.crew;

import io.kizuna.simulator.crew.Mes.Entries;
import io.kizuna.simulator.crew.Mes.StepRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Values outside their limits: blocked ones, and rejected ones with and without a reason. */
final class OverLimitPlan extends FaultPlan {
  private static final String ORDER = "up-receipt.user_confirm_order";
  private static final String LOGGER = "up-receipt.user_evaluate_logger";
  private static final String BLOCKED = "BR-006";
  private static final String REASON_MISSING = "BR-005";
  private static final String SIGNATURE_MISSING = "SG-003";
  private static final String REASON = "Logger was outside the shipper during unpacking.";

  OverLimitPlan(Expectations expect) {
    super(expect);
  }

  @Override
  public Go before(BatchRun run, StepRef ref, JsonNode overview) {
    super.before(run, ref, overview);
    String step = BatchRun.step(ref.key());
    if (step.equals(ORDER)) blocked(run, ref);
    if (!step.equals(LOGGER)) return Go.ON;
    rejected(run, ref);
    return Go.DONE;
  }

  /** Policy block: no reason and no way past the page helps. */
  private void blocked(BatchRun run, StepRef ref) {
    StepWork.Prepared p = run.prepared(ref);
    Map<String, String> values = changed(p, "identifiers_agree", "false");
    var entries = entries(p, values, Map.of("identifiers_agree", REASON));
    expect.refused(
        "signing that the patient identifiers do not agree, with a reason",
        List.of(BLOCKED),
        () -> Mes.challenge(p.performer(), ref, "PERFORM", entries));
    expect.refused(
        "the same directly against the interface, without page and challenge",
        List.of(BLOCKED),
        () -> Mes.complete(p.performer(), ref, UUID.randomUUID(), entries, null, null));
    String honest = Mes.challenge(p.performer(), ref, "PERFORM", p.entries());
    expect.refused(
        "signing the good value and sending the bad one",
        List.of("SG-004", BLOCKED),
        () ->
            Mes.complete(
                p.performer(),
                ref,
                UUID.randomUUID(),
                entries,
                Mes.signature(honest, p.performer()),
                null));
  }

  /** Beyond reject: recorded as it is, with a reason, and the batch is held. */
  private void rejected(BatchRun run, StepRef ref) {
    StepWork.Prepared p = run.prepared(ref);
    Definition warmest =
        Definition.of(p.view()).stream()
            .filter(d -> d.id().equals("temperature_max"))
            .findFirst()
            .orElseThrow(() -> new Stuck(LOGGER + " has no temperature_max"));
    String value = String.valueOf(warmest.outside());
    Map<String, String> values = changed(p, warmest.id(), value);
    JsonNode judged = Mes.evaluate(p.performer(), ref, values).path("values").path(warmest.id());
    expect.note(
        "verdict on " + value + " C in the dry shipper",
        "REJECT",
        Json.text(judged, "verdict"),
        Json.text(judged, "verdict").equals("REJECT"));
    Entries silent = entries(p, values, Map.of());
    Entries curt = entries(p, values, Map.of(warmest.id(), "ok"));
    Entries worded = entries(p, values, Map.of(warmest.id(), REASON));
    expect.refused(
        "signing it without a reason",
        List.of(REASON_MISSING),
        () -> Mes.challenge(p.performer(), ref, "PERFORM", silent));
    expect.refused(
        "signing it with a reason that says nothing",
        List.of(REASON_MISSING),
        () -> Mes.challenge(p.performer(), ref, "PERFORM", curt));
    expect.refused(
        "completing it directly without a reason",
        List.of(REASON_MISSING),
        () -> Mes.complete(p.performer(), ref, UUID.randomUUID(), silent, null, null));
    expect.refused(
        "completing it directly with a reason, without a signature",
        List.of(SIGNATURE_MISSING),
        () -> Mes.complete(p.performer(), ref, UUID.randomUUID(), worded, null, null));
    String challenge = Mes.challenge(p.performer(), ref, "PERFORM", worded);
    JsonNode answer =
        Mes.complete(
            p.performer(),
            ref,
            UUID.randomUUID(),
            worded,
            Mes.signature(challenge, p.performer()),
            null);
    expect.note(
        "the true value with reason and signature",
        "recorded, and a critical exception opened",
        answer.toString(),
        answer.path("exceptions").toString().contains("CRITICAL"));
    expectException(run, "LIMIT_REJECT", "CRITICAL");
    expectHeld(run);
    expectNoRelease(run);
  }

  private static Map<String, String> changed(StepWork.Prepared p, String parameter, String value) {
    var values = new LinkedHashMap<>(p.values());
    values.put(parameter, value);
    return values;
  }

  private static Entries entries(
      StepWork.Prepared p, Map<String, String> values, Map<String, String> reasons) {
    return new Entries(p.entries().coi(), p.entries().revision(), values, reasons);
  }
}
