package io.kizuna.trail;

import io.kizuna.audit.Notary;
import io.kizuna.notary.VerifierKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The notary as a process of its own. */
final class HttpNotary implements Notary {

  /** Longer than the whole log of some years takes to read. */
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private static final int BYTES_MAX = 16_384;

  private final URI url;
  private final Path tokenFile;
  private final List<VerifierKey> keys;
  private final BoundedHttp http = new BoundedHttp(TIMEOUT, BYTES_MAX);

  HttpNotary(URI url, Path tokenFile, List<VerifierKey> keys) {
    if (!BoundedHttp.isSafe(url)) {
      throw new IllegalArgumentException(
          "kizuna.trail.notary.url=" + url + "; needed: https, or a loopback address");
    }
    this.url = url;
    this.tokenFile = tokenFile;
    this.keys = List.copyOf(keys);
  }

  private HttpRequest.Builder request(String path) throws IOException {
    String token = Files.readString(tokenFile).strip(); // each time: it may be renewed
    return HttpRequest.newBuilder(url.resolve(path)).header("Authorization", "Bearer " + token);
  }

  @Override
  public Answer sign(long epoch, long size) {
    try {
      var body = HttpRequest.BodyPublishers.ofString(epoch + " " + size);
      var answer = http.send(request("/sign").POST(body));
      String text = new String(answer.body(), StandardCharsets.UTF_8);
      if (answer.status() == 200) return new Answer.Signed(text);
      String[] lines = text.split("\n", -1);
      if (answer.status() == 409 && lines.length >= 3) {
        return new Answer.Refused(lines[0], lines[1], lines[2]);
      }
      return new Answer.Away("HTTP " + answer.status() + ": " + lines[0]);
    } catch (IOException | RuntimeException e) {
      return new Answer.Away(url + ": " + e.getMessage());
    }
  }

  @Override
  public Optional<Mark> last() {
    try {
      var answer = http.send(request("/last").GET());
      if (answer.status() == 204) return Optional.empty();
      String[] words = new String(answer.body(), StandardCharsets.US_ASCII).split(" ", -1);
      if (answer.status() != 200 || words.length != 4) {
        throw new NotaryAway(url + ": HTTP " + answer.status());
      }
      return Optional.of(new Mark(Long.parseLong(words[0]), Long.parseLong(words[1]), words[2]));
    } catch (IOException | NumberFormatException e) {
      throw new NotaryAway(url + ": " + e.getMessage());
    }
  }

  @Override
  public List<VerifierKey> keys() {
    return keys;
  }
}
