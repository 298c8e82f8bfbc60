package io.kizuna.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.simulator.equipment.Catalogue;
import io.kizuna.simulator.equipment.TagDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bounded memory and what is kept in it. */
class HistoryTest {
  private static final long DAY_MS = 86_400_000;
  private static final TagDefinition TEMPERATURE =
      Catalogue.load().type("rocking-bioreactor").tags().get("T_PV");
  private static final TagDefinition SETPOINT =
      Catalogue.load().type("rocking-bioreactor").tags().get("T_SP");

  private static Sample good(double value, long timeMs) {
    return new Sample(value, Quality.GOOD, timeMs);
  }

  // Nothing unbounded: 60 noisy tags for 40 days must fit into a 128 MB process
  @Test
  void fortyDaysAreThinnedToThirtyDaysOfMinutes() {
    var history = new History();
    history.open("T", TEMPERATURE);
    for (long t = 0; t < 40 * DAY_MS; t += 30_000) history.append("T", good(t % 7, t));
    assertThat(history.bytes()).isLessThan(500_000);
    List<Sample> all = history.between("T", 0, Long.MAX_VALUE, 1_000_000);
    assertThat(all.get(0).timeMs()).isBetween(7 * DAY_MS, 10 * DAY_MS);
    assertThat(all.size()).isBetween(30 * 1440, 33 * 1440 + TagHistory.RECENT);
    long newest = all.get(all.size() - 1).timeMs();
    assertThat(newest - all.get(all.size() - 2).timeMs()).as("recent as sent").isEqualTo(30_000);
  }

  @Test
  void steadyValueIsKeptOncePerHourButEveryChange() {
    var history = new History();
    history.open("SP", SETPOINT);
    for (long t = 0; t < 10 * DAY_MS; t += 60_000)
      history.append("SP", good(t < DAY_MS ? 36.5 : 37, t));
    List<Sample> firstTwoDays = history.between("SP", 0, 2 * DAY_MS, 10_000);
    assertThat(firstTwoDays.size()).isBetween(48, 50);
    assertThat(firstTwoDays).anyMatch(s -> s.timeMs() == DAY_MS && s.value().equals(37.0));
  }

  // A gap's edges must survive the thinning, or a gap would be bridged with a line
  @Test
  void changeOfQualityIsNeverThinnedAway() {
    var history = new History();
    history.open("T", TEMPERATURE);
    for (long t = 0; t < 5 * DAY_MS; t += 5_000) {
      boolean silent = t >= DAY_MS && t < DAY_MS + 10_000;
      history.append("T", silent ? new Sample(null, Quality.NO_COMMUNICATION, t) : good(37.01, t));
    }
    List<Sample> around = history.between("T", DAY_MS - 120_000, DAY_MS + 120_000, 100);
    assertThat(around).filteredOn(s -> s.quality() == Quality.NO_COMMUNICATION).hasSize(1);
    assertThat(around).anyMatch(s -> s.timeMs() == DAY_MS && s.value() == null);
    assertThat(around).anyMatch(s -> s.timeMs() == DAY_MS + 10_000 && s.value() != null);
  }

  @Test
  void valuesReadBackEqualWhatWasSent() {
    var history = new History();
    history.open("T", TEMPERATURE);
    for (int i = 0; i < 4500; i++) {
      history.append("T", good(TEMPERATURE.quantise(i * 0.0123), i * 60_000L));
    }
    List<Sample> all = history.between("T", 0, Long.MAX_VALUE, 10_000);
    assertThat(all).hasSize(4500);
    for (int i = 0; i < 4500; i++) {
      assertThat(all.get(i)).isEqualTo(good(TEMPERATURE.quantise(i * 0.0123), i * 60_000L));
    }
  }
}
