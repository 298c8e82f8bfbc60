package io.kizuna.faults;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's session with the MES, as a page has it; an answer that is lost is an exception. */
final class Session {

  static final String PASSWORD = "kizuna-demo";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI url;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();
  private final String user;
  private final String csrf;

  /** What came back, refused or not. */
  record Answer(int status, JsonNode body) {
    boolean fine() {
      return status < 300;
    }
  }

  Session(URI url, String user) throws IOException, InterruptedException {
    this.url = url;
    this.user = user;
    var answer = send("POST", "/api/session", Map.of("user", user, "password", PASSWORD), "");
    if (!answer.fine()) throw new AssertionError(user + " cannot log in: " + answer);
    csrf = answer.body().path("csrfToken").asString();
  }

  String user() {
    return user;
  }

  /**
   * @throws IOException if the answer was lost or the server failed (5xx); nobody knows whether the
   *     request was handled.
   */
  Answer send(String method, String path, Object body) throws IOException, InterruptedException {
    return send(method, path, body, csrf);
  }

  private Answer send(String method, String path, Object body, String token)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(url.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("X-CSRF-TOKEN", token)
            .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    failOn(answer);
    String text = answer.body();
    return new Answer(answer.statusCode(), JSON.readTree(text.isEmpty() ? "{}" : text));
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE).build();
    var answer = client.send(request, BodyHandlers.ofString());
    failOn(answer);
    if (answer.statusCode() != 200) throw new AssertionError(path + ": " + answer.body());
    return JSON.readTree(answer.body());
  }

  private static void failOn(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() >= 500) throw new IOException("the server failed: " + answer.body());
  }

  /** The challenge for what is shown, signed with the password. */
  Map<String, Object> sign(String step, Map<String, Object> shown)
      throws IOException, InterruptedException {
    var challenge = send("POST", step + "/challenges", shown);
    if (!challenge.fine()) throw new AssertionError(step + " " + shown + ": " + challenge);
    var id = UUID.fromString(challenge.body().path("id").asString());
    return Map.of("challenge", id, "user", user, "password", PASSWORD);
  }
}
