package io.kizuna.simulator.physics;

import java.util.List;

/**
 * Ordered segments of a freezing program, as loaded from the equipment definition.
 *
 * @param fillMl fill volume per bag the profile was made for; another fill freezes differently.
 */
public record FreezeProfile(String id, String name, double fillMl, List<Segment> segments) {

  /** How a segment moves the chamber's set point and when it ends. */
  public enum Kind {
    /** Keeps {@code targetC} for {@code minutes}. */
    HOLD,
    /** Ramps with {@code ratePerMin} until the chamber's set point reaches {@code targetC}. */
    RAMP,
    /** Ramps with {@code ratePerMin} until the sample reaches {@code targetC}. */
    SAMPLE_RAMP
  }

  /** One line of the profile; {@code minutes} counts for HOLD only, the rate for ramps only. */
  public record Segment(Kind type, double targetC, double minutes, double ratePerMin) {}

  /** Planned length in minutes, sample ramps taken as if the sample followed at once. */
  public double plannedMinutes() {
    double minutes = 0;
    double at = segments.get(0).targetC();
    for (Segment s : segments) {
      minutes +=
          s.type() == Kind.HOLD ? s.minutes() : Math.abs((s.targetC() - at) / s.ratePerMin());
      at = s.targetC();
    }
    return minutes;
  }
}
