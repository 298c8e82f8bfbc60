package io.kizuna.faults;

import io.kizuna.demonstration.DemonstrationServer;
import io.kizuna.faults.Session.Answer;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Works the first steps of one batch after another: completions, second persons, corrections,
 * problems. When an answer is lost it keeps the request and sends it again the next time.
 */
final class Worker {

  private static final String CONFIRM = "up-receipt.user_confirm_order";
  private static final int STEPS = 3;
  private static final int PRESSES = 5;
  private static final Map<String, String> ENTERED =
      Map.of(
          "body_weight",
          "70.0",
          "labels_printed",
          "12",
          "labels_used",
          "10",
          "labels_destroyed",
          "2");

  private final Ledger ledger;
  private final Map<String, String> values = new HashMap<>();
  private @Nullable Write pending;
  private @Nullable String batch;
  private String coi = "";
  private int completed;
  private boolean corrected;

  private volatile boolean resting;

  /** Counts bioreactors: every batch gets one of its own. */
  private final AtomicInteger units;

  Worker(Ledger ledger, AtomicInteger units) {
    this.ledger = ledger;
    this.units = units;
  }

  /** Before {@link #work}. */
  void begin() {
    resting = false;
  }

  /** Ends {@link #work} after the request under way. */
  void rest() {
    resting = true;
  }

  /** The request whose answer was lost, if any. */
  @Nullable Write pending() {
    return pending;
  }

  /**
   * Works until an answer is lost or {@link #rest} ends it.
   *
   * @throws IOException as soon as the other side is gone.
   */
  void work(Map<String, Session> people) throws IOException, InterruptedException {
    if (pending != null) done(pending, again(people, pending));
    while (!resting) {
      if (batch == null) order(people);
      else step(people);
    }
  }

  /** The same bytes first; a signature of a session that is gone must be given anew. */
  private Answer again(Map<String, Session> people, Write write)
      throws IOException, InterruptedException {
    var person = people.get(write.user());
    var answer = person.send(write.method(), write.path(), write.body());
    if (answer.fine() || write.challenge() == null) return answer;
    String code = answer.body().path("code").asString("");
    if (!code.equals("SG-002")) return answer; // CHALLENGE_INVALID
    var fresh = write.signed(person.sign(write.step(), write.challenge()));
    return person.send(fresh.method(), fresh.path(), fresh.body());
  }

  private void send(Map<String, Session> people, Write write)
      throws IOException, InterruptedException {
    var person = people.get(write.user());
    var ready =
        write.challenge() == null
            ? write
            : write.signed(person.sign(write.step(), write.challenge()));
    pending = ready;
    var answer = person.send(ready.method(), ready.path(), ready.body());
    for (int i = 0; i < PRESSES && changedMeanwhile(answer); i++) {
      answer = person.send(ready.method(), ready.path(), ready.body());
    }
    done(ready, answer);
  }

  /** RECORD_CHANGED: nothing was recorded because of somebody else; people press again. */
  private static boolean changedMeanwhile(Answer answer) {
    return answer.body().path("code").asString("").equals("BR-007");
  }

  private void done(Write write, Answer answer) {
    if (!answer.fine()) throw new AssertionError(write + " was refused: " + answer);
    pending = null;
    ledger.acknowledged(write);
    switch (write.kind()) {
      case "batch.ordered" -> {
        batch = answer.body().path("batchId").asString();
        coi = answer.body().path("coi").asString();
        completed = 0;
        corrected = false;
      }
      case "step.performed" -> completed++;
      case "value.corrected" -> corrected = true;
      default -> {}
    }
  }

  private void order(Map<String, Session> people) throws IOException, InterruptedException {
    var id = UUID.randomUUID();
    var body =
        Map.<String, Object>of(
            "product", "car-t-lv",
            "client", "client-a",
            "suite", "suite-1",
            "patientToken", "PT-FAULT",
            "bodyWeightKg", "70.0",
            "equipment",
                Map.of(
                    "bioreactor", DemonstrationServer.bioreactor(units.incrementAndGet()),
                    "incubator", "INC-01",
                    "counter", "CTR-01",
                    "freezer", "CRF-01",
                    "storage", "LNF-01"));
    send(
        people,
        new Write("batch.ordered", id, "ito", "PUT", "/api/orders/" + id, body, null, null));
  }

