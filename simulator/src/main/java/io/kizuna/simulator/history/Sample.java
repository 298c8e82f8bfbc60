package io.kizuna.simulator.history;

import org.jspecify.annotations.Nullable;

/**
 * One emitted value.
 *
 * @param value Double, Integer, Boolean, String or Instant; null while there is no communication.
 * @param timeMs source time: plant time, epoch milliseconds.
 */
public record Sample(@Nullable Object value, Quality quality, long timeMs) {}
