package io.kizuna.adapters.opcua;

import io.kizuna.equipment.TagDefinition;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.processdata.Reading;
import io.kizuna.processdata.Reading.Quality;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.jspecify.annotations.Nullable;

/** OPC UA values as readings: translates, judges nothing. */
final class DataValues {

  private DataValues() {}

  /** Keeps everything as received; a value of the wrong kind is kept as text and called bad. */
  static Reading reading(
      EquipmentId equipment, TagDefinition tag, DataValue v, Instant receivedAt, int sequence) {
    var raw = v.value().value();
    var number = number(raw);
    var quality = qualityOf(v.statusCode());
    String text = null;
    if (tag.type() == TagDefinition.Type.TEXT) {
      text = raw == null ? null : text(raw);
      number = null;
    } else if (number == null && raw != null) {
      text = text(raw);
      quality = Quality.BAD;
    }
    return new Reading(
        equipment,
        tag.tag(),
        number,
        text,
        tag.unit(),
        quality,
        v.statusCode().getValue(),
        sourceTime(v, receivedAt),
        instant(v.serverTime()),
        receivedAt,
        sequence);
  }

  /** The device's own time; a device without a clock lends the server's, then ours. */
  static Instant sourceTime(DataValue v, Instant receivedAt) {
    var source = instant(v.sourceTime());
    if (source != null) return source;
    var server = instant(v.serverTime());
    return server != null ? server : receivedAt;
  }

  /** OPC 10000-4, 7.34.1: severity decides. */
  static Quality qualityOf(StatusCode code) {
    if (code.isGood()) return Quality.GOOD;
    return code.isUncertain() ? Quality.UNCERTAIN : Quality.BAD;
  }

  private static @Nullable Instant instant(@Nullable DateTime time) {
    return time == null || time.isNull()
        ? null
        : time.getJavaInstant().truncatedTo(ChronoUnit.MICROS);
  }

  private static @Nullable Double number(@Nullable Object raw) {
    if (raw instanceof Boolean b) return b ? 1.0 : 0.0;
    return raw instanceof Number n ? Double.valueOf(n.doubleValue()) : null;
  }

  private static String text(Object raw) {
    if (raw instanceof LocalizedText localized) return String.valueOf(localized.text());
    if (raw instanceof DateTime time) return time.getJavaInstant().toString();
    return String.valueOf(raw);
  }
}
