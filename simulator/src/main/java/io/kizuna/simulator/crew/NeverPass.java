package io.kizuna.simulator.crew;

import io.kizuna.simulator.crew.Mes.Entries;
import io.kizuna.simulator.crew.Mes.StepRef;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What no batch may ever let pass, tried at the first steps of every fault run. */
final class NeverPass {
  private static final String STEP_NOT_OPEN = "BR-001";
  private static final String SAME_PERSON = "BR-008";
  private static final String WRONG_SCREEN = "ID-001";
  private static final String WRONG_PASSWORD = "SG-001";
  private static final List<String> CHALLENGE_SPENT = List.of("SG-002", "SG-004");

  private final Expectations expect;
  private boolean beforeDone;
  private boolean performedDone;
  private boolean replayDone;
  private @Nullable String spent;

  NeverPass(Expectations expect) {
    this.expect = expect;
  }

  /** Skipping, and signing with a wrong password. */
  void before(BatchRun run, StepRef ref, JsonNode overview) {
    JsonNode view = Mes.step(run.crew().staff().reviewer(), ref);
    if (Json.textOrNull(view, "signature") == null) return;
    if (!beforeDone) {
      beforeDone = true;
      skip(run, overview);
      wrongPassword(run, ref);
      wrongScreen(run, ref);
    } else if (spent != null && !replayDone) {
      replayDone = true;
      replay(run, ref, spent);
    }
  }

  private void skip(BatchRun run, JsonNode overview) {
    for (JsonNode up : overview.path("unitProcedures")) {
      for (JsonNode s : up.path("steps")) {
        if (!Json.text(s, "state").equals("PENDING")) continue;
        StepRef later = new StepRef(run.order().batch(), Json.text(s, "key"));
        MesSession operator = run.crew().staff().having("OPERATOR");
        Entries none = new Entries(run.order().coi(), 0, Map.of(), Map.of());
        expect.refused(
            "completing " + later.key() + ", which the route has not reached",
            List.of(STEP_NOT_OPEN),
            () -> Mes.complete(operator, later, UUID.randomUUID(), none, null, null));
        return;
      }
    }
  }

  private void wrongPassword(BatchRun run, StepRef ref) {
    StepWork.Prepared p = run.prepared(ref);
    String challenge = Mes.challenge(p.performer(), ref, "PERFORM", p.entries());
    ObjectNode signature = Mes.signature(challenge, p.performer().user, "not the password");
    expect.refused(
        "signing " + ref.key() + " as " + p.performer().user + " with a wrong password",
        List.of(WRONG_PASSWORD),
        () -> complete(p, signature));
  }

  private void wrongScreen(BatchRun run, StepRef ref) {
    StepWork.Prepared p = run.prepared(ref);
    String challenge = Mes.challenge(p.performer(), ref, "PERFORM", p.entries());
    var foreign =
        new Entries(
            Foreign.coi(run), p.entries().revision(), p.entries().values(), p.entries().reasons());
    expect.refused(
        "completing " + ref.key() + " directly with another patient's COI",
        List.of(WRONG_SCREEN),
        () ->
            Mes.complete(
                p.performer(),
                ref,
                UUID.randomUUID(),
                foreign,
                Mes.signature(challenge, p.performer()),
                null));
  }

  private static void complete(StepWork.Prepared p, ObjectNode signature) {
    Mes.complete(p.performer(), p.ref(), UUID.randomUUID(), p.entries(), signature, null);
  }

  /** Verification by the performer: in the own session, and signed into another one. */
  void performed(BatchRun run, StepWork.Prepared p, StepWork.Done done) {
    if (done.challenge() != null) spent = done.challenge();
    boolean awaits = Json.text(done.answer(), "state").equals("AWAITING_VERIFICATION");
    if (!awaits || performedDone) return;
    performedDone = true;
    Staff staff = run.crew().staff();
    MesSession other = staff.verifier(Json.text(p.view(), "performer"), p.performer().user);
    for (MesSession session : List.of(p.performer(), other)) {
      JsonNode view = Mes.step(session, p.ref());
      Entries entries = StepWork.verification(view, p.values());
      expect.refused(
          p.performer().user + " verifies the own step in the session of " + session.user,
          List.of(SAME_PERSON),
          () -> {
            String challenge = Mes.challenge(session, p.ref(), "VERIFY", entries);
            ObjectNode own = Mes.signature(challenge, p.performer());
            Mes.verify(session, p.ref(), UUID.randomUUID(), entries, own);
          });
    }
    release(run, "releasing a batch that is not complete");
  }

  private void replay(BatchRun run, StepRef ref, String challenge) {
    StepWork.Prepared p = run.prepared(ref);
    expect.refused(
        "signing " + ref.key() + " with the challenge of an earlier step",
        CHALLENGE_SPENT,
        () -> complete(p, Mes.signature(challenge, p.performer())));
  }

  /** Release must be refused; tried by the person who may release. */
  void release(BatchRun run, String what) {
    expect.refused(
        what,
        List.of("RL-001"),
        () ->
            Mes.dispose(
                run.crew().staff().releaser(), run.order().batch(), "RELEASED", "trying anyway"));
  }
}
