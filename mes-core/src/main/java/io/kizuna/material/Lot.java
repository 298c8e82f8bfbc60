package io.kizuna.material;

import java.time.Instant;
import java.util.Map;

/**
 * A lot of a material, known by the code on its label.
 *
 * @param attributes what its certificate states, for example {@code titre} to {@code 2.5}; the unit
 *     is that of the recipe's parameter.
 */
public record Lot(
    String code,
    String material,
    Status status,
    Instant expiresAt,
    Map<String, String> attributes) {

  /** Only released lots can be consumed (F42). */
  public enum Status {
    QUARANTINE,
    RELEASED,
    BLOCKED
  }
}
