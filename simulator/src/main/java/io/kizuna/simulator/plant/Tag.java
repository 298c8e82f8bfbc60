package io.kizuna.simulator.plant;

import io.kizuna.simulator.equipment.TagDefinition;
import io.kizuna.simulator.equipment.ValueType;
import io.kizuna.simulator.fault.FaultBoard;
import io.kizuna.simulator.history.Quality;
import io.kizuna.simulator.history.Sample;
import io.kizuna.simulator.physics.Noise;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One tag of one device: reads the model, adds what the sensor adds, remembers the last sample. */
public final class Tag {
  private final String name;
  private final String key;
  private final TagDefinition definition;
  private final Supplier<Object> truth;
  private final FaultBoard.Effects effects;
  private final Noise noise;
  private double drift;
  private @Nullable Sample last;
  private @Nullable Object lastUsable;

  /** Plant time of the next sample. */
  long dueMs;

  Tag(
      String device,
      String name,
      TagDefinition definition,
      Supplier<Object> truth,
      FaultBoard.Effects effects,
      long seed) {
    this.name = name;
    this.key = device + "." + name;
    this.definition = definition;
    this.truth = truth;
    this.effects = effects;
    this.noise = Noise.named(seed, key);
  }

  public String name() {
    return name;
  }

  /** {@code <DEVICE>.<TAG>}, the identifier of its node. */
  public String key() {
    return key;
  }

  public TagDefinition definition() {
    return definition;
  }

  /** The last emitted sample; null only before the plant's first step. */
  public @Nullable Sample last() {
    return last;
  }

  /** True if an event tag has something new to say. */
  boolean changed() {
    if (!definition.onChange()) return false;
    Sample before = last;
    if (before == null) return true;
    boolean silent = effects.silent(name);
    if (silent != (before.quality() == Quality.NO_COMMUNICATION)) return true;
    return !silent && !effects.stuck(name) && !truth.get().equals(before.value());
  }

  /** Takes the next sample; times strictly rise, whatever the caller's clock says. */
  Sample sample(long nowMs) {
    Sample before = last;
    long at = before == null ? nowMs : Math.max(nowMs, before.timeMs() + 1);
    boolean wasSilent = before != null && before.quality() == Quality.NO_COMMUNICATION;
    Sample next;
    if (effects.silent(name)) {
      next = new Sample(null, Quality.NO_COMMUNICATION, at);
    } else if (wasSilent && lastUsable != null) {
      next = new Sample(lastUsable, Quality.LAST_USABLE, at);
    } else {
      boolean stuck = effects.stuck(name) && lastUsable != null;
      Object value = stuck ? Objects.requireNonNull(lastUsable) : reading(nowMs);
      lastUsable = value;
      next = new Sample(value, Quality.GOOD, at);
    }
    last = next;
    return next;
  }

  private Object reading(long nowMs) {
    Object value = truth.get();
    if (definition.type() != ValueType.DOUBLE) return value;
    double exact = (Double) value;
    double shown = exact + effects.offset(name, nowMs);
    if (definition.noise() > 0 && exact != 0) shown += nextNoise(); // exactly 0 means: off
    List<Double> range = definition.range();
    if (range != null) shown = Math.max(range.get(0), Math.min(range.get(1), shown));
    return definition.quantise(shown);
  }

  /** Sigma of the definition, successive samples correlated by rho (4.8). */
  private double nextNoise() {
    double rho = definition.rho();
    drift = rho * drift + Math.sqrt(1 - rho * rho) * definition.noise() * noise.gaussian();
    return drift;
  }
}
