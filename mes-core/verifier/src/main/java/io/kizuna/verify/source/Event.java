package io.kizuna.verify.source;

import java.time.Instant;

/**
 * A row of {@code audit_event}.
 *
 * @param body empty if it was cut from a sponsor's copy; then only the links can be looked at.
 */
public record Event(
    String chain,
    long seq,
    String id,
    Instant recordedAt,
    String actor,
    String action,
    String entity,
    String entityId,
    String body,
    String previous,
    String hash,
    String algorithm) {

  /** Whether only the links are here. */
  public boolean cut() {
    return body.isEmpty();
  }
}
