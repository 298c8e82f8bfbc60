package io.kizuna.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The command line's way to a running simulator. */
final class ControlClient {
  @Option(names = "--url", description = "HTTP control (default: ${DEFAULT-VALUE}).")
  String url = "http://127.0.0.1:4841";

  /** Sends, prints the answer and returns an exit code: 0 for success, 1 for a refusal. */
  int send(String method, String path, @Nullable String json) throws InterruptedException {
    HttpRequest.BodyPublisher body =
        json == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(json);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      boolean fine = answer.statusCode() < 400;
      (fine ? System.out : System.err).println(answer.body());
      return fine ? 0 : 1;
    } catch (IOException e) {
      System.err.println("No simulator answers at " + url + ": " + e);
      return 2;
    }
  }
}
