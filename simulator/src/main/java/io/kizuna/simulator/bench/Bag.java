package io.kizuna.simulator.bench;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.kizuna.simulator.physics.FreezeEvaluation;
import io.kizuna.simulator.physics.Relaxation;
import io.kizuna.simulator.plant.Device;
import io.kizuna.simulator.plant.RateFreezer;
import io.kizuna.simulator.plant.StorageFreezer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filled cryobag. */
final class Bag {
  private static final double LAG_S = 20 * 60; // in its cassette (4.7)
  private static final double COLD_PLATE_C = 5;

  final String id;
  final double volumeMl;
  @Nullable String device;
  @Nullable String position;
  double temperatureC = 6;
  private double warmestFrozenC = Double.NaN;
  private double nucleationC = Double.NaN;
  private double plateauMin = Double.NaN;
  private double meanRate = Double.NaN;
  private double postThawFactor = Double.NaN;

  @JsonCreator
  Bag(String id, double volumeMl) {
    this.id = id;
    this.volumeMl = volumeMl;
  }

  void step(double dtS, @Nullable Device where) {
    if (where instanceof RateFreezer freezer) {
      temperatureC = freezer.sampleC();
      return;
    }
    boolean fresh = Double.isNaN(nucleationC);
    double around = fresh ? COLD_PLATE_C : 22;
    if (where instanceof StorageFreezer freezer) around = freezer.storageC();
    temperatureC = Relaxation.toward(temperatureC, around, dtS, LAG_S);
    if (!fresh) {
      warmestFrozenC =
          Double.isNaN(warmestFrozenC) ? temperatureC : Math.max(warmestFrozenC, temperatureC);
    }
  }

  /** Takes along how it froze. */
  void leave(RateFreezer freezer) {
    FreezeEvaluation e = freezer.evaluation();
    nucleationC = e.nucleationC();
    plateauMin = e.plateauMin();
    meanRate = e.meanRate();
    postThawFactor = e.postThawFactor();
  }

  Map<String, @Nullable Object> truth() {
    Map<String, @Nullable Object> t = new LinkedHashMap<>();
    t.put("bagId", id);
    t.put("volumeMl", volumeMl);
    t.put("device", device);
    t.put("position", position);
    t.put("temperatureC", temperatureC);
    t.put("warmestSinceFreezingC", known(warmestFrozenC));
    t.put("nucleationC", known(nucleationC));
    t.put("plateauMin", known(plateauMin));
    t.put("meanRate", known(meanRate));
    t.put("postThawFactor", known(postThawFactor));
    return t;
  }

  private static @Nullable Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
