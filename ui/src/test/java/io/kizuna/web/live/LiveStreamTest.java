package io.kizuna.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.PersonId;
import io.kizuna.processdata.LiveValues;
import io.kizuna.processdata.Reading;
import io.kizuna.processdata.Reading.Quality;
import io.kizuna.web.equipment.TagId;
import io.kizuna.web.session.PlantClock;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class LiveStreamTest {

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final TagId T_PV = TagId.of("BRX-01.T_PV");

  private final List<String> sent = new ArrayList<>();
  private double value = 37;
  private boolean broken;

  private final SseEmitter emitter =
      new SseEmitter() {
        @Override
        public void send(SseEventBuilder builder) throws IOException {
          if (broken) throw new IOException("gone");
          builder.build().stream()
              .map(d -> d.getData())
              .filter(d -> !(d instanceof String))
              .forEach(d -> sent.add(d.toString()));
        }
      };

  private final LiveValues values =
      (EquipmentId equipment, String tag) ->
          Optional.of(
              new LiveValues.LiveValue(
                  new Reading(
                      equipment, tag, value, null, "Cel", Quality.GOOD, 0, NOW, NOW, NOW, 0),
                  false));

  private final LiveStream stream =
      new LiveStream(
          new PersonId("tanaka"),
          emitter,
          List.of(T_PV),
          values,
          () -> new LiveStream.Heartbeat(NOW, new PlantClock(NOW, 1)));

  @Test
  void pageGetsTheValueOnceAndThenOnlyChanges() {
    assertThat(stream.turn()).isTrue();
    assertThat(sent).hasSize(2); // the value and the first heartbeat
    assertThat(sent.get(0)).contains("BRX-01.T_PV").contains("v=37");
    stream.turn();
    assertThat(sent).hasSize(2);
    value = 37.25;
    stream.turn();
    assertThat(sent).hasSize(3);
    assertThat(sent.get(2)).contains("v=37.25");
  }

  @Test
  void pageThatIsGoneIsNoticed() {
    broken = true;
    assertThat(stream.turn()).isFalse();
  }

  // Every queue has a limit: a page that never reads must not fill the heap.
  @Test
  void pageThatDoesNotReadIsGivenUp() {
    int accepted = 0;
    while (stream.offer("work", Map.of())) accepted++;
    assertThat(accepted).isEqualTo(100);
  }
}
