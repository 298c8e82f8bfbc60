package io.kizuna.simulator.physics;

/**
 * Small seeded random source (SplitMix64); its one field is its whole state, so it can be saved.
 */
public final class Noise {
  private long state;

  public Noise(long seed) {
    state = seed;
  }

  /** A source of its own for {@code name}: adding a sensor never changes another one's noise. */
  public static Noise named(long seed, String name) {
    Noise noise = new Noise(seed * 0x9E3779B97F4A7C15L + name.hashCode());
    noise.nextLong();
    return noise;
  }

  private long nextLong() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in [0, 1). */
  public double uniform() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in [low, high). */
  public double between(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** Normal with mean 0 and sigma 1 (Box-Muller; the second value is not kept). */
  public double gaussian() {
    double u = Math.max(uniform(), 1e-300);
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * uniform());
  }
}
