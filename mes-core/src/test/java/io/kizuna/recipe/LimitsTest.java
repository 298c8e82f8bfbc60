package io.kizuna.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

  // MOI of step 5.1.4: N 3, A 1-2 or 5-10, R >10 (process.md). 2.5 lies between N and R.
  private static final Limits MOI =
      new Limits(
          range("3", "3"), List.of(range("1", "2"), range("5", "10")), null, big("10"), List.of());

  @ParameterizedTest
  @CsvSource({
    "3, NORMAL",
    "3.000, NORMAL",
    "1, ALERT",
    "2, ALERT",
    "5, ALERT",
    "10, ALERT",
    "10.00, ALERT",
    "2.5, ALERT",
    "0.5, ALERT",
    "10.01, REJECT",
    "11, REJECT"
  })
  void moiOfTheTransduction(BigDecimal value, Verdict verdict) {
    assertThat(MOI.judge(value)).isEqualTo(verdict);
  }

  // Viability of step 7.2.1: N >=85, A 75-85, R <65. Between R and A nothing is listed: alert.
  @ParameterizedTest
  @CsvSource({
    "85, NORMAL",
    "84.99, ALERT",
    "75, ALERT",
    "74.9, ALERT",
    "65, ALERT",
    "64.99, REJECT"
  })
  void betweenNormalAndRejectIsAlert(BigDecimal value, Verdict verdict) {
    var limits =
        new Limits(range("85", null), List.of(range("75", "85")), big("65"), null, List.of());
    assertThat(limits.judge(value)).isEqualTo(verdict);
  }

  // pH offset of step 7.1.2 as alert bands only: outside every band and no reject bound is reject.
  @ParameterizedTest
  @CsvSource({"0.05, NORMAL", "0.051, ALERT", "0.10, ALERT", "0.101, REJECT"})
  void withoutRejectBoundTheAlertBandsEndIt(BigDecimal value, Verdict verdict) {
    var limits =
        new Limits(range(null, "0.05"), List.of(range("0.05", "0.10")), null, null, List.of());
    assertThat(limits.judge(value)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"5, NORMAL", "5.1, ALERT", "99, ALERT"})
  void onlyNormalMeansAlertOutside(BigDecimal value, Verdict verdict) {
    assertThat(new Limits(range(null, "5"), List.of(), null, null, List.of()).judge(value))
        .isEqualTo(verdict);
  }

  @Test
  void textIsNormalOrRejected() {
    var limits = new Limits(null, List.of(), null, null, List.of("true"));
    assertThat(limits.judge("true")).isEqualTo(Verdict.NORMAL);
    assertThat(limits.judge("false")).isEqualTo(Verdict.REJECT);
    assertThat(new Limits(null, List.of(), null, null, List.of()).judge("x"))
        .isEqualTo(Verdict.NOT_JUDGED);
  }

  @Test
  void aRangeNeedsABoundInOrder() {
    assertThatThrownBy(() -> range(null, null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> range("2", "1")).isInstanceOf(IllegalArgumentException.class);
    assertThat(range("1", null)).hasToString(">= 1");
    assertThat(range(null, "1")).hasToString("<= 1");
    assertThat(range("1", "2")).hasToString("1 - 2");
  }

  // R50 of arithmetic: for any limits, bounds are inclusive, and going outwards never gets better.
  @Test
  void verdictsOnlyGetWorseOutwards() {
    var random = new Random(4711);
    for (int i = 0; i < 5_000; i++) {
      BigDecimal[] b = new BigDecimal[6];
      BigDecimal at = BigDecimal.valueOf(random.nextInt(2_000) - 1_000, 2);
      for (int k = 0; k < 6; k++) {
        at = at.add(BigDecimal.valueOf(1 + random.nextInt(500), 2));
        b[k] = at;
      }
      var limits =
          new Limits(
              new Range(b[2], b[3]),
              random.nextBoolean()
                  ? List.of(new Range(b[1], b[2]), new Range(b[3], b[4]))
                  : List.of(),
              b[0],
              b[5],
              List.of());
      BigDecimal step = new BigDecimal("0.01");
      assertThat(limits.judge(b[2])).isEqualTo(Verdict.NORMAL);
      assertThat(limits.judge(b[3])).isEqualTo(Verdict.NORMAL);
      assertThat(limits.judge(b[2].subtract(step))).isEqualTo(Verdict.ALERT);
      assertThat(limits.judge(b[3].add(step))).isEqualTo(Verdict.ALERT);
      assertThat(limits.judge(b[0])).isEqualTo(Verdict.ALERT);
      assertThat(limits.judge(b[5])).isEqualTo(Verdict.ALERT);
      assertThat(limits.judge(b[0].subtract(step))).isEqualTo(Verdict.REJECT);
      assertThat(limits.judge(b[5].add(step))).isEqualTo(Verdict.REJECT);
      BigDecimal x = BigDecimal.valueOf(random.nextInt(6_000) - 2_000, 2);
      BigDecimal outward = x.compareTo(b[3]) > 0 ? x.add(step) : x.subtract(step);
      boolean inside = limits.judge(x) == Verdict.NORMAL;
      if (!inside) assertThat(limits.judge(outward)).isGreaterThanOrEqualTo(limits.judge(x));
    }
  }

  // A value is judged with all its digits: what is shown as 85.0 can still be below 85.
  @Test
  void judgingSeesMoreThanTheDisplay() {
    var limits = new Limits(range("85", null), List.of(), null, null, List.of());
    BigDecimal value = big("84.96");
    assertThat(Display.round(value, 1)).isEqualTo("85.0");
    assertThat(limits.judge(value)).isEqualTo(Verdict.ALERT);
  }

  @ParameterizedTest
  @CsvSource({"2.345, 2, 2.34", "2.335, 2, 2.34", "0.1, 2, 0.10", "-0.5, 0, 0", "1E+3, 1, 1000.0"})
  void displayRoundsHalfToEven(BigDecimal value, int decimals, String shown) {
    assertThat(Display.round(value, decimals)).isEqualTo(shown);
  }

  // Rounding for display moves a number by at most half a unit of the last digit, and only once.
  @Test
  void displayIsStableAndNear() {
    var random = new Random(99);
    for (int i = 0; i < 5_000; i++) {
      int decimals = random.nextInt(6);
      var value = new BigDecimal(new java.math.BigInteger(60, random), random.nextInt(12));
      var shown = new BigDecimal(Display.round(value, decimals));
      assertThat(shown.scale()).isEqualTo(decimals);
      assertThat(shown.subtract(value).abs().multiply(BigDecimal.valueOf(2)))
          .isLessThanOrEqualTo(BigDecimal.ONE.movePointLeft(decimals));
      assertThat(Display.round(shown, decimals)).isEqualTo(shown.toPlainString());
    }
  }

  private static Range range(@Nullable String low, @Nullable String high) {
    return new Range(low == null ? null : big(low), high == null ? null : big(high));
  }

  private static BigDecimal big(String text) {
    return new BigDecimal(text);
  }
}
