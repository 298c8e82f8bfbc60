package io.kizuna.release.internal;

import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.Digest;
import io.kizuna.kernel.Text;
import io.kizuna.signature.Signature;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a signature still fits what it was given for (R23, T06). */
final class SignatureFaults {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern STEP = Pattern.compile("step:([0-9a-f-]{36}):([a-z]+)(?::.*)?");

  private SignatureFaults() {}

  /** Why it cannot be trusted; empty if it can. */
  static Optional<Text> of(Signature s, Evidence e) {
    if (!Digest.sha256(s.content()).equals(s.digest()))
      return fault(s, "content was changed", "内容が変更されている");
    if (!s.chain().equals(e.batch().chain()))
      return fault(s, "given for another batch", "別のバッチへの署名");
    if (s.person().isSystem()) return fault(s, "not a person", "人によるものではない");
    var step = STEP.matcher(s.subject());
    if (!step.matches()) return Optional.empty();
    StepRun run = e.run(UUID.fromString(step.group(1)));
    if (run == null) return fault(s, "given for another step", "別のステップへの署名");
    return ofStep(s, run, step.group(2), e);
  }

  private static Optional<Text> ofStep(Signature s, StepRun run, String purpose, Evidence e) {
    JsonNode content;
    try {
      content = JSON.readTree(s.content());
    } catch (JacksonException x) {
      return fault(s, "content is unreadable", "内容を読み取れない");
    }
    if (!run.key().toString().equals(text(content, "step"))
        || !e.batch().identity().coi().value().equals(text(content, "coi"))
        || !purpose.equals(text(content, "purpose"))) {
      return fault(s, "given for another step", "別のステップへの署名");
    }
    if (s.voidReason() == null && !signer(s, run, purpose)) {
      return fault(s, "given by another person than recorded", "記録された人と署名者が異なる");
    }
    for (JsonNode line : content.path("values")) {
      boolean recorded =
          e.values().stream()
              .anyMatch(
                  v ->
                      v.stepRun().equals(run.id())
                          && v.parameter().equals(text(line, "id"))
                          && v.value().equals(text(line, "value")));
      if (!recorded) return changed(s, text(line, "id"));
    }
    return Optional.empty();
  }

  private static boolean signer(Signature s, StepRun run, String purpose) {
    return switch (purpose) {
      case "perform" -> Objects.equals(run.performedBy(), s.person().value());
      case "verify" -> Objects.equals(run.verifiedBy(), s.person().value());
      default -> true;
    };
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asString();
  }

  private static Optional<Text> changed(Signature s, @Nullable String value) {
    return fault(s, "value of " + value + " was changed", value + " の値が変更されている");
  }

  private static Optional<Text> fault(Signature s, String en, String ja) {
    return Optional.of(Text.same(s.subject()).with(": ", new Text(en, ja)));
  }
}
