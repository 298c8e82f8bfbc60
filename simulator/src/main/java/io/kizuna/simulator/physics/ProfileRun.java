package io.kizuna.simulator.physics;

/** Where a running profile stands: set point, segment and time in it. */
public final class ProfileRun {
  private int segment;
  private double inSegmentS;
  private double setpointC = 4;

  /** Starts over at the chamber's present set point. */
  public void begin(double startC) {
    segment = 0;
    inSegmentS = 0;
    setpointC = startC;
  }

  /**
   * @return true when the last segment has ended.
   */
  public boolean step(double dtS, FreezeProfile profile, double sampleC) {
    if (segment >= profile.segments().size()) return true;
    FreezeProfile.Segment s = profile.segments().get(segment);
    inSegmentS += dtS;
    boolean done =
        switch (s.type()) {
          case HOLD -> {
            setpointC = s.targetC();
            yield inSegmentS >= s.minutes() * 60 - 1e-6;
          }
          case RAMP -> rampTo(s, dtS);
          case SAMPLE_RAMP -> {
            setpointC += s.ratePerMin() * dtS / 60;
            yield sampleC <= s.targetC();
          }
        };
    if (done) {
      segment++;
      inSegmentS = 0;
    }
    return segment >= profile.segments().size();
  }

  private boolean rampTo(FreezeProfile.Segment s, double dtS) {
    setpointC += s.ratePerMin() * dtS / 60;
    boolean reached = s.ratePerMin() < 0 ? setpointC <= s.targetC() : setpointC >= s.targetC();
    if (reached) setpointC = s.targetC();
    return reached;
  }

  public double setpointC() {
    return setpointC;
  }

  /** Index of the segment under way, 0 first; the number of segments when all are done. */
  public int segment() {
    return segment;
  }
}
