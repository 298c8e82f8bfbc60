package io.kizuna.simulator.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.kizuna.simulator.control.Exchange.Answer;
import io.kizuna.simulator.plant.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Table of routes; {@code *} in a pattern stands for one path segment. */
final class Routes implements HttpHandler {
  private static final Logger log = LoggerFactory.getLogger(Routes.class);
  private static final int BODY_MAX = 64 * 1024;
  private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private final List<Route> routes = new ArrayList<>();

  private record Route(String method, String[] pattern, Function<Exchange, Answer> handler) {
    @Nullable List<String> match(String[] path) {
      if (path.length != pattern.length) return null;
      List<String> variables = new ArrayList<>();
      for (int i = 0; i < path.length; i++) {
        if (pattern[i].equals("*")) variables.add(path[i]);
        else if (!pattern[i].equals(path[i])) return null;
      }
      return variables;
    }
  }

  void add(String method, String pattern, Function<Exchange, Answer> handler) {
    routes.add(new Route(method, pattern.substring(1).split("/", -1), handler));
  }

  @Override
  public void handle(HttpExchange http) throws IOException {
    Answer answer;
    try {
      answer = answer(http);
    } catch (Refused e) {
      answer =
          Answer.problem(
              switch (e.kind()) {
                case INVALID -> 422;
                case NOT_FOUND -> 404;
                case CONFLICT -> 409;
              },
              String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      log.error("{} {}", http.getRequestMethod(), http.getRequestURI(), e);
      answer = Answer.problem(500, "internal error, see the log");
    }
    send(http, answer);
  }

  private Answer answer(HttpExchange http) throws IOException {
    if (!local(http.getRequestHeaders().getFirst("Host"))) {
      return Answer.problem(403, "only for callers of this machine");
    }
    String[] path = http.getRequestURI().getPath().substring(1).split("/", -1);
    Set<String> allowed = new TreeSet<>();
    for (Route route : routes) {
      List<String> variables = route.match(path);
      if (variables == null) continue;
      if (route.method().equals(http.getRequestMethod())) {
        return route.handler().apply(new Exchange(variables, body(http)));
      }
      allowed.add(route.method());
    }
    if (!allowed.isEmpty()) return Answer.problem(405, "allowed: " + allowed);
    return Answer.problem(404, "no such resource");
  }

  /** A web page of somebody else must not steer the plant through the visitor's browser. */
  private static boolean local(@Nullable String host) {
    if (host == null) return true;
    String name = host.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
    return LOCAL_NAMES.contains(name);
  }

  private static byte[] body(HttpExchange http) throws IOException {
    try (InputStream in = http.getRequestBody()) {
      byte[] body = in.readNBytes(BODY_MAX + 1);
      if (body.length > BODY_MAX) throw Refused.invalid("body is larger than 64 kB");
      String type = http.getRequestHeaders().getFirst("Content-Type");
      if (body.length > 0 && (type == null || !type.startsWith("application/json"))) {
        throw Refused.invalid("Content-Type must be application/json");
      }
      return body;
    }
  }

  private static void send(HttpExchange http, Answer answer) throws IOException {
    try (http) {
      if (answer.body() == null) {
        http.sendResponseHeaders(answer.status(), -1);
        return;
      }
      byte[] bytes = Exchange.JSON.writeValueAsBytes(answer.body());
      String type = answer.status() < 400 ? "application/json" : "application/problem+json";
      http.getResponseHeaders().set("Content-Type", type);
      http.sendResponseHeaders(answer.status(), bytes.length);
      http.getResponseBody().write(bytes);
    }
  }
}
