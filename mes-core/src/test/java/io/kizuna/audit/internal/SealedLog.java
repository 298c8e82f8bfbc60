package io.kizuna.audit.internal;

import com.zaxxer.hikari.HikariDataSource;
import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.Notary;
import io.kizuna.kernel.RecordClock;
import io.kizuna.notary.Memory;
import io.kizuna.notary.Refused;
import io.kizuna.notary.SigningKey;
import io.kizuna.notary.VerifierKey;
import io.kizuna.testing.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A database with chains, the real notary in this process, and sealers over it. */
final class SealedLog implements AutoCloseable {

  final HikariDataSource source;
  final JdbcClient jdbc;
  final CheckpointRows rows;
  final List<AuditEvent> events = Collections.synchronizedList(new ArrayList<>());
  final Door door;

  private final JdbcTransactionManager transactions;
  private final Path folder;
  private final @Nullable Memory memory;

  /** The notary as the product sees it; can be shut. */
  static class Door implements Notary {
    final io.kizuna.notary.Notary notary;

    /** What is answered instead; null lets the notary answer. */
    final AtomicReference<@Nullable Answer> instead = new AtomicReference<>();

    VerifierKey trusted;

    Door(io.kizuna.notary.Notary notary) {
      this.notary = notary;
      this.trusted = notary.key();
    }

    @Override
    public Answer sign(long epoch, long size) {
      Answer other = instead.get();
      if (other != null) return other;
      try {
        return new Answer.Signed(notary.sign(epoch, size));
      } catch (Refused e) {
        return new Answer.Refused(e.rule().name(), e.found(), e.needed());
      } catch (SQLException | IOException e) {
        return new Answer.Away(e.toString());
      }
    }

    @Override
    public Optional<Mark> last() {
      return Optional.ofNullable(notary.last()).map(s -> new Mark(s.epoch(), s.size(), s.root()));
    }

    @Override
    public List<VerifierKey> keys() {
      return List.of(trusted);
    }
  }

  SealedLog(Databases kind, Path folder) throws IOException {
    this(kind.migrated(), folder, Memory.open(folder.resolve("memory")));
  }

  private SealedLog(HikariDataSource source, Path folder, Memory memory) throws IOException {
    this(
        source,
        folder,
        memory,
        new Door(
            new io.kizuna.notary.Notary(
                source::getConnection,
                SigningKey.loadOrCreate(folder.resolve("notary.pem"), "test.example/trail"),
                memory,
                Clock.systemUTC(),
                null)));
  }

  private SealedLog(HikariDataSource source, Path folder, @Nullable Memory memory, Door door) {
    this.source = source;
    this.folder = folder;
    this.memory = memory;
    this.door = door;
    this.jdbc = JdbcClient.create(source);
    this.transactions = new JdbcTransactionManager(source);
    this.rows = new CheckpointRows(jdbc, new JdbcTemplate(source));
  }

  /** What a backup holds now, put back into a database of its own; the notary looks there now. */
  SealedLog restored(Databases kind) throws IOException {
    var older = kind.migrated();
    var from = new JdbcTemplate(source);
    var to = new JdbcTemplate(older);
    for (String table :
        List.of("audit_event", "chain_head", "trail_epoch", "checkpoint_leaf", "checkpoint")) {
      for (var row : from.queryForList("SELECT * FROM " + table)) {
        String columns = String.join(", ", row.keySet());
        String marks = String.join(", ", Collections.nCopies(row.size(), "?"));
        to.update(
            "INSERT INTO %s (%s) VALUES (%s)".formatted(table, columns, marks),
            row.values().toArray());
      }
    }
    return new SealedLog(older, folder, memory, door);
  }

  /** The same notary, with its memory, before this database. */
  Door notaryBefore(SealedLog log) throws IOException {
    return new Door(
        new io.kizuna.notary.Notary(
            log.source::getConnection,
            SigningKey.loadOrCreate(folder.resolve("notary.pem"), "test.example/trail"),
            memory(),
            Clock.systemUTC(),
            null));
  }

  private Memory memory() {
    if (memory == null) throw new IllegalStateException("no memory");
    return memory;
  }

  /** Adds events to a chain as the trail does. */
  void append(String chain, int count) {
    for (int i = 0; i < count; i++) append(chain, "event", "thing", "{\"n\":\"" + i + "\"}");
  }

  void append(String chain, String action, String entityId, String body) {
    var heads =
        jdbc.sql("SELECT seq, hash FROM chain_head WHERE chain_id = ?")
            .param(chain)
            .query((rs, n) -> new CheckpointRows.Moved(chain, rs.getLong(1), rs.getString(2), 0))
            .list();
    long seq = heads.isEmpty() ? 0 : heads.get(0).seq();
    String previous = heads.isEmpty() ? ChainHash.GENESIS : heads.get(0).hash();
    String hash = ChainHash.of(previous, chain, seq + 1, body);
    jdbc.sql(
            """
            INSERT INTO audit_event (chain_id, seq, event_id, recorded_at, actor, action, entity,
              entity_id, body, prev_hash, hash, algorithm)
            VALUES (?, ?, ?, CURRENT_TIMESTAMP, 'test', ?, 'thing', ?, ?, ?, ?, 'mesaudit/1')
            """)
        .params(chain, seq + 1, UUID.randomUUID(), action, entityId, body, previous, hash)
        .update();
    String head =
        heads.isEmpty()
            ? "INSERT INTO chain_head (seq, hash, chain_id) VALUES (?, ?, ?)"
            : "UPDATE chain_head SET seq = ?, hash = ? WHERE chain_id = ?";
    jdbc.sql(head).params(seq + 1, hash, chain).update();
  }

  final List<SealAlarms> alarms = new ArrayList<>();

  TrailSealer sealer(Notary notary, Duration every, Clock clock) {
    var raised = new SealAlarms(events::add, clock, transactions);
    alarms.add(raised);
    var tree = new LogTree(rows);
    var anchors =
        new Anchors(rows, tree, raised, new AnchorDirectory(anchorFolder(), notary.keys()));
    return new TrailSealer(
        rows, tree, anchors, raised, notary, new RecordClock(clock), clock, every, transactions);
  }

  /** A sealer that is always due. */
  TrailSealer sealer() {
    return sealer(door, Duration.ZERO, Clock.systemUTC());
  }

  SealAlarms lastAlarms() {
    return alarms.get(alarms.size() - 1);
  }

  Path anchorFolder() {
    return folder.resolve("anchors");
  }

  @Override
  public void close() {
    source.close();
  }
}
