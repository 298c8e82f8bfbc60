package io.kizuna.processdata.internal;

import io.kizuna.kernel.EquipmentId;
import io.kizuna.processdata.ReadHistorian.Bucket;
import io.kizuna.processdata.ReadHistorian.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass that turns readings into pixel columns and long silences into gaps. */
final class SeriesBuckets {

  /** More silences than this do not make a trend more readable. */
  private static final int SILENCES_MAX = 500;

  private final EquipmentId equipment;
  private final String tag;
  private final Instant from;
  private final long widthNanos;
  private final Duration maxSilence;
  private final List<Bucket> buckets = new ArrayList<>();
  private final List<Gap> silences = new ArrayList<>();

  private long index = -1;
  private double min;
  private double max;
  private double first;
  private double last;
  private int good;
  private int bad;
  private @Nullable StoredSample previous;

  SeriesBuckets(
      EquipmentId equipment,
      String tag,
      Instant from,
      Instant to,
      int buckets,
      Duration maxSilence) {
    this.equipment = equipment;
    this.tag = tag;
    this.from = from;
    this.maxSilence = maxSilence;
    this.widthNanos = Math.max(1, Duration.between(from, to).toNanos() / buckets);
  }

  void add(StoredSample sample) {
    noteSilence(sample);
    long at = Duration.between(from, sample.at()).toNanos() / widthNanos;
    if (at != index) {
      flush();
      index = at;
    }
    var value = sample.value();
    if (!sample.good() || value == null) {
      bad++;
      return;
    }
    if (good++ == 0) {
      min = max = first = value;
    }
    min = Math.min(min, value);
    max = Math.max(max, value);
    last = value;
  }

  private void noteSilence(StoredSample sample) {
    var before = previous;
    previous = sample;
    if (before == null || silences.size() >= SILENCES_MAX) return;
    if (sample.at().isAfter(before.at().plus(maxSilence))) {
      silences.add(new Gap(equipment, tag, before.at(), sample.at(), "SILENCE"));
    }
  }

  private void flush() {
    if (good + bad > 0) {
      var start = from.plusNanos(index * widthNanos);
      buckets.add(
          good == 0
              ? new Bucket(start, null, null, null, null, bad)
              : new Bucket(start, min, max, first, last, bad));
    }
    good = 0;
    bad = 0;
  }

  List<Bucket> buckets() {
    flush();
    return List.copyOf(buckets);
  }

  /** Silences longer than the tag may keep that no recorded gap explains. */
  List<Gap> silencesBeside(List<Gap> recorded) {
    return silences.stream()
        .filter(
            s -> {
              var end = s.to();
              return end != null
                  && recorded.stream()
                      .noneMatch(g -> new Span(g.from(), g.to()).touches(s.from(), end));
            })
        .toList();
  }
}
