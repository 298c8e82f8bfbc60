package io.kizuna.faults;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the MES has promised: every request it answered with success. */
final class Ledger {

  private final List<Write> acknowledged = new CopyOnWriteArrayList<>();

  void acknowledged(Write write) {
    acknowledged.add(write);
  }

  /** Returns when that many requests are acknowledged, or nobody gets anywhere any more. */
  void await(int count, long patienceMs) throws InterruptedException {
    long end = System.nanoTime() + patienceMs * 1_000_000;
    while (acknowledged.size() < count && System.nanoTime() < end) Thread.sleep(5);
  }

  List<Write> all() {
    return List.copyOf(acknowledged);
  }

  Map<String, Integer> counts() {
    var counts = new TreeMap<String, Integer>();
    acknowledged.forEach(w -> counts.merge(w.kind(), 1, Integer::sum));
    return counts;
  }
}
