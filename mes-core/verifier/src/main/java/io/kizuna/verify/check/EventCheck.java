package io.kizuna.verify.check;

import io.kizuna.verify.Finding;
import io.kizuna.verify.Finding.Kind;
import io.kizuna.verify.format.ChainHash;
import io.kizuna.verify.format.Json;
import io.kizuna.verify.format.Sha256;
import io.kizuna.verify.source.Event;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Section 1, what one event shows by itself: its hash, its text, its columns. It needs no other
 * event, so that many can be looked at at the same time.
 */
public final class EventCheck {

  /** More than this between two events of a chain is not the order things were done in. */
  static final long INVERSION_MS_MAX = 1_000;

  /**
   * @param body the parsed text; empty if it cannot be read.
   * @param bodySeq where the text says it stands; 0 if it does not say.
   */
  public record Checked(
      Event event, Json.Members body, long bodySeq, boolean hashFits, List<Finding> findings) {}

  private EventCheck() {}

  /** Looks at one event. */
  public static Checked check(Event e) {
    if (e.cut()) return new Checked(e, Json.EMPTY, e.seq(), true, List.of());
    var findings = new ArrayList<Finding>();
    Json.Members body = body(e, findings);
    long bodySeq = seq(body.text("seq"));
    if (bodySeq == e.seq()) compare(e, body, findings);
    return new Checked(e, body, bodySeq, hashFits(e, findings), findings);
  }

  private static Json.Members body(Event e, List<Finding> findings) {
    try {
      var body = Json.object(e.body());
      if (!Json.canonical(body).equals(e.body())) {
        findings.add(bad(e, "its text is not in the canonical form of RFC 8785"));
      }
      return body;
    } catch (Json.Malformed m) {
      findings.add(bad(e, "its text is no JSON object: " + m.getMessage()));
      return Json.EMPTY;
    }
  }

  private static boolean hashFits(Event e, List<Finding> findings) {
    if (!e.algorithm().equals(ChainHash.ALGORITHM)) {
      findings.add(bad(e, "its algorithm is " + e.algorithm() + ", not " + ChainHash.ALGORITHM));
    }
    return Sha256.isHash(e.previous())
        && ChainHash.of(e.previous(), e.chain(), e.seq(), e.body()).equals(e.hash());
  }

  private static void compare(Event e, Json.Members body, List<Finding> findings) {
    same(e, body, "chain", e.chain(), findings);
    same(e, body, "id", e.id(), findings);
    same(e, body, "actor", e.actor(), findings);
    same(e, body, "action", e.action(), findings);
    same(e, body, "entity", e.entity(), findings);
    same(e, body, "entityId", e.entityId(), findings);
    String at = body.text("recordedAt");
    if (at == null || !e.recordedAt().equals(instant(at))) {
      findings.add(bad(e, differs("recordedAt", String.valueOf(e.recordedAt()), at)));
    }
  }

  private static void same(
      Event e, Json.Members body, String field, String column, List<Finding> findings) {
    String text = body.text(field);
    if (!column.equals(text)) findings.add(bad(e, differs(field, column, text)));
  }

  private static String differs(String field, String column, @Nullable String text) {
    return "its column " + field + " says \"" + column + "\", its sealed text \"" + text + "\"";
  }

  private static Finding bad(Event e, String what) {
    return Finding.event(Kind.BODY, e.chain(), e.seq(), what);
  }

  private static long seq(@Nullable String text) {
    try {
      return text == null ? 0 : Long.parseLong(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  static @Nullable Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
