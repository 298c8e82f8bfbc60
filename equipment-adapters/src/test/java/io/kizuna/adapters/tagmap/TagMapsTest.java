package io.kizuna.adapters.tagmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.equipment.TagDefinition;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagMapsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rocking-bioreactor",
        "co2-incubator",
        "controlled-rate-freezer",
        "ln2-freezer",
        "cell-counter"
      })
  void everyShippedMapIsComplete(String equipmentClass) {
    var map = TagMaps.load(equipmentClass);
    assertThat(map.equipmentClass()).isEqualTo(equipmentClass);
    assertThat(map.tags()).containsKeys(map.state(), map.program(), map.run(), map.task());
    assertThat(map.tags().values())
        .allSatisfy(
            t -> {
              assertThat(t.name().en()).isNotBlank();
              assertThat(t.name().ja()).isNotBlank();
              assertThat(t.maxSilence()).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
            });
  }

  // process.md 3.1: limits as they stand there.
  @Test
  void limitsComeFromTheProcessDescription() {
    var temperature = TagMaps.load("rocking-bioreactor").tags().get("T_PV");
    assertThat(temperature.unit()).isEqualTo("Cel");
    assertThat(temperature.alert())
        .isEqualTo(new TagDefinition.Band(new BigDecimal("36.5"), new BigDecimal("37.5")));
    assertThat(temperature.action())
        .isEqualTo(new TagDefinition.Band(new BigDecimal("35.5"), new BigDecimal("38.5")));
    assertThat(temperature.critical()).isTrue();
  }

  @Test
  void addressesAreMadeOfDeviceAndName() {
    assertThat(TagMaps.load("rocking-bioreactor").address("BRX-01", "T_PV"))
        .isEqualTo("nsu=urn:kizuna:simulator;s=BRX-01.T_PV");
  }

  @Test
  void unknownOrImproperClassIsRefused() {
    assertThatThrownBy(() -> TagMaps.load("toaster")).hasMessageContaining("toaster");
    assertThatThrownBy(() -> TagMaps.load("../application")).hasMessageContaining("not an");
  }
}
