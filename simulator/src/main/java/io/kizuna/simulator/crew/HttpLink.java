package io.kizuna.simulator.crew;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * JSON over HTTP with one cookie jar. A request that may be repeated is sent again, the same bytes
 * to the same path, when its answer was lost: request ids make that safe.
 */
final class HttpLink {
  /** Bridges a restart of the other side: about 40 s in all. */
  private static final int ATTEMPTS = 12;

  private static final long PAUSE_MS = 250;
  private static final long PAUSE_MS_MAX = 5_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A portable record is printed twice before its first byte comes. */
  private static final Duration PATIENCE_FOR_FILES = Duration.ofMinutes(8);

  private final String base;
  private final Timings timings;
  private final HttpClient client;

  HttpLink(String base, Timings timings) {
    this.base = base.replaceFirst("/+$", "");
    this.timings = timings;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
  }

  /** What came back, refused or not. */
  record Answer(int status, JsonNode body, long ms) {
    boolean fine() {
      return status < 400;
    }
  }

  /**
   * @param kind under which its answer time is counted.
   * @param again whether it may be sent again if the answer is lost.
   * @throws NoAnswer if nothing came back.
   */
  Answer send(
      String kind,
      String method,
      String path,
      @Nullable JsonNode body,
      Map<String, String> headers,
      boolean again) {
    HttpRequest request = request(method, path, body, headers);
    long pause = PAUSE_MS;
    for (int attempt = 1; ; attempt++) {
      try {
        Answer answer = once(kind, request);
        if (answer.status() != 503 || !again || attempt == ATTEMPTS) return answer;
      } catch (IOException e) {
        if (!again || attempt == ATTEMPTS) throw new NoAnswer(method + " " + path, e);
      }
      timings.lost();
      pause(pause);
      pause = Math.min(PAUSE_MS_MAX, pause * 2);
    }
  }

  private HttpRequest request(
      String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    if (body != null) request.header("Content-Type", "application/json");
    headers.forEach(request::header);
    return request.build();
  }

  private Answer once(String kind, HttpRequest request) throws IOException {
    long began = System.nanoTime();
    HttpResponse<byte[]> response;
    try {
      response = client.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    long ms = (System.nanoTime() - began) / 1_000_000;
    timings.add(kind, ms);
    return new Answer(response.statusCode(), parsed(response.body()), ms);
  }

  /**
   * Writes what comes to a file; if it is refused the file is not there and the answer says why.
   *
   * @throws NoAnswer if nothing came back.
   */
  Answer download(String kind, String path, Path file) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE_FOR_FILES).GET().build();
    long began = System.nanoTime();
    try {
      var toFile = BodyHandlers.ofFile(file, CREATE, WRITE, TRUNCATE_EXISTING);
      var response = client.send(request, toFile);
      long ms = (System.nanoTime() - began) / 1_000_000;
      timings.add(kind, ms);
      if (response.statusCode() < 400) return new Answer(response.statusCode(), Json.object(), ms);
      JsonNode problem = parsed(Files.readAllBytes(file));
      Files.delete(file);
      return new Answer(response.statusCode(), problem, ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stuck("interrupted");
    } catch (IOException e) {
      throw new NoAnswer("GET " + path, e);
    }
  }

  private static JsonNode parsed(byte[] body) {
    if (body.length == 0) return Json.object();
    try {
      return Json.MAPPER.readTree(body);
    } catch (JacksonException e) {
      String text = new String(body, 0, Math.min(body.length, 300), StandardCharsets.UTF_8);
      return Json.object().put("detail", text);
    }
  }

  static void pause(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stuck("interrupted");
    }
  }
}
