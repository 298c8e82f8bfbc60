package io.kizuna.simulator.crew;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The demonstration clock: slow while somebody of any batch works, fast while all of them wait. One
 * for all batches, because there is one plant.
 */
final class Pace {
  /** A change of speed comes into force a moment after it was asked for. */
  private static final long FRESH_NS = Duration.ofMillis(100).toNanos();

  private final MesSession administrator;
  private final double workSpeed;
  private final double waitSpeed;
  private final double foundSpeed;
  private final Map<Object, Double> busy = new HashMap<>();

  /** What was asked for; it comes into force a moment later. */
  private double commanded;

  private double speed;
  private Instant plant = Instant.EPOCH;
  private long readAtNs;

  Pace(MesSession administrator, double workSpeed, double waitSpeed) {
    this.administrator = administrator;
    this.workSpeed = workSpeed;
    this.waitSpeed = waitSpeed;
    refresh();
    foundSpeed = speed;
    commanded = speed;
  }

  synchronized void working(Object batch) {
    working(batch, workSpeed);
  }

  /**
   * @param fastest for a batch whose hold time leaves no leisure; steps down in whole gears, so
   *     that the clock is not touched at every step.
   */
  synchronized void working(Object batch, double fastest) {
    busy.put(batch, gear(fastest));
    double slowest = workSpeed;
    for (double wanted : busy.values()) slowest = Math.min(slowest, wanted);
    run(slowest);
  }

  private double gear(double fastest) {
    double gear = workSpeed;
    while (gear > fastest && gear > 1) gear = Math.max(1, gear / 3);
    return gear;
  }

  /** The batch has nothing to do; the clock runs fast once nobody has. */
  synchronized void waiting(Object batch) {
    busy.remove(batch);
    if (busy.isEmpty()) run(waitSpeed);
  }

  /** For a while another speed; whoever works next ends it. */
  synchronized void run(double wanted) {
    if (commanded == wanted) return;
    read(Mes.speed(administrator, wanted));
    commanded = wanted;
  }

  /** Leaves the clock as it was found. */
  synchronized void restore() {
    run(foundSpeed);
  }

  double waitSpeed() {
    return waitSpeed;
  }

  /** Plant time, counted on from the last answer. */
  synchronized Instant now() {
    if (System.nanoTime() - readAtNs > FRESH_NS) refresh();
    double aheadNs = (System.nanoTime() - readAtNs) * speed;
    return plant.plusMillis((long) (aheadNs / 1e6));
  }

  /** Plant time as the MES has it at this moment. */
  synchronized Instant exactly() {
    refresh();
    return plant;
  }

  private void refresh() {
    read(Mes.clock(administrator));
  }

  private void read(JsonNode answer) {
    readAtNs = System.nanoTime();
    plant = Instant.parse(Json.text(answer, "now"));
    speed = answer.path("speed").asDouble(speed);
  }
}