  private void step(Map<String, Session> people) throws IOException, InterruptedException {
    var tanaka = people.get("tanaka");
    JsonNode open = null;
    for (var up : tanaka.get("/api/batches/" + batch).path("unitProcedures")) {
      for (var s : up.path("steps")) {
        String state = s.path("state").asString();
        if (!state.equals("OPEN") && !state.equals("AWAITING_VERIFICATION")) continue;
        if (s.path("key").asString().startsWith("up-receipt.")) open = open == null ? s : open;
      }
    }
    if (open == null || completed == STEPS) {
      batch = null; // the next patient
      return;
    }
    String key = open.path("key").asString();
    String path = "/api/batches/" + batch + "/steps/" + key;
    if (open.path("state").asString().equals("AWAITING_VERIFICATION")) {
      verify(people, path);
      if (key.equals(CONFIRM) && !corrected) correct(people, path);
      return;
    }
    if (completed == 1) problem(people, path);
    perform(people, path, tanaka.get(path));
  }

  private void perform(Map<String, Session> people, String path, JsonNode view)
      throws IOException, InterruptedException {
    for (var scan : view.path("identityScans")) {
      String code = coi + "/" + scan.path("container").asString();
      var body = Map.of("scan", scan.path("id").asString(), "code", code);
      people.get("tanaka").send("POST", path + "/identity-checks", body);
    }
    values.clear();
    for (var p : view.path("parameters")) {
      String kind = p.path("source").path("kind").asString();
      if (kind.equals("MANUAL") || kind.equals("SCAN")) {
        values.put(p.path("id").asString(), good(p));
      }
    }
    var id = UUID.randomUUID();
    var entered = Map.copyOf(values);
    var body = new LinkedHashMap<String, Object>();
    body.put("coi", coi);
    body.put("revision", view.path("revision").asInt());
    body.put("values", entered);
    body.put("reasons", Map.of());
    body.put("language", "en");
    var shown = Map.<String, Object>of("purpose", "PERFORM", "values", entered);
    send(
        people,
        new Write(
            "step.performed",
            id,
            "tanaka",
            "PUT",
            path + "/completions/" + id,
            body,
            view.has("signature") ? shown : null,
            path));
  }

  private void verify(Map<String, Session> people, String path)
      throws IOException, InterruptedException {
    var view = people.get("sato").get(path);
    var second = new HashMap<String, String>();
    if (view.path("verification").asString().equals("BLIND_SECOND_ENTRY")) {
      second.putAll(values);
      if (corrected) second.put("body_weight", "71.0");
    }
    var id = UUID.randomUUID();
    var body = new LinkedHashMap<String, Object>();
    body.put("coi", coi);
    body.put("revision", view.path("revision").asInt());
    body.put("values", second);
    body.put("language", "en");
    var shown = Map.<String, Object>of("purpose", "VERIFY", "values", second);
    send(
        people,
        new Write(
            "step.verified", id, "sato", "PUT", path + "/verifications/" + id, body, shown, path));
  }

  private void correct(Map<String, Session> people, String path)
      throws IOException, InterruptedException {
    var id = UUID.randomUUID();
    var body = new LinkedHashMap<String, Object>();
    body.put("coi", coi);
    body.put("revision", people.get("tanaka").get(path).path("revision").asInt());
    body.put("parameter", "body_weight");
    body.put("value", "71.0");
    body.put("reason", "weighed again");
    body.put("language", "en");
    var shown = new LinkedHashMap<>(body);
    shown.put("purpose", "CORRECT");
    shown.keySet().removeAll(List.of("coi", "revision"));
    send(
        people,
        new Write(
            "value.corrected",
            id,
            "tanaka",
            "PUT",
            path + "/corrections/" + id,
            body,
            shown,
            path));
  }

  private void problem(Map<String, Session> people, String path)
      throws IOException, InterruptedException {
    var id = UUID.randomUUID();
    var body = Map.<String, Object>of("requestId", id, "category", "label", "text", id.toString());
    send(
        people,
        new Write("exception.opened", id, "tanaka", "POST", path + "/problems", body, null, null));
  }

  private static String good(JsonNode p) {
    String id = p.path("id").asString();
    if (ENTERED.containsKey(id)) return ENTERED.get(id);
    var normal = p.path("limits").path("normal");
    return switch (p.path("type").asString()) {
      case "BOOLEAN" -> first(p.path("limits").path("allowed"), "true");
      case "CHOICE" -> normalChoice(p);
      case "DECIMAL", "INTEGER" ->
          normal.has("low") ? normal.path("low").asString() : normal.path("high").asString("1");
      case "TIME" -> java.time.Instant.now().toString();
      default -> "PT-FAULT";
    };
  }

  private static String first(JsonNode list, String otherwise) {
    return list.isEmpty() ? otherwise : list.get(0).asString();
  }

  private static String normalChoice(JsonNode p) {
    for (var c : p.path("choices")) {
      if (c.path("verdict").asString("").equals("NORMAL")) return c.path("value").asString();
    }
    return first(
        p.path("limits").path("allowed"), p.path("choices").get(0).path("value").asString());
  }
}
