package io.kizuna.equipment;

import io.kizuna.kernel.Text;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a tag of an equipment class means; core learns it from the adapter's tag maps.
 *
 * @param unit UCUM code; null for booleans and texts.
 * @param decimals digits after the point that are shown.
 * @param display the band drawn behind a trend.
 * @param alert outside it people look.
 * @param action outside it people act.
 * @param interval how often the device measures, in process time.
 * @param maxSilence longest process time between two readings that still counts as covered.
 * @param critical whether product quality depends on it.
 * @param node address in the protocol, with {@code {device}} for the unit; shown to engineers.
 */
public record TagDefinition(
    String tag,
    Text name,
    Type type,
    @Nullable String unit,
    int decimals,
    Band display,
    Band alert,
    Band action,
    Duration interval,
    Duration maxSilence,
    boolean critical,
    String node) {

  /** What a value is; booleans are stored as 0 and 1. */
  public enum Type {
    NUMBER,
    BOOLEAN,
    TEXT
  }

  /** A range; a missing end is open. Trailing zeros are dropped, so that equal means equal. */
  public record Band(@Nullable BigDecimal low, @Nullable BigDecimal high) {

    public Band {
      low = low == null ? null : low.stripTrailingZeros();
      high = high == null ? null : high.stripTrailingZeros();
    }

    /** No limit at all. */
    public static final Band NONE = new Band(null, null);
  }
}
