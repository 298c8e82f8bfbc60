package io.kizuna.simulator.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Simulated time as straight lines over wall time. A reader that knows the segment in force
 * computes plant time itself and stays in step: {@code plant = anchorPlant + (wall - anchorWall) *
 * speed}.
 */
public final class PlantClock {
  public static final double SPEED_MIN = 1;
  public static final double SPEED_MAX = 5000;

  private final LongSupplier wall;
  private final List<Segment> segments = new ArrayList<>();

  /** One straight line; epoch milliseconds. */
  public record Segment(long anchorWallMs, long anchorPlantMs, double speed) {
    /** Plant time at a wall time on this line. */
    public long at(long wallMs) {
      return anchorPlantMs + Math.round((wallMs - anchorWallMs) * speed);
    }
  }

  /**
   * @param wall epoch milliseconds of this machine.
   */
  public PlantClock(LongSupplier wall, Segment start) {
    this.wall = wall;
    segments.add(start);
  }

  public long wallMs() {
    return wall.getAsLong();
  }

  /** Plant time now, epoch milliseconds. */
  public long nowMs() {
    long now = wallMs();
    return at(now).at(now);
  }

  /** The segment in force now. */
  public Segment inForce() {
    return at(wallMs());
  }

  private synchronized Segment at(long wallMs) {
    while (segments.size() > 1 && segments.get(1).anchorWallMs() <= wallMs) segments.remove(0);
    return segments.get(0);
  }

  /**
   * Changes the speed at a wall time; changes planned for later than that are dropped.
   *
   * @param effectiveWallMs in the past means now.
   * @return the segment that will be in force from then on.
   * @throws IllegalArgumentException if the speed is outside 1 to 5000.
   */
  public synchronized Segment speed(double speed, long effectiveWallMs) {
    if (!(speed >= SPEED_MIN && speed <= SPEED_MAX)) {
      throw new IllegalArgumentException("speed " + speed + " is not between 1 and 5000");
    }
    long now = wallMs();
    at(now);
    long from = Math.max(now, effectiveWallMs);
    while (segments.size() > 1 && segments.get(segments.size() - 1).anchorWallMs() >= from) {
      segments.remove(segments.size() - 1);
    }
    Segment before = segments.get(segments.size() - 1);
    Segment next = new Segment(from, before.at(from), speed);
    if (from == now) segments.clear();
    segments.add(next);
    return next;
  }

  /** Jumps to a plant time now; planned changes of speed keep their wall time. */
  public synchronized void jumpTo(long plantMs) {
    long now = wallMs();
    Segment current = at(now);
    List<Segment> planned = List.copyOf(segments.subList(1, segments.size()));
    segments.clear();
    segments.add(new Segment(now, plantMs, current.speed()));
    for (Segment p : planned) {
      Segment before = segments.get(segments.size() - 1);
      segments.add(new Segment(p.anchorWallMs(), before.at(p.anchorWallMs()), p.speed()));
    }
  }
}
