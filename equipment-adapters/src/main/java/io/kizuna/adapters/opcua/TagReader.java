package io.kizuna.adapters.opcua;

import io.kizuna.adapters.spool.ReadingSpool;
import io.kizuna.equipment.TagDefinition;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.processdata.Reading;
import io.kizuna.processdata.Reading.Quality;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * The readings of one device: numbers them, drops repeats, and knows where each gap begins and
 * ends. Called on Milo's delivery thread, so it only computes and queues.
 */
final class TagReader {

  private final EquipmentId equipment;
  private final Map<String, TagDefinition> tags;
  private final ReadingSpool spool;
  private final RecordClock clock;
  private final Map<String, Last> last = new LinkedHashMap<>();
  private final Map<String, Instant> tagGaps = new LinkedHashMap<>();
  private final Instant startedAt;
  private @Nullable Instant newestGood;
  private @Nullable Instant deviceGap;
  private boolean overflowed;

  private static final class Last {
    @Nullable Reading reading;
    @Nullable Instant good;
    boolean heard;
  }

  TagReader(
      EquipmentId equipment,
      Map<String, TagDefinition> tags,
      ReadingSpool spool,
      RecordClock clock) {
    this.equipment = equipment;
    this.tags = tags;
    this.spool = spool;
    this.clock = clock;
    this.startedAt = clock.now();
    tags.keySet().forEach(t -> last.put(t, new Last()));
  }

  /** After a restart of ours: what is stored already is not new, and the time between is a gap. */
  synchronized void resumeFrom(Reading stored) {
    var known = last.get(stored.tag());
    if (known == null) return;
    known.reading = stored;
    if (stored.quality() == Quality.GOOD) noteGood(known, stored.sourceTime());
  }

  /**
   * Takes one notification.
   *
   * @return whether a value of a tag was in it that is not a repeat.
   */
  synchronized boolean received(List<String> names, List<DataValue> values) {
    var receivedAt = clock.now();
    boolean any = false;
    Instant firstGood = null;
    for (int i = 0; i < names.size(); i++) {
      var reading = take(names.get(i), values.get(i), receivedAt);
      if (reading == null) continue;
      any = true;
      var gap = deviceGap;
      if (reading.quality() == Quality.GOOD
          && gap != null
          && reading.sourceTime().isAfter(gap)
          && (firstGood == null || reading.sourceTime().isBefore(firstGood))) {
        firstGood = reading.sourceTime();
      }
    }
    if (firstGood != null) {
      deviceGap = null;
      spool.gapClosed(equipment, null, firstGood);
    }
    return any;
  }

  private @Nullable Reading take(String name, DataValue value, Instant receivedAt) {
    var tag = tags.get(name);
    var known = last.get(name);
    if (tag == null || known == null) return null;
    var reading = DataValues.reading(equipment, tag, value, receivedAt, 0);
    var before = known.reading;
    if (before != null && before.sourceTime().equals(reading.sourceTime())) {
      if (same(before, reading)) return null; // the present value, sent again after a reconnect
      reading = DataValues.reading(equipment, tag, value, receivedAt, before.sequence() + 1);
    }
    if (value.statusCode().isOverflowSet() && known.good != null) {
      lost(name, known.good, reading.sourceTime());
    }
    if (!spool.offer(reading)) {
      overflow();
      return null;
    }
    overflowed = false;
    if (before == null || !reading.sourceTime().isBefore(before.sourceTime())) {
      known.reading = reading;
    }
    if (reading.quality() == Quality.GOOD) {
      var gap = tagGaps.get(name);
      // The first good reading of our life also ends a gap that an earlier life left open.
      boolean ends = gap == null ? !known.heard : reading.sourceTime().isAfter(gap);
      known.heard = true;
      if (ends) {
        tagGaps.remove(name);
        spool.gapClosed(equipment, name, reading.sourceTime());
      }
      noteGood(known, reading.sourceTime());
    }
    return reading;
  }

  /** The server's own queue was too short: readings between the two are gone. */
  private void lost(String tag, Instant from, Instant to) {
    if (tagGaps.containsKey(tag)) return;
    spool.gapOpened(equipment, tag, from, "OVERFLOW");
    spool.gapClosed(equipment, tag, to);
  }

  private void overflow() {
    if (overflowed) return;
    overflowed = true;
    openDeviceGap("QUEUE_FULL");
  }

  private static boolean same(Reading a, Reading b) {
    return a.statusCode() == b.statusCode()
        && Objects.equals(a.value(), b.value())
        && Objects.equals(a.text(), b.text());
  }

  private void noteGood(Last known, Instant at) {
    var good = known.good;
    if (good == null || at.isAfter(good)) known.good = at;
    var newest = newestGood;
    if (newest == null || at.isAfter(newest)) newestGood = at;
  }

  /**
   * All readings are missing from the last good one on; of a device that was never heard, since we
   * have been waiting for it.
   */
  synchronized void openDeviceGap(String reason) {
    if (deviceGap != null) return;
    var from = newestGood == null ? startedAt : newestGood;
    deviceGap = from;
    spool.gapOpened(equipment, null, from, reason);
  }

  /** Whether there ever was a reading, in this life of ours or an earlier one. */
  synchronized boolean knowsAny() {
    return newestGood != null;
  }

  /**
   * Looks at the tags whose present value is bad: gaps for each, or one for the whole device.
   *
   * @return the status all tags have if the device as a whole does not communicate.
   */
  synchronized Optional<String> judgeBad() {
    StatusCode common = null;
    int bad = 0;
    int seen = 0;
    for (var known : last.values()) {
      var reading = known.reading;
      if (reading == null) continue;
      seen++;
      if (reading.quality() != Quality.BAD) continue;
      bad++;
      common = new StatusCode(reading.statusCode());
    }
    if (bad == 0 || common == null) return Optional.empty();
    if (bad == seen && seen > 1) {
      openDeviceGap(LinkFailure.name(common));
      return Optional.of(LinkFailure.name(common));
    }
    if (deviceGap == null) last.forEach(this::openTagGap);
    return Optional.empty();
  }

  private void openTagGap(String tag, Last known) {
    var reading = known.reading;
    if (reading == null || reading.quality() != Quality.BAD || tagGaps.containsKey(tag)) return;
    var from = known.good == null ? reading.sourceTime() : known.good;
    tagGaps.put(tag, from);
    spool.gapOpened(equipment, tag, from, LinkFailure.name(new StatusCode(reading.statusCode())));
  }

  /** The present text of a tag if its quality is good. */
  synchronized @Nullable String goodText(String tag) {
    var known = last.get(tag);
    if (known == null || known.reading == null) return null;
    return known.reading.quality() == Quality.GOOD ? known.reading.text() : null;
  }
}
