package io.kizuna.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.processdata.IngestReadings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the record promises when readings are missing; in the same application as the rest. */
abstract class DataGapContract extends TrailContract {

  @Autowired IngestReadings ingest;

  private List<BatchException> gapsOf(BatchId batch) {
    return record.exceptions(batch).stream()
        .filter(e -> e.type() == BatchException.Type.DATA_GAP)
        .toList();
  }

  // R73: open from the first moment, and in the end it says unit, begin and end of every gap.
  @Test
  void outageIsOneExceptionThatNamesUnitBeginAndEnd() {
    EquipmentId unit = bench.newBioreactor();
    BatchId batch = bench.order(unit);
    Instant lost = bench.batch(batch).createdAt().plusSeconds(1).truncatedTo(ChronoUnit.MICROS);
    ingest.gapOpened(unit, null, lost, "SESSION_INACTIVE");
    assertThat(gapsOf(batch))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.state()).isEqualTo(BatchException.State.OPEN);
              assertThat(e.text().en()).contains(unit.value());
              assertThat(e.text().ja()).contains(unit.value());
              assertThat(e.value()).isEqualTo(lost + " – …");
            });
    Instant back = lost.plusSeconds(60);
    ingest.gapClosed(unit, null, back);
    ingest.gapOpened(unit, "PH_PV", back.minusSeconds(1), "BadSensorFailure");
    ingest.gapClosed(unit, "PH_PV", back.plusSeconds(5));
    assertThat(gapsOf(batch))
        .singleElement()
        .extracting(BatchException::value)
        .isEqualTo(
            lost + " – " + back + "; PH_PV " + back.minusSeconds(1) + " – " + back.plusSeconds(5));

    ingest.gapOpened(unit, null, back.plusSeconds(60), "WATCHDOG");
    ingest.gapClosed(unit, null, back.plusSeconds(90));
    assertThat(gapsOf(batch)).as("another outage is another exception").hasSize(2);
    assertThat(audit.check(Batch.chainOf(batch)).valid()).isTrue();
  }

  // R73: a unit that never spoke leaves no reading to miss; the batch misses it from its first
  // moment.
  @Test
  void unitThatIsSilentAtTheOrderIsMissingFromTheFirstMomentOfTheBatch() {
    EquipmentId unit = bench.newBioreactor();
    ingest.gapOpened(unit, null, Instant.now().minusSeconds(600), "CONNECT_FAILED");
    BatchId batch = bench.order(unit);
    Instant begin = bench.batch(batch).createdAt();
    assertThat(gapsOf(batch))
        .singleElement()
        .extracting(BatchException::value)
        .isEqualTo(begin + " – …");
    Instant heard = begin.plusSeconds(30).truncatedTo(ChronoUnit.MICROS);
    ingest.gapClosed(unit, null, heard);
    assertThat(gapsOf(batch))
        .singleElement()
        .extracting(BatchException::value)
        .isEqualTo(begin + " – " + heard);
  }
}
