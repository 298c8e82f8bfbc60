package io.kizuna.workflows.engine;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.RecordClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine will do for a batch by itself; one question, the job query would need three. */
@Component
class RouteJobs {

  private final JdbcClient jdbc;
  private final RecordClock clock;
  private final String next;

  RouteJobs(JdbcClient jdbc, RecordClock clock, ManagementService management) {
    this.jdbc = jdbc;
    this.clock = clock;
    // Watches beside the route (the timers of hold times) do not move it.
    this.next =
        """
        SELECT COUNT(CASE WHEN j.TYPE_ <> 'timer' THEN 1 END) AS at_once,
          MIN(CASE WHEN j.HANDLER_TYPE_ = '%s' THEN j.DUEDATE_ END) AS due
        FROM %s j JOIN %s p ON p.ID_ = j.PROCESS_INSTANCE_ID_
        WHERE p.BUSINESS_KEY_ = ? AND j.RETRIES_ > 0
        """
            .formatted(
                TimerCatchIntermediateEventJobHandler.TYPE,
                management.getTableName(Job.class),
                management.getTableName(Execution.class));
  }

  /** Null if a job is due now, or nothing but a person or a device moves the batch. */
  @Nullable Instant waitsUntil(BatchId batch) {
    Instant due = jdbc.sql(next).param(batch.toString()).query((rs, i) -> due(rs)).single();
    return due.isAfter(clock.now()) ? due : null;
  }

  /** The engine's columns know no time zone: what it wrote as the server's, is read as it. */
  private static Instant due(ResultSet rs) throws SQLException {
    Timestamp due = rs.getTimestamp("due");
    return due == null || rs.getInt("at_once") > 0 ? Instant.MIN : due.toInstant();
  }
}
