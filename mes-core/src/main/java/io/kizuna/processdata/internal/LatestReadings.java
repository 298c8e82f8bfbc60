package io.kizuna.processdata.internal;

import io.kizuna.equipment.Connection.State;
import io.kizuna.equipment.Connections;
import io.kizuna.equipment.TagDefinition;
import io.kizuna.equipment.TagDirectory;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.processdata.LiveValues;
import io.kizuna.processdata.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The newest reading of every tag, kept at hand; one entry per tag, so it cannot grow. */
@Component
class LatestReadings implements LiveValues {

  /** Longest wall time a screen shows a value as fresh, whatever its tag says. */
  private static final Duration FRESH_MAX = Duration.ofMinutes(5);

  private record Key(EquipmentId equipment, String tag) {}

  /**
   * @param storedNanos {@link System#nanoTime} of the arrival; empty if it is from an earlier run.
   */
  private record Entry(Reading reading, Optional<Long> storedNanos) {}

  private final ReadingRows rows;
  private final TagDirectory tags;
  private final Connections connections;
  private final Map<Key, Optional<Entry>> newest = new ConcurrentHashMap<>();

  LatestReadings(ReadingRows rows, TagDirectory tags, Connections connections) {
    this.rows = rows;
    this.tags = tags;
    this.connections = connections;
  }

  /** Called after the readings are in the database. */
  void stored(List<Reading> readings) {
    long now = System.nanoTime();
    for (var reading : readings) {
      newest.merge(
          new Key(reading.equipment(), reading.tag()),
          Optional.of(new Entry(reading, Optional.of(now))),
          (old, fresh) -> old.isPresent() && isNewer(old.get().reading(), reading) ? old : fresh);
    }
  }

  Optional<Reading> latest(EquipmentId equipment, String tag) {
    return entry(equipment, tag).map(Entry::reading);
  }

  @Override
  public Optional<LiveValue> of(EquipmentId equipment, String tag) {
    return entry(equipment, tag).map(e -> new LiveValue(e.reading(), stale(e)));
  }

  private Optional<Entry> entry(EquipmentId equipment, String tag) {
    var key = new Key(equipment, tag);
    var known = newest.get(key);
    if (known != null) return known;
    var stored = rows.latest(equipment, tag).map(r -> new Entry(r, Optional.empty()));
    var raced = newest.putIfAbsent(key, stored);
    return raced == null ? stored : raced;
  }

  private boolean stale(Entry entry) {
    var reading = entry.reading();
    if (connections.of(reading.equipment()).state() != State.LIVE) return true;
    if (entry.storedNanos().isEmpty()) return true;
    var limit =
        tags.find(reading.equipment(), reading.tag())
            .map(TagDefinition::maxSilence)
            .orElse(FRESH_MAX);
    return System.nanoTime() - entry.storedNanos().get() > limit.toNanos();
  }

  private static boolean isNewer(Reading a, Reading b) {
    int order = a.sourceTime().compareTo(b.sourceTime());
    return order > 0 || (order == 0 && a.sequence() > b.sequence());
  }
}
