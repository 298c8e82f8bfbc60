package io.kizuna.adapters.opcua;

import io.kizuna.adapters.tagmap.TagMap;
import io.kizuna.equipment.TagDefinition;
import java.time.Duration;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How long ago a device was heard at all, and how long ago it told a measurement. A server that
 * still answers for a device whose measurements stand still is no live device.
 */
final class Freshness {

  /** Missed measurements of the fastest tag that make a device stale though its server lives. */
  private static final int MISSED_MAX = 3;

  private final Duration heardWithin;
  private final Duration dataWithin;
  private volatile long heardNanos;
  private volatile long dataNanos;

  Freshness(Duration staleAfter, TagMap map) {
    heardWithin = staleAfter;
    var fastest =
        map.tags().values().stream()
            .map(TagDefinition::interval)
            .min(Comparator.naturalOrder())
            .orElse(staleAfter)
            .multipliedBy(MISSED_MAX);
    dataWithin = fastest.compareTo(staleAfter) > 0 ? fastest : staleAfter;
    renew();
  }

  /** A new session: nothing is late yet. */
  void renew() {
    heard();
    dataNanos = heardNanos;
  }

  void heard() {
    heardNanos = System.nanoTime();
  }

  /** What was heard last was a measurement. */
  void data() {
    dataNanos = heardNanos;
  }

  boolean isSilentFor(Duration span) {
    return System.nanoTime() - heardNanos > span.toNanos();
  }

  /** Why the device is stale; null while it is fresh. */
  @Nullable String stale() {
    if (isSilentFor(heardWithin)) return "no value for " + heardWithin.toSeconds() + " s";
    return System.nanoTime() - dataNanos > dataWithin.toNanos()
        ? "no value for " + dataWithin.toSeconds() + " s"
        : null;
  }
}
