package io.kizuna.batchrecord.internal;

import io.kizuna.batch.BatchRoute;
import io.kizuna.batchrecord.BatchProgress;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.SqlTime;
import io.kizuna.personnel.Person;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class BatchProgressReader implements BatchProgress {

  private static final String NOT_CLOSED = "state IN ('OPEN', 'DEVIATION')";

  private final JdbcClient jdbc;
  private final StepRunRows runs;
  private final BatchRoute route;

  BatchProgressReader(JdbcClient jdbc, StepRunRows runs, BatchRoute route) {
    this.jdbc = jdbc;
    this.runs = runs;
    this.route = route;
  }

  @Override
  public Map<BatchId, Progress> of(Collection<BatchId> batches) {
    if (batches.isEmpty()) return Map.of();
    var ids = batches.stream().map(BatchId::value).distinct().toList();
    Map<UUID, Integer> exceptions = exceptions(ids);
    Map<UUID, Instant> starts = starts(ids);
    Map<BatchId, List<StepRun>> current =
        runs.waiting(ids).stream().collect(Collectors.groupingBy(StepRun::batch));
    return ids.stream()
        .map(BatchId::new)
        .collect(
            Collectors.toMap(
                id -> id,
                id ->
                    new Progress(
                        exceptions.getOrDefault(id.value(), 0),
                        current.getOrDefault(id, List.of()),
                        starts.get(id.value()))));
  }

  @Override
  public @Nullable Instant waitsUntil(BatchId batch) {
    return route.waitsUntil(batch);
  }

  private Map<UUID, Integer> exceptions(List<UUID> ids) {
    var counts = new HashMap<UUID, Integer>();
    jdbc.sql(
            "SELECT batch_id, COUNT(*) AS amount FROM batch_exception WHERE batch_id IN (%s) AND %s GROUP BY batch_id"
                .formatted(marks(ids.size()), NOT_CLOSED))
        .params(ids)
        .query(
            rs -> {
              counts.put(rs.getObject("batch_id", UUID.class), rs.getInt("amount"));
            });
    return counts;
  }

  private Map<UUID, Instant> starts(List<UUID> ids) {
    var starts = new HashMap<UUID, Instant>();
    jdbc.sql(
            "SELECT batch_id, MIN(started_at) AS began FROM unit_procedure_run WHERE batch_id IN (%s) GROUP BY batch_id"
                .formatted(marks(ids.size())))
        .params(ids)
        .query(
            rs -> {
              starts.put(rs.getObject("batch_id", UUID.class), SqlTime.get(rs, "began"));
            });
    return starts;
  }

  @Override
  public int openExceptions(Person viewer) {
    var clients = List.copyOf(viewer.clients());
    String only = clients.isEmpty() ? "" : " AND b.client_id IN (" + marks(clients.size()) + ")";
    return jdbc.sql(
            "SELECT COUNT(*) FROM batch_exception x JOIN batch b ON b.id = x.batch_id WHERE x."
                + NOT_CLOSED
                + only)
        .params(clients)
        .query(Integer.class)
        .single();
  }

  private static String marks(int count) {
    return String.join(",", Collections.nCopies(count, "?"));
  }
}
