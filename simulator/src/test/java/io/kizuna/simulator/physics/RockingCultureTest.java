package io.kizuna.simulator.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Process description 4.9, line "rocking 1 L, seed 2.0e8": +-15 % on cells. */
class RockingCultureTest {
  record Day(double cells, double viability, Culture state, double ph, double oxygen, double co2) {}

  private static final List<Day> days = new ArrayList<>();

  /** Seeded at stimulation, vector on day 1, washed on day 2, perfused by the rule of 7.2.5. */
  @BeforeAll
  static void growForTenDays() {
    var culture = new Culture(1000, 2.0e8, 100, 1, 0);
    culture.temperatureC = 37;
    var gas = new GasLoop();
    var around = new Culture.Surroundings();
    double dt = 30;
    for (int i = 0; i <= 10 * 86400 / dt; i++) {
      if (i % (86400 / dt) == 0) {
        days.add(
            new Day(
                culture.viableCells() / 1e9,
                culture.viabilityPercent(),
                culture,
                culture.ph(),
                culture.oxygenPercent(),
                gas.co2Percent()));
      }
      if (i == 86400 / dt) culture.transduce(0.35);
      if (i == 2 * 86400 / dt) culture.wash(1000);
      around.kLa = GasLoop.kLa(10, 6, culture.volumeMl());
      gas.step(dt, 0.15, 7.25 - culture.ph(), 50 - culture.oxygenPercent(), 5, true);
      around.co2GasPercent = gas.co2Percent();
      around.oxygenGasPercent = gas.o2Percent();
      around.co2LagH = 1 / (0.9 * around.kLa);
      around.feedMlPerDay = perfusion(culture.density());
      around.harvestMlPerDay = around.feedMlPerDay - 12; // evaporation is made up for
      culture.step(dt, around);
    }
  }

  private static double perfusion(double density) {
    if (density < 2) return 0;
    return density < 10 ? 500 : density < 15 ? 750 : 1000;
  }

  @Test
  void viableCellsFollowTheReference() {
    double[][] reference = {{2, 0.24}, {4, 0.95}, {6, 3.58}, {7, 5.59}, {9, 8.92}, {10, 9.95}};
    for (double[] point : reference) {
      assertThat(days.get((int) point[0]).cells())
          .as("day %s, 1e9 viable cells", point[0])
          .isCloseTo(point[1], withPercentage(15));
    }
  }

  @Test
  void viabilityStaysBetween92And95PercentFromDay4ToDay8() {
    for (int day = 4; day <= 8; day++) {
      assertThat(days.get(day).viability()).as("day %d", day).isBetween(92.0, 96.0);
    }
  }

  @Test
  void mediumOnDay10HasTwelveMillimolarGlucoseAndLactate() {
    Culture end = days.get(10).state();
    assertThat(end.glucoseMm()).isCloseTo(12, withPercentage(15));
    assertThat(end.lactateMm()).isCloseTo(12, withPercentage(15));
    assertThat(end.glutamineMm()).as("7.2.2: normal from 1 mM").isGreaterThan(1);
  }

  // 4.9: "pH 7.25 (CO2 cut to 4.5 %), DO 81 %"
  @Test
  void controllersHoldPhByCuttingCarbonDioxide() {
    assertThat(days.get(10).ph()).isCloseTo(7.25, within(0.02));
    assertThat(days.get(10).co2()).isCloseTo(4.5, within(0.3));
    assertThat(days.get(10).oxygen()).isCloseTo(81, within(4.0));
  }

  // C-24: the worked pH numbers at 5 % carbon dioxide
  @Test
  void phOfFreshMediumIsTheWorkedExample() {
    assertThat(Culture.medium(1000).ph()).isCloseTo(7.451, within(0.001));
  }

  // 7.2.5: without medium the culture turns sour; a forgiving simulator teaches nothing
  @Test
  void cultureWithoutFreshMediumTurnsSourAndStopsGrowing() {
    var culture = new Culture(1000, 2.0e8, 100, 1, 0);
    culture.temperatureC = 37;
    var around = new Culture.Surroundings();
    around.kLa = 6;
    for (int i = 0; i < 10 * 1440; i++) culture.step(60, around);
    assertThat(culture.ph()).isLessThan(6.8);
    assertThat(culture.viableCells()).isLessThan(0.7 * 9.95e9);
  }
}
