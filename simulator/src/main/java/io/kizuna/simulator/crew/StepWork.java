package io.kizuna.simulator.crew;

import io.kizuna.simulator.crew.Mes.Entries;
import io.kizuna.simulator.crew.Mes.StepRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Works one step of one batch: scan, fill in, evaluate, sign; and verifies it. */
final class StepWork {
  /** A value that cannot be had at once (a tag just back) is waited for this long. */
  private static final long SETTLE_MS_MAX = 20_000;

  private static final long SETTLE_PAUSE_MS = 250;

  /** People look again before they record that a display is outside its limits. */
  private static final long DISPLAY_MS_MAX = 8_000;

  /** Somebody else moved the batch at the same moment. */
  private static final int TRIES = 5;

  private static final String REASON = "As measured; repeated reading agrees, supervisor informed.";

  private final BatchRun run;
  private final Filling filling;
  private final Staff staff;

  StepWork(BatchRun run, Filling filling, Staff staff) {
    this.run = run;
    this.filling = filling;
    this.staff = staff;
  }

  /** A step ready to be signed. */
  record Prepared(
      StepRef ref,
      String step,
      JsonNode view,
      MesSession performer,
      Map<String, String> values,
      Map<String, String> reasons,
      Map<String, String> shown,
      boolean supervised) {

    boolean signed() {
      return Json.textOrNull(view, "signature") != null;
    }

    Entries entries() {
      return entries(view.path("revision").asInt());
    }

    Entries entries(int revision) {
      return new Entries(Json.text(view.path("header"), "coi"), revision, values, reasons);
    }
  }

  /** What a completion brought. */
  record Done(JsonNode answer, @Nullable String challenge, long ms) {}

  /** Everything up to the signature; records the identity checks and nothing else. */
  Prepared prepare(StepRef ref, MesSession performer) {
    JsonNode view = Mes.step(performer, ref);
    String step = BatchRun.step(ref.key());
    run.move(step, "before", Map.of());
    scan(performer, ref, view);
    Map<String, String> values = new LinkedHashMap<>(filling.known(step, view));
    if (filling.hasDependent(step, view)) {
      JsonNode first = Mes.evaluate(performer, ref, values).path("values");
      values.putAll(filling.dependent(step, view, texts(first, "value")));
    }
    run.move(step, "do", values);
    return judged(ref, step, view, performer, values);
  }

  private Prepared judged(
      StepRef ref, String step, JsonNode view, MesSession performer, Map<String, String> values) {
    JsonNode evaluated = settled(performer, ref, view, values);
    var reasons = new LinkedHashMap<String, String>();
    boolean supervised = judge(step, view, evaluated, reasons);
    return new Prepared(
        ref, step, view, performer, values, reasons, shown(view, evaluated), supervised);
  }

  private void scan(MesSession performer, StepRef ref, JsonNode view) {
    String coi = Json.text(view.path("header"), "coi");
    for (JsonNode scan : view.path("identityScans")) {
      JsonNode done = scan.path("done");
      if (!done.isMissingNode() && !done.isNull()) continue;
      String label = coi + "/" + Json.text(scan, "container");
      JsonNode result = Mes.identityCheck(performer, ref, Json.text(scan, "id"), label);
      run.journal().count("identity checks", 1);
      if (!Json.text(result, "result").equals("MATCH")) {
        throw new Stuck(ref.key() + ": the label " + label + " does not match, " + result);
      }
    }
  }

  /** Evaluates until no needed value is merely not there yet. */
  private JsonNode settled(
      MesSession performer, StepRef ref, JsonNode view, Map<String, String> values) {
    long until = System.nanoTime() + SETTLE_MS_MAX * 1_000_000;
    long moved = System.nanoTime() + DISPLAY_MS_MAX * 1_000_000;
    while (true) {
      JsonNode evaluated = Mes.evaluate(performer, ref, values).path("values");
      String problem = problem(view, evaluated);
      boolean moving = System.nanoTime() < moved && shownOutside(view, evaluated);
      if (problem == null && !moving) return evaluated;
      if (problem != null && System.nanoTime() > until) throw new Stuck(ref.key() + ": " + problem);
      HttpLink.pause(SETTLE_PAUSE_MS);
    }
  }

  /** A device just started shows what was before; the newest readings of a window are under way. */
  private static boolean shownOutside(JsonNode view, JsonNode evaluated) {
    for (JsonNode v : evaluated) {
      String coverage = Json.text(v.path("detail"), "coverage");
      String needed = Json.text(v.path("detail"), "minCoverage");
      boolean known = !coverage.isEmpty() && !needed.isEmpty();
      if (known && Double.parseDouble(coverage) < Double.parseDouble(needed)) return true;
    }
    return Definition.of(view).stream()
        .filter(d -> d.source().equals("TAG") || d.source("statistic").equals("COVERAGE"))
        .map(d -> Json.text(evaluated.path(d.id()), "verdict"))
        .anyMatch(verdict -> verdict.equals("ALERT") || verdict.equals("REJECT"));
  }

