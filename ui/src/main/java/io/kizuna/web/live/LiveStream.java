package io.kizuna.web.live;

import io.kizuna.kernel.PersonId;
import io.kizuna.processdata.LiveValues;
import io.kizuna.processdata.LiveValues.LiveValue;
import io.kizuna.processdata.Reading;
import io.kizuna.web.equipment.TagId;
import io.kizuna.web.session.PlantClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of one page. One thread at a time sends; a slow page skips values, never queues. */
final class LiveStream {

  /** Events waiting for a page that does not read; then it is closed and asks anew. */
  private static final int WAITING_MAX = 100;

  /** Pages take a value for old after 10 s; one that still stands is sent again before. */
  private static final long REPEAT_NANOS = Duration.ofSeconds(4).toNanos();

  static final long HEARTBEAT_NANOS = Duration.ofSeconds(15).toNanos();

  final PersonId person;
  final SseEmitter emitter;
  private final List<TagId> tags;
  private final LiveValues values;
  private final Supplier<Heartbeat> heartbeat;
  private final Map<TagId, Sent> sent = new HashMap<>();
  private final ConcurrentLinkedQueue<Event> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean sending = new AtomicBoolean();
  private long heartbeatNanos = System.nanoTime() - HEARTBEAT_NANOS;
  private double speedSent;

  private record Event(String name, Object data) {}

  private record Sent(LiveValue value, long nanos) {}

  /** A value as the stream tells it. */
  record TagValue(
      String tag,
      @Nullable String v,
      @Nullable String text,
      Instant t,
      Reading.Quality q,
      boolean stale) {}

  record Heartbeat(Instant now, PlantClock clock) {}

  LiveStream(
      PersonId person,
      SseEmitter emitter,
      List<TagId> tags,
      LiveValues values,
      Supplier<Heartbeat> heartbeat) {
    this.person = person;
    this.emitter = emitter;
    this.tags = tags;
    this.values = values;
    this.heartbeat = heartbeat;
  }

  /**
   * Keeps an event for the next turn.
   *
   * @return false if the page does not read any more.
   */
  boolean offer(String name, Object data) {
    if (waiting.size() >= WAITING_MAX) return false;
    waiting.add(new Event(name, data));
    return true;
  }

  /**
   * Sends what there is, unless another thread still does.
   *
   * @return false if the page is gone.
   */
  boolean turn() {
    if (!sending.compareAndSet(false, true)) return true;
    try {
      for (var event = waiting.poll(); event != null; event = waiting.poll()) send(event);
      var changed = changed();
      if (!changed.isEmpty()) send(new Event("values", changed));
      beat();
      return true;
    } catch (IOException | IllegalStateException e) {
      return false;
    } finally {
      sending.set(false);
    }
  }

  /** At its time, and at once when the plant's clock has another speed: pages count on from it. */
  private void beat() throws IOException {
    var beat = heartbeat.get();
    boolean due = System.nanoTime() - heartbeatNanos >= HEARTBEAT_NANOS;
    if (!due && beat.clock().speed() == speedSent) return;
    heartbeatNanos = System.nanoTime();
    speedSent = beat.clock().speed();
    send(new Event("heartbeat", beat));
  }

  private void send(Event event) throws IOException {
    emitter.send(
        SseEmitter.event().name(event.name()).data(event.data(), MediaType.APPLICATION_JSON));
  }

  private List<TagValue> changed() {
    var changed = new ArrayList<TagValue>();
    long now = System.nanoTime();
    for (var tag : tags) {
      var value = values.of(tag.equipment(), tag.tag()).orElse(null);
      if (value == null) continue;
      var before = sent.get(tag);
      if (before != null && now - before.nanos() <= REPEAT_NANOS && before.value().equals(value)) {
        continue;
      }
      sent.put(tag, new Sent(value, now));
      var r = value.reading();
      changed.add(
          new TagValue(
              tag.toString(),
              TagId.number(r),
              r.text(),
              r.sourceTime(),
              r.quality(),
              value.stale()));
    }
    return changed;
  }
}
