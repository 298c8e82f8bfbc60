package io.kizuna.simulator.crew;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answer times by kind of request; bounded, the eldest give way. */
final class Timings {
  private static final int KEPT_MAX = 100_000;

  private final Map<String, List<Long>> byKind = new TreeMap<>();
  private long lost;

  synchronized void add(String kind, long ms) {
    List<Long> kept = byKind.computeIfAbsent(kind, k -> new ArrayList<>());
    if (kept.size() < KEPT_MAX) kept.add(ms);
  }

  synchronized void lost() {
    lost++;
  }

  /** Answers that never came although another attempt brought one. */
  synchronized long lostAnswers() {
    return lost;
  }

  /** How fast one kind was answered. */
  record Quantiles(String kind, int count, long p50, long p95, long max) {}

  synchronized List<Quantiles> quantiles() {
    var result = new ArrayList<Quantiles>();
    var all = new ArrayList<Long>();
    byKind.forEach(
        (kind, ms) -> {
          all.addAll(ms);
          result.add(of(kind, ms));
        });
    if (!all.isEmpty()) result.add(of("all", all));
    return result;
  }

  private static Quantiles of(String kind, List<Long> ms) {
    List<Long> sorted = ms.stream().sorted().toList();
    return new Quantiles(
        kind, sorted.size(), at(sorted, 0.50), at(sorted, 0.95), sorted.get(sorted.size() - 1));
  }

  /** Nearest rank. */
  private static long at(List<Long> sorted, double quantile) {
    int rank = (int) Math.ceil(quantile * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }
}
