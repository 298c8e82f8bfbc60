package io.kizuna.processdata.internal;

import io.kizuna.kernel.EquipmentId;
import io.kizuna.processdata.GapClosed;
import io.kizuna.processdata.GapOpened;
import io.kizuna.processdata.IngestReadings;
import io.kizuna.processdata.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

@Component
class ReadingIngestion implements IngestReadings {

  private final ReadingRows rows;
  private final ReadingBlockRows blocks;
  private final GapRows gaps;
  private final LatestReadings latest;
  private final TransactionOperations transactions;
  private final ApplicationEventPublisher events;

  ReadingIngestion(
      ReadingRows rows,
      ReadingBlockRows blocks,
      GapRows gaps,
      LatestReadings latest,
      TransactionOperations transactions,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.blocks = blocks;
    this.gaps = gaps;
    this.latest = latest;
    this.transactions = transactions;
    this.events = events;
  }

  @Override
  public int ingest(List<Reading> readings, Origin origin) {
    if (readings.isEmpty()) return 0;
    int stored =
        Objects.requireNonNull(
            transactions.execute(
                status -> {
                  blocks.mark(readings, rows);
                  return rows.insert(readings, origin);
                }));
    latest.stored(readings); // only what is in the database may be shown
    return stored;
  }

  @Override
  public void gapOpened(EquipmentId equipment, @Nullable String tag, Instant from, String reason) {
    var begin = ReadingRows.micros(from); // everywhere as the reading it follows is stored
    transactions.executeWithoutResult(
        status -> {
          if (gaps.open(equipment, tag, begin, reason)) {
            events.publishEvent(new GapOpened(equipment, tag, begin, reason));
          }
        });
  }

  @Override
  public void gapClosed(EquipmentId equipment, @Nullable String tag, Instant to) {
    transactions.executeWithoutResult(
        status ->
            gaps.close(equipment, tag, to)
                .ifPresent(
                    g ->
                        events.publishEvent(
                            new GapClosed(
                                equipment, tag, g.from(), ReadingRows.micros(to), g.reason()))));
  }
}
