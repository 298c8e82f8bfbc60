package io.kizuna.equipment.internal;

import io.kizuna.equipment.Connection;
import io.kizuna.equipment.Connection.Certificate;
import io.kizuna.equipment.Connection.State;
import io.kizuna.equipment.ConnectionChanged;
import io.kizuna.equipment.Connections;
import io.kizuna.equipment.ReportConnection;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The present states in memory, because they end with the process; their history in a table. */
@Component
class ConnectionRows implements Connections, ReportConnection {

  private static final int HISTORY_MAX = 500;

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final ApplicationEventPublisher events;
  private final RecordClock clock;
  private final Instant startedAt;
  private final Map<EquipmentId, Connection> present = new ConcurrentHashMap<>();

  ConnectionRows(
      JdbcClient jdbc,
      TransactionOperations transactions,
      ApplicationEventPublisher events,
      RecordClock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
    this.startedAt = clock.now();
  }

  @Override
  public Connection of(EquipmentId equipment) {
    var known = present.get(equipment);
    return known == null
        ? new Connection(equipment, State.CONNECTING, startedAt, null, null)
        : known;
  }

  @Override
  public List<Connection> history(EquipmentId equipment, int limit) {
    return jdbc.sql(
            "SELECT equipment_id, state, since, reason, thumbprint, subject"
                + " FROM equipment_connection WHERE equipment_id = ? ORDER BY id DESC LIMIT ?")
        .params(equipment.value(), Math.min(limit, HISTORY_MAX))
        .query(ConnectionRows::row)
        .list();
  }

  @Override
  public void report(
      EquipmentId equipment,
      State state,
      @Nullable String reason,
      @Nullable Certificate certificate) {
    var before = of(equipment);
    if (present.containsKey(equipment)
        && before.state() == state
        && Objects.equals(before.reason(), reason)) {
      return;
    }
    var since = before.state() == state ? before.since() : clock.now();
    var after = new Connection(equipment, state, since, reason, certificate);
    transactions.executeWithoutResult(
        status -> {
          jdbc.sql(
                  "INSERT INTO equipment_connection (id, equipment_id, state, since, reason,"
                      + " thumbprint, subject) VALUES (?, ?, ?, ?, ?, ?, ?)")
              .params(
                  Arrays.asList(
                      Ids.next(),
                      equipment.value(),
                      state.name(),
                      SqlTime.of(clock.now()),
                      reason == null ? null : reason.substring(0, Math.min(400, reason.length())),
                      certificate == null ? null : certificate.thumbprint(),
                      certificate == null ? null : certificate.subject()))
              .update();
          events.publishEvent(new ConnectionChanged(before, after));
        });
    present.put(equipment, after);
  }

  private static Connection row(ResultSet rs, int number) throws SQLException {
    String thumbprint = rs.getString("thumbprint");
    return new Connection(
        new EquipmentId(rs.getString("equipment_id")),
        State.valueOf(rs.getString("state")),
        SqlTime.get(rs, "since"),
        rs.getString("reason"),
        thumbprint == null ? null : new Certificate(thumbprint, rs.getString("subject")));
  }
}