  private static @Nullable String problem(JsonNode view, JsonNode evaluated) {
    for (Definition d : Definition.of(view)) {
      JsonNode v = evaluated.path(d.id());
      JsonNode problem = v.path("problem");
      boolean given = Json.textOrNull(v, "value") != null;
      if (problem.isObject() && (d.required() || given)) return d.id() + ": " + problem;
      if (d.required() && !given) return d.id() + " has no value";
    }
    return null;
  }

  /** Gives a reason where one is due; whether a supervisor must sign too. */
  private static boolean judge(
      String step, JsonNode view, JsonNode evaluated, Map<String, String> reasons) {
    boolean supervised = false;
    for (Definition d : Definition.of(view)) {
      String verdict = Json.text(evaluated.path(d.id()), "verdict");
      if (!verdict.equals("ALERT") && !verdict.equals("REJECT")) continue;
      switch (d.policy()) {
        case "BLOCK" ->
            throw new Stuck(
                step + "." + d.id() + " is blocked: " + evaluated.path(d.id()).toString());
        case "SECOND_SIGNATURE" -> {
          supervised = true;
          reasons.put(d.id(), REASON);
        }
        case "WARN" -> {}
        default -> reasons.put(d.id(), REASON);
      }
    }
    return supervised;
  }

  private static Map<String, String> shown(JsonNode view, JsonNode evaluated) {
    var shown = new LinkedHashMap<String, String>();
    for (Definition d : Definition.of(view)) {
      JsonNode v = evaluated.path(d.id());
      String display = Json.textOrNull(v, "display");
      if (display == null) display = Json.textOrNull(v, "value");
      if (display == null) continue;
      String verdict = Json.text(v, "verdict");
      boolean outside = verdict.equals("ALERT") || verdict.equals("REJECT");
      shown.put(d.id(), outside ? display + " (" + verdict + ")" : display);
    }
    return shown;
  }

  private static Map<String, String> texts(JsonNode evaluated, String field) {
    var texts = new LinkedHashMap<String, String>();
    evaluated
        .properties()
        .forEach(
            e -> {
              String value = Json.textOrNull(e.getValue(), field);
              if (value != null) texts.put(e.getKey(), value);
            });
    return texts;
  }

  /** Signs and completes; the request id stays, so that a lost answer records nothing twice. */
  Done complete(Prepared prepared) {
    UUID requestId = UUID.randomUUID();
    Prepared p = prepared;
    int revision = p.view().path("revision").asInt();
    for (int attempt = 1; ; attempt++) {
      try {
        return complete(p, revision, requestId);
      } catch (Refusal refusal) {
        if (attempt == TRIES) throw refusal;
        switch (refusal.code) {
          case "BR-007" -> revision = Mes.step(p.performer(), p.ref()).path("revision").asInt();
          // A value read from equipment has moved since it was looked at: look at it again.
          case "BR-005" -> p = judged(p.ref(), p.step(), p.view(), p.performer(), p.values());
          default -> throw refusal;
        }
      }
    }
  }

  private Done complete(Prepared p, int revision, UUID requestId) {
    Entries entries = p.entries(revision);
    String challenge = null;
    ObjectNode signature = null;
    ObjectNode supervisor = null;
    if (p.supervised()) {
      String second = Mes.challenge(p.performer(), p.ref(), "SUPERVISE", entries);
      supervisor = Mes.signature(second, staff.supervisor(p.performer().user));
    }
    if (p.signed() || p.supervised()) {
      challenge = Mes.challenge(p.performer(), p.ref(), "PERFORM", entries);
      signature = Mes.signature(challenge, p.performer());
    }
    long began = System.nanoTime();
    JsonNode answer =
        Mes.complete(p.performer(), p.ref(), requestId, entries, signature, supervisor);
    if (signature != null) run.journal().count("signatures", supervisor == null ? 1 : 2);
    return new Done(answer, challenge, (System.nanoTime() - began) / 1_000_000);
  }

  /** The other person's part; for a blind second entry the same readings are entered again. */
  Done verify(StepRef ref, MesSession verifier, Map<String, String> readings) {
    UUID requestId = UUID.randomUUID();
    for (int attempt = 1; ; attempt++) {
      JsonNode view = Mes.step(verifier, ref);
      Entries entries = verification(view, readings);
      String challenge = Mes.challenge(verifier, ref, "VERIFY", entries);
      long began = System.nanoTime();
      try {
        JsonNode answer =
            Mes.verify(verifier, ref, requestId, entries, Mes.signature(challenge, verifier));
        run.journal().count("signatures", 1);
        return new Done(answer, challenge, (System.nanoTime() - began) / 1_000_000);
      } catch (Refusal refusal) {
        if (!refusal.code.equals("BR-007") || attempt == TRIES) throw refusal;
      }
    }
  }

  static Entries verification(JsonNode view, Map<String, String> readings) {
    Map<String, String> values =
        Json.text(view, "verification").equals("BLIND_SECOND_ENTRY") ? readings : Map.of();
    String coi = Json.text(view.path("header"), "coi");
    return new Entries(coi, view.path("revision").asInt(), values, Map.of());
  }
}
