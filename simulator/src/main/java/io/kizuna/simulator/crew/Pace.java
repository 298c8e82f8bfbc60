package io.kizuna.simulator.crew;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The demonstration clock: slow while somebody of any batch works, fast while all of them wait. One
 * for all batches, because there is one plant.
 */
final class Pace {
  private static final long FRESH_NS = Duration.ofSeconds(5).toNanos();

  private final MesSession administrator;
  private final double workSpeed;
  private final double waitSpeed;
  private final double foundSpeed;
  private final Set<Object> busy = new HashSet<>();

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
    busy.add(batch);
    run(workSpeed);
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
