package io.kizuna.simulator.crew;

import io.kizuna.simulator.crew.HttpLink.Answer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One person's session: own cookies, own CSRF token, logged in again when it has ended. */
final class MesSession {
  private static final String NOT_LOGGED_IN = "SE-002";

  final String user;
  final String password;
  private final HttpLink link;
  private final Object loggingIn = new Object();
  private volatile String csrfToken = "";
  private volatile Set<String> roles = Set.of();

  MesSession(String base, String user, String password, Timings timings) {
    this.user = user;
    this.password = password;
    this.link = new HttpLink(base, timings);
  }

  /**
   * @throws Refusal if the password is not accepted.
   */
  void logIn() {
    synchronized (loggingIn) {
      read(link.send("session", "GET", "/api/session", null, Map.of(), true));
      var body = Json.object().put("user", user).put("password", password);
      Answer answer = link.send("session", "POST", "/api/session", body, csrf(), true);
      if (!answer.fine()) throw new Refusal(user + " logs in", answer.status(), answer.body());
      read(answer);
      // The session was renewed by logging in, and its token with it.
      read(link.send("session", "GET", "/api/session", null, Map.of(), true));
    }
  }

  private void read(Answer answer) {
    JsonNode session = answer.body();
    String token = Json.text(session, "csrfToken");
    if (!token.isEmpty()) csrfToken = token;
    JsonNode held = session.path("person").path("roles");
    if (held.isArray()) {
      var names = new TreeSet<String>();
      held.forEach(r -> names.add(r.asString()));
      roles = names;
    }
  }

  boolean has(String role) {
    return roles.contains(role);
  }

  JsonNode get(String kind, String path) {
    return fine("GET " + path, exchange(kind, "GET", path, null, true));
  }

  /**
   * A file, as a browser saves it.
   *
   * @throws Refusal if the answer is no file.
   */
  void download(String kind, String path, Path file) {
    Answer answer = link.download(kind, path, file);
    if (answer.status() == 401 && Json.text(answer.body(), "code").equals(NOT_LOGGED_IN)) {
      logIn();
      answer = link.download(kind, path, file);
    }
    fine("GET " + path, answer);
  }

  /** A POST that records nothing by being sent twice. */
  JsonNode ask(String kind, String path, JsonNode body) {
    return fine("POST " + path, exchange(kind, "POST", path, body, true));
  }

  JsonNode post(String kind, String path, JsonNode body) {
    return fine("POST " + path, exchange(kind, "POST", path, body, false));
  }

  /** A PUT carries a request id in its path: it may be sent again. */
  JsonNode put(String kind, String path, JsonNode body) {
    return fine("PUT " + path, exchange(kind, "PUT", path, body, true));
  }

  private JsonNode fine(String request, Answer answer) {
    if (!answer.fine()) throw new Refusal(user + ": " + request, answer.status(), answer.body());
    return answer.body();
  }

  private Answer exchange(
      String kind, String method, String path, @Nullable JsonNode body, boolean again) {
    Answer answer = link.send(kind, method, path, body, csrf(), again);
    if (answer.status() == 401 && Json.text(answer.body(), "code").equals(NOT_LOGGED_IN)) {
      logIn();
      answer = link.send(kind, method, path, body, csrf(), again);
    }
    return answer;
  }

  private Map<String, String> csrf() {
    String token = csrfToken;
    return token.isEmpty() ? Map.of() : Map.of("X-CSRF-TOKEN", token);
  }
}
