package io.kizuna.kernel;

import java.util.UUID;

/** Identifies one batch for ever; people see {@code B-2611-042} instead. */
public record BatchId(UUID value) {

  /**
   * @throws IllegalArgumentException if {@code text} is not a UUID.
   */
  public static BatchId valueOf(String text) {
    return new BatchId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
