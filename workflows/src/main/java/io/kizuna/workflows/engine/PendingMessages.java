package io.kizuna.workflows.engine;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.RecordClock;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages to routes, kept until a token waits for them; table {@code route_message}. */
@Component
class PendingMessages {

  private final JdbcClient jdbc;
  private final RecordClock clock;

  PendingMessages(JdbcClient jdbc, RecordClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param pass the pass of the command that the message belongs to; 0 if it belongs to none.
   */
  record Pending(String message, int pass) {}

  /** Makes the row that {@link #lock} locks. */
  void open(BatchId batch) {
    jdbc.sql(
            "INSERT INTO route_lock (batch_id) SELECT CAST(? AS uuid)"
                + " WHERE NOT EXISTS (SELECT 1 FROM route_lock WHERE batch_id = ?)")
        .params(batch.value(), batch.value())
        .update();
  }

  /**
   * Lets one transaction at a time match messages and tokens of a batch; without it the two could
   * miss each other. Held until the end of the transaction.
   *
   * @return whether the batch has a route.
   */
  boolean lock(BatchId batch) {
    return jdbc.sql("SELECT batch_id FROM route_lock WHERE batch_id = ? FOR UPDATE")
        .param(batch.value())
        .query((rs, i) -> true)
        .optional()
        .isPresent();
  }

  /** Stores the message; the same one again changes nothing. */
  void add(BatchId batch, Pending pending) {
    jdbc.sql(
            "INSERT INTO route_message (batch_id, message, pass, received_at)"
                + " SELECT CAST(? AS uuid), ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM route_message"
                + " WHERE batch_id = ? AND message = ? AND pass = ?)")
        .params(
            batch.value(),
            pending.message(),
            pending.pass(),
            now(),
            batch.value(),
            pending.message(),
            pending.pass())
        .update();
  }

  List<Pending> undelivered(BatchId batch) {
    return jdbc.sql(
            "SELECT message, pass FROM route_message"
                + " WHERE batch_id = ? AND delivered_at IS NULL ORDER BY received_at, message")
        .param(batch.value())
        .query((rs, i) -> new Pending(rs.getString(1), rs.getInt(2)))
        .list();
  }

  /** A message of a command stays, so that its repetition is known; the others may come again. */
  void delivered(BatchId batch, Pending pending) {
    if (pending.pass() == 0) {
      jdbc.sql("DELETE FROM route_message WHERE batch_id = ? AND message = ? AND pass = 0")
          .params(batch.value(), pending.message())
          .update();
    } else {
      jdbc.sql(
              "UPDATE route_message SET delivered_at = ?"
                  + " WHERE batch_id = ? AND message = ? AND pass = ?")
          .params(now(), batch.value(), pending.message(), pending.pass())
          .update();
    }
  }

  private Timestamp now() {
    return Timestamp.from(clock.now());
  }
}
