package io.kizuna.demonstration;

import io.kizuna.web.session.PlantSpeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the simulated plant: plant time = anchor + (wall time - anchor) x speed.
 *
 * <p>The simulator decides; this clock follows its segments, so that both agree at every moment,
 * also while the speed changes. It never runs backwards.
 */
class PlantClock extends Clock implements PlantSpeed {

  /**
   * A stretch of time of one speed.
   *
   * @param anchorWall wall time from which it is in force.
   */
  record Segment(Instant anchorWall, Instant anchorPlant, double speed) {

    Instant at(Instant wall) {
      double nanos = Duration.between(anchorWall, wall).toNanos() * speed;
      return anchorPlant.plusNanos((long) nanos);
    }
  }

  private final Clock wall;
  private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);
  private volatile Segment current;
  private volatile @Nullable Segment next;

  PlantClock(Clock wall) {
    this.wall = wall;
    Instant now = wall.instant();
    this.current = new Segment(now, now, 1);
  }

  /** Takes over what the simulator says; a segment of the future waits until its time. */
  synchronized void follow(Segment segment) {
    if (segment.anchorWall().isAfter(wall.instant())) {
      next = segment;
    } else if (!segment.equals(current)) { // what is in force anyway does not end what is to come
      current = segment;
      next = null;
    }
  }

  private Segment inForce(Instant now) {
    Segment coming = next;
    return coming != null && !now.isBefore(coming.anchorWall()) ? coming : current;
  }

  @Override
  public Instant instant() {
    Instant now = wall.instant();
    Instant plant = inForce(now).at(now);
    return latest.accumulateAndGet(plant, (a, b) -> a.isAfter(b) ? a : b);
  }

  @Override
  public double speed() {
    return inForce(wall.instant()).speed();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("records are UTC");
  }
}
