package io.kizuna.simulator.crew;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** As much of the MES as the client part needs: sessions, CSRF, problems, lost answers. */
final class FakeMes implements AutoCloseable {
  record Received(String method, String path, String csrf, String cookie, String body) {}

  final List<Received> received = new ArrayList<>();

  /** Requests to this path are read, then the connection breaks, this many times. */
  final Map<String, Integer> lost = new LinkedHashMap<>();

  final Map<String, String> answers = new LinkedHashMap<>();
  final Map<String, Integer> statuses = new LinkedHashMap<>();
  int sessionsEnded;
  private int sessions;
  private final HttpServer server;

  FakeMes() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Received> to(String path) {
    return received.stream().filter(r -> r.path().equals(path)).toList();
  }

  private synchronized void handle(HttpExchange http) throws IOException {
    String path = http.getRequestURI().getPath();
    String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String csrf = http.getRequestHeaders().getFirst("X-CSRF-TOKEN");
    String cookie = http.getRequestHeaders().getFirst("Cookie");
    received.add(
        new Received(
            http.getRequestMethod(), path, String.valueOf(csrf), String.valueOf(cookie), body));
    if (lost.merge(path, -1, Integer::sum) >= 0) {
      http.close();
      return;
    }
    if (path.equals("/api/session")) session(http, body);
    else if (sessionsEnded > 0) {
      sessionsEnded--;
      send(http, 401, "{\"code\":\"SE-002\",\"rule\":\"Please log in.\"}");
    } else {
      send(http, statuses.getOrDefault(path, 200), answers.getOrDefault(path, "{}"));
    }
  }

  private void session(HttpExchange http, String body) throws IOException {
    boolean logIn = http.getRequestMethod().equals("POST");
    if (!logIn && sessions == 0) {
      send(http, 401, "{\"code\":\"SE-002\",\"rule\":\"Please log in.\"}");
    } else if (logIn && !body.contains("right")) {
      send(http, 401, "{\"code\":\"SG-001\",\"rule\":\"Name or password is wrong.\"}");
    } else {
      if (logIn) {
        sessions++;
        http.getResponseHeaders().add("Set-Cookie", "SESSION=s" + sessions + "; Path=/; HttpOnly");
      }
      send(
          http,
          200,
          "{\"person\":{\"id\":\"tanaka\",\"roles\":[\"OPERATOR\",\"LOGISTICS\"]},\"csrfToken\":\"t"
              + sessions
              + "\"}");
    }
  }

  private static void send(HttpExchange http, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    http.sendResponseHeaders(status, bytes.length);
    http.getResponseBody().write(bytes);
    http.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
