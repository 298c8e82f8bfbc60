package io.kizuna.simulator.crew;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The public interface of the MES as docs/http.md words it; who acts is always said. */
final class Mes {
  static final String LANGUAGE = "en";

  private Mes() {}

  /** One step of one batch. */
  record StepRef(String batch, String key) {
    String path() {
      return batchPath(batch) + "/steps/" + encoded(key);
    }
  }

  /** What somebody is about to record or sign. */
  record Entries(
      String coi, int revision, Map<String, String> values, Map<String, String> reasons) {
    ObjectNode json() {
      ObjectNode body = Json.object().put("coi", coi).put("revision", revision);
      body.set("values", Json.texts(values));
      body.set("reasons", Json.texts(reasons));
      return body.put("language", LANGUAGE);
    }
  }

  static String batchPath(String batch) {
    return "/api/batches/" + encoded(batch);
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static JsonNode order(MesSession by, UUID requestId, JsonNode order) {
    return by.put("order", "/api/orders/" + requestId, order);
  }

  static JsonNode orderOptions(MesSession by) {
    return by.get("options", "/api/orders/options");
  }

  static JsonNode batches(MesSession by) {
    return by.get("batches", "/api/batches");
  }

  static JsonNode batch(MesSession by, String batch) {
    return by.get("overview", batchPath(batch));
  }

  static JsonNode record(MesSession by, String batch) {
    return by.get("record", batchPath(batch) + "/record");
  }

  /** The whole record in one file. */
  static void portable(MesSession by, String batch, Path file) {
    by.download("portable", batchPath(batch) + "/portable?copy=full", file);
  }

  static JsonNode step(MesSession by, StepRef step) {
    return by.get("step", step.path());
  }

  static JsonNode identityCheck(MesSession by, StepRef step, String scan, String code) {
    var body = Json.object().put("scan", scan).put("code", code);
    return by.post("identity", step.path() + "/identity-checks", body);
  }

  static JsonNode evaluate(MesSession by, StepRef step, Map<String, String> values) {
    var body = Json.object().set("values", Json.texts(values));
    return by.ask("evaluation", step.path() + "/evaluations", body);
  }

  /**
   * @return the id of the challenge.
   */
  static String challenge(MesSession by, StepRef step, String purpose, Entries entries) {
    var body = entries.json().put("purpose", purpose);
    return Json.text(by.ask("challenge", step.path() + "/challenges", body), "id");
  }

  /** Re-enters the password of {@code signer} for exactly one challenge. */
  static ObjectNode signature(String challenge, MesSession signer) {
    return signature(challenge, signer.user, signer.password);
  }

  static ObjectNode signature(String challenge, String user, String password) {
    return Json.object().put("challenge", challenge).put("user", user).put("password", password);
  }

  static JsonNode complete(
      MesSession by,
      StepRef step,
      UUID requestId,
      Entries entries,
      @Nullable ObjectNode signature,
      @Nullable ObjectNode supervisor) {
    ObjectNode body = entries.json();
    if (signature != null) body.set("signature", signature);
    if (supervisor != null) body.set("supervisor", supervisor);
    return by.put("completion", step.path() + "/completions/" + requestId, body);
  }

  static JsonNode verify(
      MesSession by, StepRef step, UUID requestId, Entries entries, ObjectNode signature) {
    ObjectNode body = entries.json();
    body.remove("reasons");
    body.set("signature", signature);
    return by.put("verification", step.path() + "/verifications/" + requestId, body);
  }

  static JsonNode exceptions(MesSession by, String batch) {
    return by.get("exceptions", batchPath(batch) + "/exceptions").path("exceptions");
  }

  static JsonNode review(MesSession by, String batch) {
    return by.get("review", "/api/reviews/" + encoded(batch));
  }

  /** Decides an exception with a signature over decision and comment. */
  static JsonNode decide(MesSession by, String exception, String decision, String comment) {
    String path = "/api/exceptions/" + encoded(exception);
    var body = Json.object().put("decision", decision).put("comment", comment);
    return signed(by, path + "/challenges", path + "/decisions/", body);
  }

  /** Releases or rejects. */
  static JsonNode dispose(MesSession by, String batch, String decision, String reason) {
    String path = batchPath(batch) + "/dispositions";
    var body = Json.object().put("decision", decision).put("reason", reason);
    return signed(by, path + "/challenges", path + "/", body);
  }

  static JsonNode abort(MesSession by, String batch, String reason) {
    String path = batchPath(batch) + "/abortions";
    return signed(by, path + "/challenges", path + "/", Json.object().put("reason", reason));
  }

  private static JsonNode signed(
      MesSession by, String challengePath, String decisionPath, ObjectNode body) {
    body.put("language", LANGUAGE);
    JsonNode challenge = by.ask("challenge", challengePath, body);
    ObjectNode decided = body.deepCopy();
    decided.set("signature", signature(Json.text(challenge, "id"), by));
    return by.put("decision", decisionPath + UUID.randomUUID(), decided);
  }

  static JsonNode equipment(MesSession by) {
    return by.get("equipment", "/api/equipment").path("equipment");
  }

  static JsonNode readings(MesSession by, String tag, String from, String to) {
    String query = "tag=" + encoded(tag) + "&from=" + encoded(from) + "&to=" + encoded(to);
    return by.get("readings", "/api/readings?" + query + "&buckets=2000").path("lanes").path(0);
  }

  static JsonNode clock(MesSession by) {
    return by.get("clock", "/api/demonstration/clock");
  }

  static JsonNode speed(MesSession by, double speed) {
    return by.put("clock", "/api/demonstration/clock", Json.object().put("speed", speed));
  }
}
