package io.kizuna.batchrecord.internal;

import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.BatchException.Severity;
import io.kizuna.batchrecord.BatchException.Type;
import io.kizuna.batchrecord.ReadRecord.HoldState;
import io.kizuna.batchrecord.ReadRecord.HoldTimeRun;
import io.kizuna.batchrecord.internal.StepContext.StepReference;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.SqlTime;
import io.kizuna.kernel.Text;
import io.kizuna.recipe.HoldTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hold times: time limits between two steps, by server time (R51). They go on while a batch is held
 * and while the server is down, because the cells do not know about either.
 */
@Component
class HoldTimers {

  /** One started hold time. {@code breached} is the worst level an exception was opened for. */
  record Timer(
      UUID id,
      BatchId batch,
      String unitProcedure,
      String holdTime,
      Instant startedAt,
      @Nullable Instant stoppedAt,
      @Nullable String breached) {}

  private final JdbcClient jdbc;
  private final Exceptions exceptions;

  HoldTimers(JdbcClient jdbc, Exceptions exceptions) {
    this.jdbc = jdbc;
    this.exceptions = exceptions;
  }

  /** Starts and stops what the recipe ties to this step; returns exceptions of limits passed. */
  List<BatchException> stepPerformed(StepContext ctx, Instant at) {
    var opened = new ArrayList<BatchException>();
    var self = new StepReference(ctx.unitProcedure().id(), ctx.step().id());
    for (var unitProcedure : ctx.batch().recipe().unitProcedures()) {
      for (HoldTime h : unitProcedure.holdTimes()) {
        if (StepReference.of(h.stop(), unitProcedure.id()).equals(self)) {
          opened.addAll(stop(ctx.batch(), unitProcedure.id(), h, at));
        }
        if (StepReference.of(h.start(), unitProcedure.id()).equals(self)) {
          start(ctx.batch().id(), unitProcedure.id(), h.id(), at);
        }
      }
    }
    return opened;
  }

  private void start(BatchId batch, String unitProcedure, String holdTime, Instant at) {
    jdbc.sql(
            """
            INSERT INTO hold_timer (id, batch_id, unit_procedure, hold_time, started_at)
            VALUES (?, ?, ?, ?, ?)
            """)
        .params(Ids.next(), batch.value(), unitProcedure, holdTime, SqlTime.of(at))
        .update();
  }

  private List<BatchException> stop(Batch batch, String unitProcedure, HoldTime h, Instant at) {
    var opened = new ArrayList<BatchException>();
    for (Timer t : running(batch.id())) {
      if (!t.unitProcedure().equals(unitProcedure) || !t.holdTime().equals(h.id())) continue;
      judge(batch, h, t, at).ifPresent(opened::add);
      jdbc.sql("UPDATE hold_timer SET stopped_at = ? WHERE id = ?")
          .params(SqlTime.of(at), t.id())
          .update();
    }
    return opened;
  }

  /** Opens the exception for the worst limit passed at {@code now}, once per level. */
  Optional<BatchException> judge(Batch batch, HoldTime h, Timer t, Instant now) {
    Duration elapsed = Duration.between(t.startedAt(), now);
    boolean reject = h.reject() != null && elapsed.compareTo(h.reject()) > 0;
    boolean alert = elapsed.compareTo(h.normal()) > 0;
    String level = reject ? "REJECT" : alert ? "ALERT" : null;
    if (level == null || level.equals(t.breached()) || "REJECT".equals(t.breached())) {
      return Optional.empty();
    }
    jdbc.sql("UPDATE hold_timer SET breached = ? WHERE id = ?").params(level, t.id()).update();
    Duration limit = reject ? java.util.Objects.requireNonNull(h.reject()) : h.normal();
    return Optional.of(
        exceptions.open(
            batch.id(),
            new Exceptions.Draft(
                Type.HOLD_TIME,
                reject ? Severity.CRITICAL : Severity.MAJOR,
                null,
                null,
                new Text(
                    h.id() + " " + h.name().en() + ": longer than allowed",
                    h.id() + " " + h.name().ja() + ":許容時間超過"),
                elapsed.toString(),
                "<= " + limit,
                null),
            "system:hold-times"));
  }

  /** The hold time of the frozen recipe behind a timer. */
  static HoldTime definition(Batch batch, Timer t) {
    return batch.recipe().unitProcedure(t.unitProcedure()).stream()
        .flatMap(u -> u.holdTimes().stream())
        .filter(h -> h.id().equals(t.holdTime()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no hold time " + t.holdTime()));
  }

  List<Timer> running(BatchId batch) {
    return jdbc.sql("SELECT * FROM hold_timer WHERE batch_id = ? AND stopped_at IS NULL")
        .param(batch.value())
        .query((rs, n) -> timer(rs))
        .list();
  }

  /** Running timers of all batches that have not ended; there are a few per batch. */
  List<Timer> running() {
    return jdbc.sql(
            """
            SELECT t.* FROM hold_timer t JOIN batch b ON b.id = t.batch_id
            WHERE t.stopped_at IS NULL AND b.state IN ('RUNNING', 'HELD')
            ORDER BY t.started_at LIMIT 5000
            """)
        .query((rs, n) -> timer(rs))
        .list();
  }

  List<HoldTimeRun> ofBatch(Batch batch, Instant now) {
    return jdbc
        .sql("SELECT * FROM hold_timer WHERE batch_id = ? ORDER BY started_at, id")
        .param(batch.id().value())
        .query((rs, n) -> timer(rs))
        .list()
        .stream()
        .map(t -> run(batch, t, now))
        .toList();
  }

  static HoldTimeRun run(Batch batch, Timer t, Instant now) {
    HoldTime h = definition(batch, t);
    Instant start = t.startedAt();
    return new HoldTimeRun(
        h.id(),
        t.unitProcedure(),
        h.name(),
        start,
        start.plus(h.warnAfter()),
        start.plus(h.normal()),
        h.reject() == null ? null : start.plus(h.reject()),
        t.stoppedAt(),
        state(h, t, now));
  }

  private static HoldState state(HoldTime h, Timer t, Instant now) {
    if (t.stoppedAt() != null) {
      boolean met = !t.stoppedAt().isAfter(t.startedAt().plus(h.normal()));
      return met ? HoldState.MET : HoldState.EXCEEDED;
    }
    if (h.reject() != null && now.isAfter(t.startedAt().plus(h.reject()))) return HoldState.REJECT;
    if (now.isAfter(t.startedAt().plus(h.normal()))) return HoldState.ALERT;
    if (now.isAfter(t.startedAt().plus(h.warnAfter()))) return HoldState.WARNING;
    return HoldState.RUNNING;
  }

  private static Timer timer(ResultSet rs) throws SQLException {
    return new Timer(
        rs.getObject("id", UUID.class),
        new BatchId(rs.getObject("batch_id", UUID.class)),
        rs.getString("unit_procedure"),
        rs.getString("hold_time"),
        SqlTime.get(rs, "started_at"),
        SqlTime.getNullable(rs, "stopped_at"),
        rs.getString("breached"));
  }
}
