package io.kizuna.web.batchrecord;

import io.kizuna.kernel.Text;
import io.kizuna.signature.Meaning;
import io.kizuna.signature.Signing.Challenge;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the signature sheet shows; the digest covers exactly {@code shown}. */
public record ChallengeView(
    UUID id,
    String digest,
    Meaning meaning,
    Text statement,
    Instant expiresAt,
    Map<String, Object> shown) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Text STATEMENT =
      new Text(
          "This signature is the legally binding equivalent of my handwritten signature.",
          "この電子署名は、私の手書き署名と同等の法的拘束力を有します。");

  public static ChallengeView of(Challenge c) {
    return new ChallengeView(
        c.id(),
        c.digest(),
        c.meaning(),
        STATEMENT,
        c.expiresAt(),
        JSON.readValue(c.content(), new TypeReference<Map<String, Object>>() {}));
  }
}
