package io.kizuna.simulator.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Samples of one tag: the latest {@value #RECENT} as they were sent, older ones thinned to one per
 * minute, none older than 30 days.
 *
 * <p>A value is kept as one int (a reading is a whole multiple of its display resolution), so that
 * what is read back equals what was sent.
 */
final class TagHistory {
  /** 5.7 h of a 5 s tag, at any rate the whole curve of one freezing run. */
  static final int RECENT = 4096;

  private static final int CHUNK = 512;
  private static final long THIN_MS = 60_000;
  private static final long UNCHANGED_THIN_MS = 3_600_000;
  private static final long KEEP_MS = 30L * 86_400_000;

  private final boolean steady;
  private final ToIntFunction<Object> encode;
  private final IntFunction<Object> decode;

  private long[] times = new long[64];
  private int[] values = new int[64];
  private byte[] qualities = new byte[64];
  private int head;
  private int size;
  private final Deque<Chunk> old = new ArrayDeque<>();
  private @Nullable Quality lastOldQuality;

  private static final class Chunk {
    final long base;
    final int[] offsets = new int[CHUNK];
    final int[] values = new int[CHUNK];
    final byte[] qualities = new byte[CHUNK];
    int size;

    Chunk(long base) {
      this.base = base;
    }

    long lastTime() {
      return base + offsets[size - 1];
    }
  }

  /**
   * @param steady no noise: a value that did not change says nothing new.
   */
  TagHistory(boolean steady, ToIntFunction<Object> encode, IntFunction<Object> decode) {
    this.steady = steady;
    this.encode = encode;
    this.decode = decode;
  }

  void append(Sample sample) {
    if (size == times.length) makeRoom();
    int at = (head + size) % times.length;
    times[at] = sample.timeMs();
    values[at] = sample.value() == null ? 0 : encode.applyAsInt(sample.value());
    qualities[at] = (byte) sample.quality().ordinal();
    size++;
  }

  private void makeRoom() {
    if (size < RECENT) {
      int larger = Math.min(RECENT, size * 2);
      long[] t = new long[larger];
      int[] v = new int[larger];
      byte[] q = new byte[larger];
      for (int i = 0; i < size; i++) {
        int from = (head + i) % size;
        t[i] = times[from];
        v[i] = values[from];
        q[i] = qualities[from];
      }
      times = t;
      values = v;
      qualities = q;
      head = 0;
      return;
    }
    retire(times[head], values[head], qualities[head]);
    head = (head + 1) % times.length;
    size--;
  }

  /**
   * One value a minute, a steady one each hour; a change of quality is always kept: it is the edge
   * of a gap.
   */
  private void retire(long time, int value, byte quality) {
    Chunk last = old.peekLast();
    Quality q = Quality.values()[quality];
    if (last != null && q == lastOldQuality) {
      boolean unchanged = steady && last.values[last.size - 1] == value;
      if (time - last.lastTime() < (unchanged ? UNCHANGED_THIN_MS : THIN_MS)) return;
    }
    if (last == null || last.size == CHUNK || time - last.base > Integer.MAX_VALUE) {
      last = new Chunk(time);
      prune(time);
      old.addLast(last);
    }
    last.offsets[last.size] = (int) (time - last.base);
    last.values[last.size] = value;
    last.qualities[last.size] = quality;
    last.size++;
    lastOldQuality = q;
  }

  private void prune(long time) {
    Chunk first = old.peekFirst();
    while (first != null && first.lastTime() < time - KEEP_MS) {
      old.removeFirst();
      first = old.peekFirst();
    }
  }

  /** Samples with {@code fromMs <= time < toMs}, oldest first, at most {@code max}. */
  List<Sample> between(long fromMs, long toMs, int max) {
    List<Sample> found = new ArrayList<>();
    for (Chunk chunk : old) {
      if (chunk.lastTime() < fromMs) continue;
      for (int i = 0; i < chunk.size && found.size() < max; i++) {
        add(
            found,
            chunk.base + chunk.offsets[i],
            chunk.values[i],
            chunk.qualities[i],
            fromMs,
            toMs);
      }
    }
    for (int i = 0; i < size && found.size() < max; i++) {
      int at = (head + i) % times.length;
      add(found, times[at], values[at], qualities[at], fromMs, toMs);
    }
    return found;
  }

  private void add(List<Sample> to, long time, int value, byte q, long fromMs, long toMs) {
    if (time < fromMs || time >= toMs) return;
    Quality quality = Quality.values()[q];
    Object shown = quality == Quality.NO_COMMUNICATION ? null : decode.apply(value);
    to.add(new Sample(shown, quality, time));
  }

  /** Bytes held, roughly; for the test that bounds the memory. */
  long bytes() {
    return times.length * 13L + old.size() * (CHUNK * 9L + 64);
  }
}
