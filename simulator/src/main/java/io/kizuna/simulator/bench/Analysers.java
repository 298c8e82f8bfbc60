package io.kizuna.simulator.bench;

import io.kizuna.simulator.physics.Noise;
import io.kizuna.simulator.physics.Relaxation;
import io.kizuna.simulator.plant.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Error models of the off-line analysers (process description 3.9 and 4.8). */
final class Analysers {
  static final String COUNTER = "CTR-01";
  static final List<String> KNOWN = List.of(COUNTER, "MET-01", "BGA-01", "FLOW-01");

  private final Noise noise;
  private final double counterBias;
  private final double viabilityBias;
  private final double glucoseBias;
  private final double lactateBias;
  private final double glutamineBias;

  /** Systematic errors are drawn once: an analyser is wrong in the same direction every day. */
  Analysers(long seed) {
    noise = Noise.named(seed, "analysers");
    counterBias = noise.between(0.97, 1.03);
    viabilityBias = noise.between(-2, 2);
    glucoseBias = noise.between(0.96, 1.04);
    lactateBias = noise.between(0.96, 1.04);
    glutamineBias = noise.between(0.96, 1.04);
  }

  Map<String, Double> measure(String analyser, TakenSample s) {
    Map<String, Double> results = new LinkedHashMap<>();
    switch (analyser) {
      case COUNTER -> {
        results.put("VCD", rounded(s.density() * counterBias * (1 + 0.05 * noise.gaussian()), 3));
        double viability = s.viability() + viabilityBias + 1.5 * noise.gaussian();
        results.put("VIABILITY", rounded(Relaxation.clamp(viability, 0, 99.9), 1));
        results.put("DIAMETER", rounded(s.diameter() + 0.1 * noise.gaussian(), 1));
      }
      case "MET-01" -> {
        results.put("GLC", concentration(s.glucose(), glucoseBias));
        results.put("LAC", concentration(s.lactate(), lactateBias));
        results.put("GLN", concentration(s.glutamine(), glutamineBias));
      }
      case "BGA-01" -> results.put("PH", rounded(s.ph() + 0.005 * noise.gaussian(), 3));
      case "FLOW-01" -> {
        results.put("CAR_POSITIVE", percent(s.carPositive()));
        results.put("CD3", percent(s.cd3()));
      }
      default -> throw Refused.invalid("unknown analyser " + analyser + ", allowed: " + KNOWN);
    }
    return results;
  }

  private double concentration(double mm, double bias) {
    return rounded(Math.max(0, mm * bias * (1 + 0.05 * noise.gaussian())), 2);
  }

  private double percent(double value) {
    return rounded(Relaxation.clamp(value + noise.gaussian(), 0, 100), 1);
  }

  private static double rounded(double value, int decimals) {
    double scale = Math.pow(10, decimals);
    return Math.round(value * scale) / scale;
  }
}
