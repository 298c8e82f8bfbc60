package io.kizuna.equipment;

import io.kizuna.kernel.EquipmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well a device can be heard.
 *
 * @param since when this state began, by the record's clock.
 * @param reason why; null while all is well.
 * @param certificate what the device showed; null before the first contact.
 */
public record Connection(
    EquipmentId equipment,
    State state,
    Instant since,
    @Nullable String reason,
    @Nullable Certificate certificate) {

  /** The states in the order of the way up; only {@code LIVE} values may be decided on. */
  public enum State {
    /** The first attempt, or no adapter has spoken for it yet. */
    CONNECTING,
    /** Values arrive. */
    LIVE,
    /** The session stands but no value has arrived for longer than it should. */
    STALE,
    /** No session. */
    DOWN,
    /** The device shows a certificate nobody has trusted yet. */
    UNTRUSTED
  }

  /**
   * @param thumbprint SHA-1 of the certificate, lower-case hex, as OPC UA tools show it.
   * @param subject distinguished name.
   */
  public record Certificate(String thumbprint, String subject) {}
}
