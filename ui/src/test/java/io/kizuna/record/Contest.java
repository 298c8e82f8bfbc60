package io.kizuna.record;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Fixed work, all contenders in every round, their order shuffled; what counts is the median of the
 * rounds' ratios, because a busy machine slows a whole round.
 */
final class Contest {

  private final Map<String, IntFunction<List<Runnable>>> contenders = new LinkedHashMap<>();
  private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

  /** Of one operation, milliseconds. */
  record Cost(double cpuMs, double wallMs) {}

  /** Quartiles over the rounds. */
  record Spread(double low, double median, double high) {

    static Spread of(double[] values) {
      var sorted = values.clone();
      Arrays.sort(sorted);
      return new Spread(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    private static double at(double[] sorted, double share) {
      double place = share * (sorted.length - 1);
      int below = (int) place;
      int above = Math.min(below + 1, sorted.length - 1);
      return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    @Override
    public String toString() {
      return "%.2f [%.2f-%.2f]".formatted(median, low, high);
    }
  }

  /**
   * @param prepare makes that many operations ready; what it does is not measured.
   */
  void enter(String name, IntFunction<List<Runnable>> prepare) {
    contenders.put(name, prepare);
    costs.put(name, new ArrayList<>());
  }

  void run(int warmUp, int rounds, int operations) {
    var random = new Random(1);
    for (int round = -warmUp; round < rounds; round++) {
      var order = new ArrayList<>(contenders.keySet());
      Collections.shuffle(order, random);
      for (var name : order) {
        var cost = measure(contenders.get(name).apply(operations));
        if (round >= 0) costs.get(name).add(cost);
      }
    }
  }

  private static Cost measure(List<Runnable> operations) {
    var threads = ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    operations.forEach(Runnable::run);
    wall = System.nanoTime() - wall;
    cpu = threads.getCurrentThreadCpuTime() - cpu;
    double count = operations.size() * 1e6;
    return new Cost(cpu / count, wall / count);
  }

  Spread cpuMs(String name) {
    return Spread.of(costs.get(name).stream().mapToDouble(Cost::cpuMs).toArray());
  }

  Spread wallMs(String name) {
    return Spread.of(costs.get(name).stream().mapToDouble(Cost::wallMs).toArray());
  }

  Spread cpuRatio(String name, String reference) {
    var ratios = new double[costs.get(name).size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = costs.get(name).get(i).cpuMs() / costs.get(reference).get(i).cpuMs();
    }
    return Spread.of(ratios);
  }

  Spread wallRatio(String name, String reference) {
    var ratios = new double[costs.get(name).size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = costs.get(name).get(i).wallMs() / costs.get(reference).get(i).wallMs();
    }
    return Spread.of(ratios);
  }
}
