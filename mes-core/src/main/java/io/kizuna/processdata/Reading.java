package io.kizuna.processdata;

import io.kizuna.kernel.EquipmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One value of one tag, kept as received (R11, R72).
 *
 * @param value the number, booleans as 0 and 1; null for text or when the device sent none.
 * @param text the text of text tags, for example a state; null otherwise.
 * @param unit UCUM code from the tag map.
 * @param statusCode OPC UA status code as received.
 * @param sourceTime the device's clock.
 * @param serverTime the OPC UA server's clock; null if it sent none.
 * @param receivedAt our clock.
 * @param sequence tells readings of one tag with the same source time apart; 0 for the first.
 */
public record Reading(
    EquipmentId equipment,
    String tag,
    @Nullable Double value,
    @Nullable String text,
    @Nullable String unit,
    Quality quality,
    long statusCode,
    Instant sourceTime,
    @Nullable Instant serverTime,
    Instant receivedAt,
    int sequence) {

  /** OPC 10000-4, 7.34.1: severity decides; a BAD value is kept but never evaluated. */
  public enum Quality {
    GOOD,
    UNCERTAIN,
    BAD
  }
}
