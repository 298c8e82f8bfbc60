package io.kizuna.audit.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditTrail;
import io.kizuna.kernel.Digest;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.Ordered;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects the events of a transaction and chains them in the last moment before commit, so that a
 * chain is locked for as short as possible (requirements.md D.4.4).
 */
@Component
class ChainedAuditTrail implements AuditTrail {

  private record Pending(AuditEvent event, Instant recordedAt) {}

  private record Head(long seq, String hash) {}

  private static final String INSERT =
      """
      INSERT INTO audit_event (chain_id, seq, event_id, recorded_at, actor, action, entity,
        entity_id, body, prev_hash, hash, algorithm)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;
  private final RecordClock clock;

  ChainedAuditTrail(JdbcClient jdbc, JdbcOperations batches, RecordClock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.clock = clock;
  }

  @Override
  public void record(AuditEvent event) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("an audit event outside a transaction: " + event.action());
    }
    collector().pending.add(new Pending(event, clock.now()));
  }

  private Collector collector() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(Collector.class::isInstance)
        .map(Collector.class::cast)
        .findFirst()
        .orElseGet(
            () -> {
              var collector = new Collector();
              TransactionSynchronizationManager.registerSynchronization(collector);
              return collector;
            });
  }

  /** One per transaction. */
  private final class Collector implements TransactionSynchronization {

    private final List<Pending> pending = new ArrayList<>();

    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE; // after everything that may still record an event
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      // Sorted, so that two transactions that touch the same chains lock them in the same order.
      var byChain = new TreeMap<String, List<Pending>>();
      pending.forEach(
          p -> byChain.computeIfAbsent(p.event().chain(), c -> new ArrayList<>()).add(p));
      byChain.forEach(ChainedAuditTrail.this::append);
      pending.clear();
    }
  }

  private void append(String chain, List<Pending> events) {
    Head head = lock(chain);
    long seq = head.seq();
    String hash = head.hash();
    var rows = new ArrayList<Object[]>();
    for (Pending p : events) {
      seq++;
      var id = Ids.next();
      String body = body(chain, seq, id.toString(), p);
      String next = ChainHash.of(hash, chain, seq, body);
      rows.add(
          new Object[] {
            chain,
            seq,
            id,
            SqlTime.of(p.recordedAt()),
            p.event().actor(),
            p.event().action(),
            p.event().entity(),
            p.event().entityId(),
            body,
            hash,
            next,
            ChainHash.ALGORITHM
          });
      hash = next;
    }
    batches.batchUpdate(INSERT, rows);
    jdbc.sql("UPDATE chain_head SET seq = ?, hash = ? WHERE chain_id = ?")
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
    return jdbc.sql("SELECT seq, hash FROM chain_head WHERE chain_id = ? FOR UPDATE")
        .param(chain)
        .query((rs, n) -> new Head(rs.getLong("seq"), rs.getString("hash")))
        .list();
  }

  private static String body(String chain, long seq, String id, Pending p) {
    AuditEvent e = p.event();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("chain", chain);
    body.put("seq", Long.toString(seq));
    body.put("id", id);
    body.put("recordedAt", p.recordedAt().toString());
    body.put("actor", e.actor());
    body.put("action", e.action());
    body.put("entity", e.entity());
    body.put("entityId", e.entityId());
    var changes = new LinkedHashMap<String, Object>();
    e.changes()
        .forEach(
            (field, change) -> {
              var values = new LinkedHashMap<String, Object>();
              if (change.before() != null) values.put("before", change.before());
              if (change.after() != null) values.put("after", change.after());
              changes.put(field, values);
            });
    body.put("changes", changes);
    if (e.reason() != null) body.put("reason", e.reason());
    if (e.signatureId() != null) body.put("signature", e.signatureId().toString());
    return Digest.canonical(body);
  }
}
