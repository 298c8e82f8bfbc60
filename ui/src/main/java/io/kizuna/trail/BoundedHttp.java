package io.kizuna.trail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks once, and neither waits nor reads without end, whoever answers. */
final class BoundedHttp {

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Duration timeout;
  private final int bytesMax;

  BoundedHttp(Duration timeout, int bytesMax) {
    this.timeout = timeout;
    this.bytesMax = bytesMax;
  }

  record Answer(int status, String type, byte[] body) {}

  /**
   * @throws IOException if there is no whole answer in time.
   */
  Answer send(HttpRequest.Builder request) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var sent =
        client.sendAsync(
            request.build(),
            HttpResponse.BodyHandlers.ofByteArrayConsumer(
                part -> {
                  byte[] more = part.orElse(new byte[0]);
                  if (bytes.size() + more.length > bytesMax) {
                    throw new IllegalStateException("an answer of more than " + bytesMax + " B");
                  }
                  bytes.writeBytes(more);
                }));
    try {
      var answer = sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      String type = answer.headers().firstValue("Content-Type").orElse("");
      return new Answer(answer.statusCode(), type, bytes.toByteArray());
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw new IOException("no answer within " + timeout.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Whether what is sent there can be read by nobody else on the way. */
  static boolean isSafe(URI uri) {
    if ("https".equals(uri.getScheme())) return true;
    String host = uri.getHost();
    return "http".equals(uri.getScheme())
        && host != null
        && (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]"));
  }
}
