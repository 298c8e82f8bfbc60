package io.kizuna.simulator.physics;

import static io.kizuna.simulator.physics.FreezeProfile.Kind.HOLD;
import static io.kizuna.simulator.physics.FreezeProfile.Kind.RAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.kizuna.simulator.equipment.Catalogue;
import io.kizuna.simulator.physics.FreezeProfile.Segment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Process description 4.6: the reference run of the profile "CAR-T 30 mL" and its failures. */
class FreezingReferenceTest {
  private static final double DT = 0.5;

  private static final FreezeProfile COMPENSATED = shipped("CRF-CART-30ML");
  private static final FreezeProfile SMALL = shipped("CRF-CART-10ML");

  private static FreezeProfile shipped(String id) {
    return Catalogue.load().type("controlled-rate-freezer").programs().get(id).profile(id);
  }

  private static final FreezeProfile PLAIN =
      new FreezeProfile(
          "PLAIN",
          "no compensation",
          30,
          List.of(
              new Segment(HOLD, 4, 10, 0),
              new Segment(RAMP, -45, 0, -1),
              new Segment(RAMP, -100, 0, -10),
              new Segment(HOLD, -100, 10, 0)));

  /** One run: chamber and sample at each step, and what the evaluation of 11.1.5 reads from it. */
  private static final class Curve {
    final List<double[]> points = new ArrayList<>();
    double nucleationMin = Double.NaN;
    double peakC;

    Curve(FreezeProfile profile, double fillMl, double nucleationC) {
      var chamber = new FreezingChamber();
      var sample = new FreezingSample(fillMl, 6, nucleationC);
      var run = new ProfileRun();
      run.begin(4);
      boolean done = false;
      for (double t = DT; !done; t += DT) {
        done = run.step(DT, profile, sample.temperatureC());
        chamber.step(DT, run.setpointC(), false, true, true);
        if (sample.step(DT, chamber.temperatureC())) {
          nucleationMin = t / 60;
          peakC = sample.temperatureC();
        }
        points.add(new double[] {t / 60, chamber.temperatureC(), sample.temperatureC()});
      }
    }

    double minuteOf(double celsius) {
      return points.stream()
          .filter(p -> p[0] > nucleationMin && p[2] <= celsius)
          .findFirst()
          .orElseThrow()[0];
    }

    double plateauMin() {
      return minuteOf(-10) - nucleationMin;
    }

    double meanRate() {
      return -30 / (minuteOf(-40) - minuteOf(-10));
    }

    double[] last() {
      return points.get(points.size() - 1);
    }

    double[] at(double minute) {
      return points.get((int) Math.round(minute * 60 / DT) - 1);
    }

    double steepestFrozenRate() {
      int n = (int) (60 / DT);
      double worst = 0;
      for (int i = n; i < points.size() && points.get(i)[2] > -45; i++) {
        if (points.get(i - n)[0] < nucleationMin) continue;
        worst = Math.min(worst, points.get(i)[2] - points.get(i - n)[2]);
      }
      return worst;
    }
  }

  @Test
  void thirtyMillilitreProfileGivesTheReferenceCurve() {
    var curve = new Curve(COMPENSATED, 30, -8.5);
    assertThat(curve.nucleationMin).isCloseTo(24.4, withPercentage(5));
    assertThat(curve.peakC).isCloseTo(-4.2, withPercentage(5));
    assertThat(curve.peakC + 8.5).as("exotherm").isCloseTo(4.3, withPercentage(5));
    assertThat(curve.plateauMin()).isCloseTo(5.6, withPercentage(5));
    assertThat(curve.meanRate()).isCloseTo(-1.29, withPercentage(5));
    assertThat(curve.last()[0]).isCloseTo(70.9, withPercentage(5));
    assertThat(curve.last()[2]).isCloseTo(-99.9, withPercentage(5));
  }

  // 4.6, the printed trace: minute, chamber, sample
  @Test
  void chamberAndSamplePassThroughThePrintedTrace() {
    var curve = new Curve(COMPENSATED, 30, -8.5);
    double[][] trace = {
      {10, 4.0, 4.1}, {20, -5.6, -2.6}, {30, -19.3, -10.0}, {40, -29.2, -23.5},
      {50, -39.2, -36.4}, {55, -44.2, -41.8}, {60, -87.3, -68.9}, {65, -100, -97.3}
    };
    for (double[] p : trace) {
      assertThat(curve.at(p[0])[1]).as("chamber at %s", p[0]).isCloseTo(p[1], within(0.8));
      assertThat(curve.at(p[0])[2]).as("sample at %s", p[0]).isCloseTo(p[2], within(0.8));
    }
  }

  // SM10, 11.1.5: nucleation at -15 must show as an exotherm that the curve evaluation rejects
  @Test
  void lateNucleationGivesAnExothermOfTenDegrees() {
    var curve = new Curve(COMPENSATED, 30, -15);
    assertThat(curve.peakC + 15).isCloseTo(10.4, withPercentage(5));
  }

  @Test
  void withoutCompensationThePlateauLastsTwelveMinutes() {
    var curve = new Curve(PLAIN, 30, -8.5);
    assertThat(curve.plateauMin()).isCloseTo(12.4, withPercentage(5));
    assertThat(curve.meanRate()).isCloseTo(-1.59, withPercentage(5));
  }

  // 4.6: the profile belongs to its fill volume
  @Test
  void tenMillilitresInTheThirtyMillilitreProfileCoolTooFast() {
    assertThat(new Curve(COMPENSATED, 10, -8.5).steepestFrozenRate()).isLessThan(-3.5);
  }

  // 11.1.5: the 10 mL profile keeps inside the normal limits of the curve evaluation
  @Test
  void tenMillilitreProfileKeepsTheCurveNormal() {
    var curve = new Curve(SMALL, 10, -8.5);
    assertThat(curve.plateauMin()).isLessThanOrEqualTo(8);
    assertThat(curve.meanRate()).isBetween(-1.5, -0.7);
    assertThat(curve.steepestFrozenRate()).isGreaterThan(-2.2);
    assertThat(curve.last()[2]).isLessThan(-90);
  }

  @Test
  void drawnNucleationTemperaturesStayInTheirRange() {
    var noise = new Noise(7);
    for (int i = 0; i < 2000; i++) {
      assertThat(FreezingSample.drawNucleationC(noise)).isBetween(-16.0, -4.5);
    }
  }

  @Test
  void handSeedingStartsIceOnlyBelowTheMeltingPoint() {
    assertThat(new FreezingSample(30, 2, -9).seed()).isFalse();
    var supercooled = new FreezingSample(30, -6, -9);
    assertThat(supercooled.seed()).isTrue();
    assertThat(supercooled.seed()).as("frozen already").isFalse();
  }
}
