package io.kizuna.simulator.crew;

import io.kizuna.simulator.crew.Mes.Entries;
import io.kizuna.simulator.crew.Mes.StepRef;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The container of another patient is scanned: a hard stop nobody at the bench can pass. */
final class WrongCoiPlan extends FaultPlan {
  private static final String CHECK = "up-receipt.user_check_bag_identity";

  WrongCoiPlan(Expectations expect) {
    super(expect);
  }

  @Override
  public Go before(BatchRun run, StepRef ref, JsonNode overview) {
    super.before(run, ref, overview);
    if (!BatchRun.step(ref.key()).equals(CHECK)) return Go.ON;
    Staff staff = run.crew().staff();
    MesSession operator = staff.having("OPERATOR");
    JsonNode view = Mes.step(operator, ref);
    JsonNode scan = view.path("identityScans").path(0);
    String foreign = Foreign.coi(run);
    String label = foreign + "/" + Json.text(scan, "container");
    completeUnscanned(run, ref, operator, view);
    completeForeign(ref, operator, view, foreign, "before the scan");

    JsonNode result = Mes.identityCheck(operator, ref, Json.text(scan, "id"), label);
    run.journal().count("identity checks", 1);
    expect.note(
        "scan of " + label,
        "MISMATCH",
        result.toString(),
        Json.text(result, "result").equals("MISMATCH"));
    expectException(run, "IDENTITY_MISMATCH", "CRITICAL");
    expectHeld(run);
    expect.refused(
        "scanning the right container afterwards, without QA",
        List.of("BR-009"),
        () ->
            Mes.identityCheck(
                operator,
                ref,
                Json.text(scan, "id"),
                run.order().coi() + "/" + Json.text(scan, "container")));
    completeForeign(ref, operator, view, foreign, "after the mismatch");
    completeUnscanned(run, ref, operator, view);
    expectNoRelease(run);
    return Go.DONE;
  }

  private void completeForeign(
      StepRef ref, MesSession operator, JsonNode view, String foreign, String when) {
    var entries = new Entries(foreign, view.path("revision").asInt(), values(), Map.of());
    expect.refused(
        "completing directly with the wrong COI " + when,
        List.of("ID-001", "BR-009"),
        () -> Mes.complete(operator, ref, UUID.randomUUID(), entries, null, null));
  }

  private void completeUnscanned(BatchRun run, StepRef ref, MesSession operator, JsonNode view) {
    var entries = new Entries(run.order().coi(), view.path("revision").asInt(), values(), Map.of());
    expect.refused(
        "completing directly without a matching scan",
        List.of("ID-002", "BR-009"),
        () -> Mes.complete(operator, ref, UUID.randomUUID(), entries, null, null));
  }

  private static Map<String, String> values() {
    return Map.of("din", "S-1", "bags_received", "1", "bags_expected", "1");
  }
}
