package io.kizuna.audit.internal;

import io.kizuna.audit.Notary;
import io.kizuna.audit.SealTrail;
import io.kizuna.audit.TimeStamps;
import io.kizuna.kernel.RecordClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Seals by itself on a thread of its own: a notary that is slow or away keeps nobody waiting.
 * Without a notary it does nothing, and says so.
 */
@Component
class SealingThread implements SealTrail, SmartLifecycle {

  /** Twice as long after each failure, but somebody who mends it does not wait longer than this. */
  private static final Duration PAUSE_MAX = Duration.ofMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(SealingThread.class);

  private final CheckpointRows rows;
  private final SealAlarms alarms;
  private final @Nullable Notary notary;
  private final Anchors anchors;
  private final Stamps stamps;
  private final @Nullable TrailSealer sealer;
  private final Duration poll;
  private final AtomicBoolean wanted = new AtomicBoolean();

  private @Nullable ScheduledExecutorService thread;
  private Duration pause = Duration.ZERO;

  SealingThread(
      CheckpointRows rows,
      LogTree tree,
      SealAlarms alarms,
      JdbcClient jdbc,
      ObjectProvider<Notary> notaries,
      ObjectProvider<TimeStamps> authorities,
      RecordClock recordClock,
      Clock clock,
      PlatformTransactionManager transactions,
      @Value("${kizuna.trail.every:60s}") Duration every,
      @Value("${kizuna.trail.poll:5s}") Duration poll,
      @Value("${kizuna.trail.anchor.directory:#{null}}") @Nullable Path directory) {
    this.rows = rows;
    this.alarms = alarms;
    this.notary = notaries.getIfAvailable();
    this.poll = poll;
    var anchored =
        notary == null || directory == null ? null : new AnchorDirectory(directory, notary.keys());
    this.anchors = new Anchors(rows, tree, alarms, anchored);
    this.stamps = new Stamps(jdbc, rows, alarms, clock, authorities.getIfAvailable());
    this.sealer =
        notary == null
            ? null
            : new TrailSealer(
                rows, tree, anchors, alarms, notary, recordClock, clock, every, transactions);
  }

  @Override
  public void atOnce() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      wake();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            wake();
          }
        });
  }

  private synchronized void wake() {
    wanted.set(true);
    if (thread != null && !thread.isShutdown()) thread.execute(this::pass);
  }

  @Override
  public synchronized void start() {
    if (sealer == null || thread != null) return;
    thread = Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "seal-trail"));
    thread.execute(this::round);
  }

  /** One pass and the plan for the next. */
  private void round() {
    pass();
    synchronized (this) {
      if (thread == null || thread.isShutdown()) return;
      Duration wait = pause.compareTo(poll) > 0 ? pause : poll;
      thread.schedule(this::round, wait.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void pass() {
    if (sealer == null) return;
    boolean well = false;
    boolean atOnce = wanted.getAndSet(false);
    try {
      well = sealer.pass(atOnce);
      stamps.round();
    } catch (RuntimeException e) {
      log.error("the trail could not be sealed", e); // the database is away: everybody notices
    }
    if (!well && atOnce) wanted.set(true);
    Duration longer = pause.isZero() ? poll : pause.multipliedBy(2);
    pause = well ? Duration.ZERO : longer.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : longer;
  }

  /** Waits for the pass under way; interrupted, it would close the files it writes to. */
  @Override
  public void stop() {
    ScheduledExecutorService ending;
    synchronized (this) {
      ending = thread;
      thread = null;
    }
    if (ending == null) return;
    ending.shutdown();
    try {
      if (!ending.awaitTermination(30, TimeUnit.SECONDS)) log.warn("still sealing");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  @Override
  public Status status() {
    long epoch = rows.newestEpoch().orElse(1L);
    var waiting = sealer == null ? new TrailSealer.Waiting(0, null) : sealer.waiting();
    var answer = sealer == null ? null : sealer.lastAnswer();
    return new Status(
        notary != null,
        notary == null ? List.of() : notary.keys(),
        epoch,
        rows.leaves(epoch),
        waiting.events(),
        waiting.since(),
        anchors.newest().orElse(null),
        answer == null ? null : answer.word(),
        answer == null ? null : answer.at(),
        stamps.lastAt().orElse(null),
        alarms.all());
  }
}
