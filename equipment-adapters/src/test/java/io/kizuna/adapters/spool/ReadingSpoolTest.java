package io.kizuna.adapters.spool;

import static io.kizuna.adapters.CoreSpy.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.adapters.CoreSpy;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.processdata.IngestReadings;
import io.kizuna.processdata.Reading;
import io.kizuna.processdata.Reading.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class ReadingSpoolTest {

  private static final EquipmentId BRX = new EquipmentId("BRX-01");
  private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");
  private static final Duration SOON = Duration.ofSeconds(10);

  private final CoreSpy core = new CoreSpy();

  private static Reading reading(int second) {
    var at = START.plusSeconds(second);
    return new Reading(BRX, "T_PV", 37.0, null, "Cel", Quality.GOOD, 0, at, at, at, 0);
  }

  // R73: a full queue is said, never silent; nothing that was accepted is lost.
  @Test
  void fullQueueSaysSoAndKeepsWhatItTook() throws Exception {
    core.databaseAway = true;
    try (var spool = new ReadingSpool(core, core, 50)) {
      int accepted = 0;
      for (int i = 0; i < 80; i++) if (spool.offer(reading(i))) accepted++;
      assertThat(accepted).isEqualTo(50);
      core.databaseAway = false;
      await(SOON, "stored", () -> core.readings(BRX, "T_PV").size() == 50);
      // room is made a moment after the database has them
      await(SOON, "room again", () -> spool.offer(reading(90)));
    }
    assertThat(core.readings(BRX, "T_PV")).hasSize(51);
  }

  // A gap is closed only after the readings before it are stored.
  @Test
  void orderOfReadingsAndFactsIsKept() throws Exception {
    try (var spool = new ReadingSpool(core, core)) {
      spool.offer(reading(0));
      spool.gapOpened(BRX, null, START, "SESSION_INACTIVE");
      spool.offer(reading(60));
      spool.gapClosed(BRX, null, START.plusSeconds(60));
      await(SOON, "closed", () -> core.gaps.size() == 1 && core.gaps.get(0).to() != null);
      assertThat(core.readings(BRX, "T_PV")).hasSize(2);
    }
  }

  // One reading the database will never take does not keep back the others, and shows as a gap.
  @Test
  void refusedReadingIsAGapAndTheOthersAreStored() throws Exception {
    var picky = new Picky();
    try (var spool = new ReadingSpool(picky, core)) {
      for (int i = 0; i < 10; i++) spool.offer(reading(i));
      await(SOON, "gap", () -> core.gaps.size() == 1 && core.gaps.get(0).to() != null);
      assertThat(core.readings(BRX, "T_PV")).hasSize(9);
      assertThat(core.gaps.get(0).reason()).isEqualTo("NOT_STORED");
      assertThat(core.gaps.get(0).from()).isEqualTo(START.plusSeconds(5));
    }
  }

  private final class Picky implements IngestReadings {
    @Override
    public int ingest(List<Reading> readings, Origin origin) {
      if (readings.contains(reading(5))) throw new DataIntegrityViolationException("no");
      return core.ingest(readings, origin);
    }

    @Override
    public void gapOpened(EquipmentId e, @Nullable String tag, Instant from, String reason) {
      core.gapOpened(e, tag, from, reason);
    }

    @Override
    public void gapClosed(EquipmentId e, @Nullable String tag, Instant to) {
      core.gapClosed(e, tag, to);
    }
  }
}
