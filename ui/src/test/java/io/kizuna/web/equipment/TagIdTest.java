package io.kizuna.web.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.kernel.MesException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagIdTest {

  @Test
  void equipmentAndTagArePartedAtTheLastDot() {
    var id = TagId.of("LINE.2-BRX-01.T_PV");
    assertThat(id.equipment().value()).isEqualTo("LINE.2-BRX-01");
    assertThat(id.tag()).isEqualTo("T_PV");
    assertThat(id).hasToString("LINE.2-BRX-01.T_PV");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "T_PV", ".T_PV", "BRX-01."})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> TagId.of(text)).isInstanceOf(MesException.class);
  }

  // A page shows 40, not 4E+1; a broken sensor's NaN is no number.
  @Test
  void numbersAreWrittenPlainly() {
    assertThat(TagId.plain(new BigDecimal("40").stripTrailingZeros())).isEqualTo("40");
    assertThat(TagId.number(37.10)).isEqualTo("37.1");
    assertThat(TagId.number(-170.0)).isEqualTo("-170");
    assertThat(TagId.number(Double.NaN)).isNull();
  }
}
