package io.kizuna.faults;

import java.util.ArrayList;
import java.util.List;

/** How long work stood still after each kill, until the next request was acknowledged. */
final class Recovery {

  private final List<Long> millis = new ArrayList<>();

  void took(long nanos) {
    millis.add(nanos / 1_000_000);
  }

  /** Seconds; the 95th percentile by rank. */
  @Override
  public String toString() {
    if (millis.isEmpty()) return "none";
    var sorted = millis.stream().sorted().toList();
    return String.format(
        "p50 %.1f s, p95 %.1f s, longest %.1f s of %d",
        at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1), sorted.size());
  }

  private static double at(List<Long> sorted, double part) {
    int rank = (int) Math.ceil(part * sorted.size());
    return sorted.get(Math.max(0, rank - 1)) / 1000.0;
  }
}
