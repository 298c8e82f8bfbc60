package io.kizuna.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.kernel.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F19: only what is shown is rounded. */
class DisplayTest {

  private static final int ROUNDS = 10_000;
  private static final Limits DENSITY =
      new Limits(
          new Range(new BigDecimal("0.5"), new BigDecimal("2.0")),
          List.of(),
          null,
          null,
          List.of());

  @ParameterizedTest
  @CsvSource({
    "1.2345, 1.23",
    "1.235, 1.24",
    "1.225, 1.22",
    "2.0, 2.00",
    "2.004, 2.004",
    "2.0004999, 2.0005",
    "2.011, 2.01",
    "0.4999, 0.4999",
    "-0, 0.00"
  })
  void roundedValueNeverCrossesALimit(String value, String shown) {
    assertThat(Display.of(density(DENSITY), value)).isEqualTo(shown);
  }

  @Test
  void whatHasNoLimitsIsRoundedHalfToEven() {
    assertThat(Display.of(density(null), "2.345")).isEqualTo("2.34");
    assertThat(Display.of(density(null), "2.335")).isEqualTo("2.34");
  }

  @Test
  void whatIsNoNumberIsShownAsItStands() {
    assertThat(Display.of(density(DENSITY), "12,5")).isEqualTo("12,5");
  }

  // A reader who judges what is shown comes to the verdict on record.
  @Test
  void whatIsShownIsJudgedAsWhatIsStored() {
    var random = new Random(41);
    for (int i = 0; i < ROUNDS; i++) {
      var value = BigDecimal.valueOf(random.nextInt(-500, 30_500), random.nextInt(0, 6));
      String shown = Display.of(density(DENSITY), value.toPlainString());
      assertThat(DENSITY.judge(new BigDecimal(shown)))
          .describedAs(value.toPlainString())
          .isEqualTo(DENSITY.judge(value));
    }
  }

  private static Parameter density(@Nullable Limits limits) {
    return new Parameter(
        "density",
        Text.same("Density"),
        Parameter.Type.DECIMAL,
        "10*6/mL",
        2,
        limits,
        Parameter.Classification.IPC,
        new Source.Manual(),
        Parameter.OutsidePolicy.WARN,
        true,
        List.of());
  }
}
