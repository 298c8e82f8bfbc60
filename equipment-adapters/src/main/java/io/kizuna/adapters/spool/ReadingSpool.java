package io.kizuna.adapters.spool;

import io.kizuna.equipment.Connection.Certificate;
import io.kizuna.equipment.Connection.State;
import io.kizuna.equipment.ReportConnection;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.processdata.IngestReadings;
import io.kizuna.processdata.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;

/**
 * The bounded queue between the protocol's threads and the database, and the one thread that
 * writes.
 *
 * <p>Order is kept: a gap is closed after the readings before it are stored. While the database is
 * away the queue holds the readings; when it is full, {@link #offer} says so and the caller makes
 * it a gap.
 */
public final class ReadingSpool implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ReadingSpool.class);

  /** Two minutes of a large suite (900 readings/s); about 25 MB. */
  public static final int CAPACITY = 100_000;

  private static final int BATCH_MAX = 1_000;

  /** Waiting this long for more readings makes ten transactions a second, not hundreds. */
  private static final Duration GATHER = Duration.ofMillis(100);

  private static final Duration RETRY_MAX = Duration.ofSeconds(5);

  /** A fact that fails this often is not the database's fault: it must not block the readings. */
  private static final int FACT_ATTEMPTS_MAX = 30;

  private sealed interface Entry {}

  private record Value(Reading reading) implements Entry {}

  /** Few by nature (at most a handful per device and incident), so they do not count as load. */
  private record Fact(String what, Runnable write) implements Entry {}

  private final IngestReadings ingest;
  private final ReportConnection connections;
  private final LinkedBlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger readings = new AtomicInteger();
  private final int capacity;
  private final Thread writer;
  private volatile boolean closed;

  public ReadingSpool(IngestReadings ingest, ReportConnection connections) {
    this(ingest, connections, CAPACITY);
  }

  ReadingSpool(IngestReadings ingest, ReportConnection connections, int capacity) {
    this.ingest = ingest;
    this.connections = connections;
    this.capacity = capacity;
    writer = new Thread(this::run, "reading-spool");
    writer.setDaemon(true);
    writer.start();
  }

  /**
   * Never waits.
   *
   * @return false if the queue is full: the reading is lost and the caller must open a gap.
   */
  public boolean offer(Reading reading) {
    if (readings.get() >= capacity) return false;
    readings.incrementAndGet();
    queue.add(new Value(reading));
    return true;
  }

  public void gapOpened(EquipmentId equipment, @Nullable String tag, Instant from, String reason) {
    fact("gap opened", () -> ingest.gapOpened(equipment, tag, from, reason));
  }

  public void gapClosed(EquipmentId equipment, @Nullable String tag, Instant to) {
    fact("gap closed", () -> ingest.gapClosed(equipment, tag, to));
  }

  public void connection(
      EquipmentId equipment,
      State state,
      @Nullable String reason,
      @Nullable Certificate certificate) {
    fact("connection", () -> connections.report(equipment, state, reason, certificate));
  }

  private void fact(String what, Runnable write) {
    queue.add(new Fact(what, write));
  }

  private void run() {
    var batch = new ArrayList<Entry>();
    while (!closed || !queue.isEmpty()) {
      try {
        var first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first == null) continue;
        batch.add(first);
        if (first instanceof Value && !closed) Thread.sleep(GATHER.toMillis());
        queue.drainTo(batch, BATCH_MAX - 1);
        write(batch);
      } catch (InterruptedException e) {
        return; // close gave up waiting
      } finally {
        readings.addAndGet(-(int) batch.stream().filter(Value.class::isInstance).count());
        batch.clear();
      }
    }
  }

  private void write(List<Entry> batch) throws InterruptedException {
    var run = new ArrayList<Reading>();
    for (var entry : batch) {
      if (entry instanceof Value value) {
        run.add(value.reading());
      } else if (entry instanceof Fact fact) {
        store(run);
        run.clear();
        write(fact);
      }
    }
    store(run);
  }

  private void store(List<Reading> run) throws InterruptedException {
    if (run.isEmpty()) return;
    for (int attempt = 1; ; attempt++) {
      try {
        ingest.ingest(List.copyOf(run));
        return;
      } catch (RuntimeException e) {
        if (isRefusal(e)) {
          storeOneByOne(run);
          return;
        }
        log.warn("readings wait, attempt {}: {}", attempt, e.toString());
        pause(attempt);
      }
    }
  }

  /** One reading the database will never take must not keep back the others. */
  private void storeOneByOne(List<Reading> run) {
    for (var reading : run) {
      try {
        ingest.ingest(List.of(reading));
      } catch (RuntimeException e) {
        log.error("reading {} is refused", reading, e);
        fact(
            "gap opened",
            () -> {
              ingest.gapOpened(
                  reading.equipment(), reading.tag(), reading.sourceTime(), "NOT_STORED");
              ingest.gapClosed(reading.equipment(), reading.tag(), reading.sourceTime());
            });
      }
    }
  }

  private static boolean isRefusal(RuntimeException e) {
    return e instanceof NonTransientDataAccessException
        && !(e instanceof NonTransientDataAccessResourceException);
  }

  private void write(Fact fact) throws InterruptedException {
    for (int attempt = 1; attempt <= FACT_ATTEMPTS_MAX; attempt++) {
      try {
        fact.write().run();
        return;
      } catch (RuntimeException e) {
        log.warn("{} waits, attempt {}: {}", fact.what(), attempt, e.toString());
        pause(attempt);
      }
    }
    log.error("{} could not be recorded", fact.what());
  }

  private static void pause(int attempt) throws InterruptedException {
    Thread.sleep(Math.min(RETRY_MAX.toMillis(), 100L << Math.min(attempt, 6)));
  }

  /** Writes what is left, for at most ten seconds. */
  @Override
  public void close() {
    closed = true;
    try {
      writer.join(10_000);
      writer.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
