package io.kizuna.web.equipment;

import io.kizuna.equipment.TagDefinition;
import io.kizuna.equipment.TagDefinition.Band;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.processdata.Reading;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A tag of one unit as pages name it: {@code BRX-01.T_PV}. */
public record TagId(EquipmentId equipment, String tag) {

  /**
   * @throws MesException TAG_UNKNOWN if the text is not of that form.
   */
  public static TagId of(String text) {
    int dot = text.lastIndexOf('.');
    if (dot < 1 || dot == text.length() - 1) throw unknown(text);
    return new TagId(new EquipmentId(text.substring(0, dot)), text.substring(dot + 1));
  }

  /** The refusal for a tag nobody defined. */
  public static MesException unknown(String text) {
    return new MesException(
        ErrorCode.TAG_UNKNOWN,
        "Only tags of registered equipment can be read.",
        text,
        "<equipment>.<tag>",
        null);
  }

  /** The band a trend shows: what is usual, else the alert limits. */
  public static Band shown(TagDefinition tag) {
    return tag.display().equals(Band.NONE) ? tag.alert() : tag.display();
  }

  /** The limits at which people must act, else those at which they look. */
  public static Band alarm(TagDefinition tag) {
    return tag.action().equals(Band.NONE) ? tag.alert() : tag.action();
  }

  /** A limit without a power of ten: 40, not 4E+1. */
  public static @Nullable String plain(@Nullable BigDecimal limit) {
    return limit == null ? null : limit.toPlainString();
  }

  /** The number of a reading, as short as it is exact; null for texts and broken sensors. */
  public static @Nullable String number(Reading reading) {
    return number(reading.value());
  }

  /** See {@link #number(Reading)}. */
  public static @Nullable String number(@Nullable Double value) {
    return value == null || !Double.isFinite(value)
        ? null
        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  @Override
  public String toString() {
    return equipment + "." + tag;
  }
}
