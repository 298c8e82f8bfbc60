package io.kizuna.simulator.history;

import io.kizuna.simulator.equipment.TagDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Histories of all tags. Thread-safe: readers come from the protocol's threads. */
public final class History {
  /** Texts differ rarely; this many distinct ones per tag are told apart. */
  private static final int MAX_TEXTS = 5000;

  private final Map<String, TagHistory> tags = new ConcurrentHashMap<>();

  /** Begins to keep {@code key}; texts and times only when they change. */
  public void open(String key, TagDefinition definition) {
    tags.put(
        key,
        switch (definition.type()) {
          case DOUBLE -> {
            double scale = definition.scale();
            yield new TagHistory(
                definition.noise() == 0,
                v -> (int) Math.round((Double) v * scale),
                i -> definition.quantise(i / scale));
          }
          case INT -> new TagHistory(true, v -> (Integer) v, i -> i);
          case BOOLEAN -> new TagHistory(true, v -> Boolean.TRUE.equals(v) ? 1 : 0, i -> i == 1);
          case TIME ->
              new TagHistory(
                  true,
                  v -> (int) ((Instant) v).getEpochSecond(),
                  i -> Instant.ofEpochSecond(Integer.toUnsignedLong(i)));
          case STRING -> {
            Texts texts = new Texts();
            yield new TagHistory(true, v -> texts.number((String) v), texts::text);
          }
        });
  }

  /** Numbers for the texts of one tag; when full, new texts read back as "?". */
  private static final class Texts {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>(List.of("?"));

    synchronized int number(String text) {
      Integer known = numbers.get(text);
      if (known != null) return known;
      if (texts.size() >= MAX_TEXTS) return 0;
      numbers.put(text, texts.size());
      texts.add(text);
      return texts.size() - 1;
    }

    synchronized String text(int number) {
      return texts.get(number);
    }
  }

  public void append(String key, Sample sample) {
    TagHistory history = tags.get(key);
    if (history == null) return;
    synchronized (history) {
      history.append(sample);
    }
  }

  /** Samples with {@code fromMs <= time < toMs}, oldest first, at most {@code max}. */
  public List<Sample> between(String key, long fromMs, long toMs, int max) {
    TagHistory history = tags.get(key);
    if (history == null) return List.of();
    synchronized (history) {
      return history.between(fromMs, toMs, max);
    }
  }

  /** Bytes held, roughly. */
  public long bytes() {
    return tags.values().stream().mapToLong(TagHistory::bytes).sum();
  }
}
