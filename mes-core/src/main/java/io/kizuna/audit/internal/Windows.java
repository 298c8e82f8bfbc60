package io.kizuna.audit.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What happens again and again within a minute: the first is told at once, more are counted, so
 * that whoever leans on a key cannot bury the trail.
 *
 * @param <K> what makes two the same.
 * @param <T> what is kept of the first.
 */
final class Windows<K, T> {

  /** Longer than a person does the same thing again and again in one go. */
  static final Duration LENGTH = Duration.ofMinutes(1);

  /** The first of a window that has ended, and how many came after it. */
  record Ended<T>(T first, int more) {}

  private static final class Window<T> {
    private final T first;
    private final Instant end;
    private int more;

    Window(T first, Instant end) {
      this.first = first;
      this.end = end;
    }
  }

  private final Map<K, Window<T>> open = new LinkedHashMap<>();
  private final List<Ended<T>> over = new ArrayList<>();

  /** Whether it is the first of its kind; else it is counted. */
  synchronized boolean isFirst(K key, T what, Instant now) {
    var window = open.get(key);
    if (window != null && now.isBefore(window.end)) {
      window.more++;
      return false;
    }
    if (window != null) end(window);
    open.put(key, new Window<>(what, now.plus(LENGTH)));
    return true;
  }

  synchronized boolean isOpen(K key, Instant now) {
    var window = open.get(key);
    return window != null && now.isBefore(window.end);
  }

  synchronized long count(Predicate<K> keys) {
    return open.keySet().stream().filter(keys).count();
  }

  /**
   * Takes out the windows that have ended, those with nothing counted left out. For a thread that
   * works by itself: what it records must not look as if it came from somebody's request.
   */
  synchronized List<Ended<T>> ended(Instant now) {
    open.values()
        .removeIf(
            w -> {
              boolean ended = !now.isBefore(w.end);
              if (ended) end(w);
              return ended;
            });
    var ended = List.copyOf(over);
    over.clear();
    return ended;
  }

  private void end(Window<T> window) {
    if (window.more > 0) over.add(new Ended<>(window.first, window.more));
  }
}
