package io.kizuna.audit.internal;

import io.kizuna.audit.ActionOrigin;
import io.kizuna.audit.ActionOrigin.Origin;
import io.kizuna.audit.ActorDetails;
import io.kizuna.audit.ActorDetails.Details;
import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditTrail;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Collects the events of a transaction and chains them in the last moment before commit, after
 * everything that may still record one, so that a chain is locked for as short as possible
 * (requirements.md D.4.4).
 */
@Component
class ChainedAuditTrail implements AuditTrail, TransactionExecutionListener {

  private record Pending(AuditEvent event, Instant recordedAt, @Nullable Origin origin) {}

  private record Head(long seq, String hash, Map<String, String> rows) {}

  private static final String BATCH = "batch:";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String INSERT =
      """
      INSERT INTO audit_event (chain_id, seq, event_id, recorded_at, actor, action, entity,
        entity_id, body, prev_hash, hash, algorithm)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;
  private final RecordClock clock;
  private final ActorDetails actors;
  private final ActionOrigin origins;

  ChainedAuditTrail(
      JdbcClient jdbc,
      JdbcOperations batches,
      RecordClock clock,
      ActorDetails actors,
      ActionOrigin origins) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.clock = clock;
    this.actors = actors;
    this.origins = origins;
  }

  @Override
  public void record(AuditEvent event) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("an audit event outside a transaction: " + event.action());
    }
    var pending = new Pending(event, clock.now(), origins.current().orElse(null));
    collector()
        .orElseGet(
            () -> {
              var collector = new Collector();
              TransactionSynchronizationManager.registerSynchronization(collector);
              return collector;
            })
        .pending
        .add(pending);
  }

  private Optional<Collector> collector() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(Collector.class::isInstance)
        .map(Collector.class::cast)
        .findFirst();
  }

  /** One per transaction. */
  private static final class Collector implements TransactionSynchronization {
    private final List<Pending> pending = new ArrayList<>();
  }

  @Override
  public void beforeCommit(TransactionExecution transaction) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
    try {
      collector().ifPresent(c -> append(c.pending));
    } catch (NonTransientDataAccessException e) {
      throw notWritten(e); // R10: the transaction ends here, with everything in it
    }
    RowSeals.requireTaken();
  }

  private static MesException notWritten(DataAccessException cause) {
    var refusal =
        new MesException(
            ErrorCode.TRAIL_NOT_WRITTEN,
            "What cannot be put on record is not done; nothing was saved.",
            null,
            null,
            "ADMINISTRATOR");
    refusal.initCause(cause);
    return refusal;
  }

  private void append(List<Pending> pending) {
    // Sorted, so that two transactions that touch the same chains lock them in the same order.
    var byChain = new TreeMap<String, List<Pending>>();
    pending.forEach(p -> byChain.computeIfAbsent(p.event().chain(), c -> new ArrayList<>()).add(p));
    var known = new HashMap<String, Optional<Details>>();
    pending.forEach(p -> known.computeIfAbsent(p.event().actor(), actors::of));
    Map<String, String> rows = null;
    for (var ofChain : byChain.entrySet()) {
      Head head = lock(ofChain.getKey());
      // Of what it changed every batch knows by itself; other chains only if there is no batch.
      boolean holds = rows == null || ofChain.getKey().startsWith(BATCH);
      if (rows == null) rows = head.rows();
      append(ofChain.getKey(), head, ofChain.getValue(), known, holds ? rows : Map.of());
    }
    pending.clear();
  }

  private void append(
      String chain,
      Head head,
      List<Pending> events,
      Map<String, Optional<Details>> knownActors,
      Map<String, String> changed) {
    long seq = head.seq();
    String hash = head.hash();
    var rows = new ArrayList<Object[]>();
    for (Pending p : events) {
      seq++;
      var e = p.event();
      var id = Ids.next();
      var actor = knownActors.getOrDefault(e.actor(), Optional.empty()).orElse(null);
      var sealed = seq - head.seq() == events.size() ? changed : Map.<String, String>of();
      String body = EventBody.of(e, seq, id, p.recordedAt(), actor, p.origin(), sealed);
      String next = ChainHash.of(hash, chain, seq, body);
      rows.add(
          new Object[] {
            chain,
            seq,
            id,
            SqlTime.of(p.recordedAt()),
            e.actor(),
            e.action(),
            e.entity(),
            e.entityId(),
            body,
            hash,
            next,
            ChainHash.ALGORITHM
          });
      hash = next;
    }
    batches.batchUpdate(INSERT, rows);
    jdbc.sql("UPDATE chain_head SET seq = ?, hash = ? WHERE chain_id = ? AND take_sealed_rows()")
        .params(seq, hash, chain)
        .update();
  }

  private Head lock(String chain) {
    var head = select(chain);
    if (head.isEmpty()) {
      try {
        jdbc.sql("INSERT INTO chain_head (chain_id, seq, hash) VALUES (?, 0, ?)")
            .params(chain, ChainHash.GENESIS)
            .update();
      } catch (DuplicateKeyException e) {
        throw new IllegalStateException("two transactions began chain " + chain, e);
      }
      head = select(chain);
    }
    return head.get(0);
  }

  private List<Head> select(String chain) {
    return jdbc.sql(
            "SELECT seq, hash, sealed_rows() AS sealed FROM chain_head WHERE chain_id = ?"
                + " FOR UPDATE")
        .param(chain)
        .query(
            (rs, n) ->
                new Head(rs.getLong("seq"), rs.getString("hash"), rows(rs.getString("sealed"))))
        .list();
  }

  private static Map<String, String> rows(@Nullable String sealed) {
    if (sealed == null) return Map.of();
    return JSON.readValue(sealed, new TypeReference<Map<String, String>>() {});
  }
}
