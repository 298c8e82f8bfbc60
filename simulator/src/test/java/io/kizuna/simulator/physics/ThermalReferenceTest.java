package io.kizuna.simulator.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Process description 4.9, thermal lines: +-5 %. */
class ThermalReferenceTest {
  /** Seconds of {@code dtS} until {@code reached}; fails after 30 days. */
  private static double secondsUntil(double dtS, BooleanSupplier reached, Runnable step) {
    for (double t = 0; t < 30 * 86400; t += dtS) {
      if (reached.getAsBoolean()) return t;
      step.run();
    }
    throw new AssertionError("never reached");
  }

  @Test
  void bagWithoutHeaterLosesHalfADegreeIn169SecondsAndOneIn345() {
    var bag = new Culture(1000, 0, 100, 1, 0);
    bag.temperatureC = 37;
    var heater = new BagHeater();
    Runnable step = () -> bag.temperatureC = heater.step(1, bag.temperatureC, 1000, 37, 22, false);
    double half = secondsUntil(1, () -> bag.temperatureC <= 36.5, step);
    double one = half + secondsUntil(1, () -> bag.temperatureC <= 36.0, step);
    assertThat(half).isCloseTo(169, withPercentage(5));
    assertThat(one).isCloseTo(345, withPercentage(5));
  }

  // 4.5: holding power at 22 C ambient is 15 W, 30 % of the heater
  @Test
  void heaterHoldsThirtySevenDegreesWithFifteenWatts() {
    var heater = new BagHeater();
    double t = 22;
    for (int i = 0; i < 4 * 3600; i++) t = heater.step(1, t, 1000, 37, 22, true);
    assertThat(t).isCloseTo(37, withPercentage(0.2));
    assertThat(heater.outputPercent()).isCloseTo(30, withPercentage(5));
  }

  @Test
  void incubatorOpenForThirtySecondsFallsTo115PercentAnd327Degrees() {
    var chamber = new IncubatorChamber();
    for (int i = 0; i < 30; i++) chamber.step(1, 37, 5, true, true, true);
    assertThat(chamber.co2Percent()).isCloseTo(1.15, withPercentage(5));
    assertThat(chamber.airC()).isCloseTo(32.7, withPercentage(5));
  }

  @Test
  void incubatorWithoutCarbonDioxideFallsToFourPercentIn80Minutes() {
    var chamber = new IncubatorChamber();
    double s =
        secondsUntil(
            1, () -> chamber.co2Percent() <= 4, () -> chamber.step(1, 37, 5, false, true, false));
    assertThat(s / 3600).isCloseTo(1.34, withPercentage(5));
  }

  @Test
  void openLidWarmsTheVapourFreezerAsReferenced() {
    var freezer = new VapourFreezer(-180, 52);
    for (int i = 0; i < 180; i++) freezer.step(1, true, true, true);
    assertThat(freezer.topC()).isCloseTo(-153.5, withPercentage(5));
    double more =
        secondsUntil(1, () -> freezer.topC() >= -150, () -> freezer.step(1, true, true, true));
    assertThat((180 + more) / 60).isCloseTo(3.45, withPercentage(5));
    for (int i = 180 + (int) more; i < 300; i++) freezer.step(1, true, true, true);
    assertThat(freezer.topC()).isCloseTo(-139.1, withPercentage(5));
    double back =
        secondsUntil(1, () -> freezer.topC() <= -170, () -> freezer.step(1, false, true, true));
    assertThat(back / 60).isCloseTo(16.8, withPercentage(5));
  }

  @Test
  void vapourFreezerWithoutSupplyReachesTwentyPercentAfter7AndAHalfDays() {
    var freezer = new VapourFreezer(-185, 50);
    double s =
        secondsUntil(
            10, () -> freezer.levelPercent() <= 20, () -> freezer.step(10, false, false, true));
    assertThat(s / 86400).isCloseTo(7.5, withPercentage(5));
  }
}
