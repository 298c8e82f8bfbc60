package io.kizuna.simulator.fault;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One injected fault.
 *
 * @param tag null for the whole device.
 * @param startedAtMs plant time, epoch milliseconds.
 * @param endsAtMs plant time; null if it ends by wall time or by hand only.
 * @param endsAtWallMs wall time; null if it ends by plant time or by hand only.
 */
public record Fault(
    String id,
    FaultCode code,
    String device,
    @Nullable String tag,
    long startedAtMs,
    @Nullable Long endsAtMs,
    @Nullable Long endsAtWallMs,
    Map<String, Object> parameters) {

  boolean overAt(long plantMs, long wallMs) {
    return (endsAtMs != null && plantMs >= endsAtMs)
        || (endsAtWallMs != null && wallMs >= endsAtWallMs);
  }

  boolean concerns(String tagName) {
    return tag == null || tag.equals(tagName);
  }

  double number(String parameter, double otherwise) {
    return parameters.get(parameter) instanceof Number n ? n.doubleValue() : otherwise;
  }

  boolean names(String parameter, String value) {
    Object given = parameters.get(parameter);
    return given == null || given.equals(value);
  }
}
