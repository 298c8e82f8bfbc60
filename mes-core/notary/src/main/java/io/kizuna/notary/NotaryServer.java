package io.kizuna.notary;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The notary's door, on the loopback address only: {@code POST /sign} with two numbers, {@code GET
 * /key}, {@code GET /last}. Every caller needs the token.
 */
public final class NotaryServer implements AutoCloseable {

  /** Two numbers and a line end. */
  private static final int BODY_BYTES_MAX = 64;

  private static final int THREADS = 2;

  /** There is one product that asks once a minute; more is a mistake or an attack. */
  private static final int WAITING_MAX = 16;

  private static final System.Logger log = System.getLogger("notary");

  private final Notary notary;
  private final byte[] token;
  private final HttpServer server;
  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING_MAX));

  /** An answer of ours. */
  private record Answer(int status, String text) {}

  /** What a path does. */
  private interface Handler {
    Answer answer(HttpExchange exchange) throws IOException;
  }

  private NotaryServer(Notary notary, String token, HttpServer server) {
    this.notary = notary;
    this.token = ("Bearer " + token).getBytes(StandardCharsets.US_ASCII);
    this.server = server;
  }

  /**
   * Opens the door.
   *
   * @throws IllegalArgumentException for an address others could reach: what travels is not
   *     encrypted.
   */
  public static NotaryServer start(Notary notary, String token, InetSocketAddress address)
      throws IOException {
    if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          address
              + " can be reached from elsewhere; needed: a loopback address and, from another"
              + " host, a tunnel");
    }
    var http = HttpServer.create(address, WAITING_MAX);
    var server = new NotaryServer(notary, token, http);
    http.setExecutor(server.workers);
    server.on("POST", "/sign", server::sign);
    server.on("GET", "/key", e -> new Answer(200, notary.key() + "\n"));
    server.on("GET", "/last", e -> server.last());
    http.start();
    return server;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  private void on(String method, String path, Handler handler) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            send(exchange, guarded(exchange, method, path, handler));
          }
        });
  }

  private Answer guarded(HttpExchange exchange, String method, String path, Handler handler)
      throws IOException {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    byte[] bytes = given == null ? new byte[0] : given.getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(bytes, token)) return new Answer(401, "the token is missing\n");
    if (!exchange.getRequestURI().getPath().equals(path)) return new Answer(404, "no such path\n");
    if (!exchange.getRequestMethod().equals(method)) return new Answer(405, method + " only\n");
    return handler.answer(exchange);
  }

  private Answer sign(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
    String text = new String(body, StandardCharsets.US_ASCII).strip();
    if (body.length > BODY_BYTES_MAX || !text.matches("[1-9][0-9]{0,8} [1-9][0-9]{0,17}")) {
      return new Answer(400, "needed: <epoch> <size>\n");
    }
    String[] numbers = text.split(" ", 2);
    try {
      return new Answer(200, notary.sign(Long.parseLong(numbers[0]), Long.parseLong(numbers[1])));
    } catch (Refused e) {
      log.log(System.Logger.Level.WARNING, "refused {0}: {1}", text, e.getMessage());
      return new Answer(409, e.rule() + "\n" + e.found() + "\n" + e.needed() + "\n");
    } catch (SQLException | IOException e) {
      log.log(System.Logger.Level.ERROR, "cannot sign " + text, e);
      return new Answer(503, "the database or the memory cannot be used now\n");
    } catch (RuntimeException e) {
      log.log(System.Logger.Level.ERROR, "cannot sign " + text, e);
      return new Answer(500, "a fault of the notary; see its log\n");
    }
  }

  private Answer last() {
    var last = notary.last();
    if (last == null) return new Answer(204, "");
    return new Answer(
        200, last.epoch() + " " + last.size() + " " + last.root() + " " + last.time() + "\n");
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
