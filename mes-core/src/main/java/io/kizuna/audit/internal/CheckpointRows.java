package io.kizuna.audit.internal;

import io.kizuna.audit.SealedCheckpoint;
import io.kizuna.kernel.SqlTime;
import io.kizuna.notary.Frontier;
import io.kizuna.notary.Leaf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Leaves, checkpoints and epochs; append only: no update, no delete. */
@Repository
class CheckpointRows {

  private static final String CHECKPOINTS =
      "SELECT epoch, size, root, note, sealed_at FROM checkpoint ";

  private final JdbcClient jdbc;
  private final JdbcOperations batches;

  CheckpointRows(JdbcClient jdbc, JdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** The end of a chain that no leaf covers; {@code covered} is how far the last leaf came. */
  record Moved(String chain, long seq, String hash, long covered) {}

  /** The present epoch; the first begins with the first question for it. */
  long epoch(Instant now) {
    var epoch = newestEpoch();
    if (epoch.isPresent()) return epoch.get();
    try {
      jdbc.sql("INSERT INTO trail_epoch (epoch, begun_at) VALUES (1, ?)")
          .param(SqlTime.of(now))
          .update();
    } catch (DuplicateKeyException e) {
      return newestEpoch().orElseThrow(() -> e); // another server was first
    }
    return 1;
  }

  /** The present epoch; empty before the first. */
  Optional<Long> newestEpoch() {
    return jdbc.sql("SELECT epoch FROM trail_epoch ORDER BY epoch DESC LIMIT 1")
        .query(Long.class)
        .optional();
  }

  /**
   * Lets one server at a time add leaves: held to the end of the transaction, by whoever is still
   * connected. A lease with a clock would need fencing as well; here the storage itself decides.
   */
  void lock(long epoch) {
    jdbc.sql("SELECT epoch FROM trail_epoch WHERE epoch = ? FOR UPDATE")
        .param(epoch)
        .query(Long.class)
        .single();
  }

  /** Leaves of an epoch, signed or not. */
  long leaves(long epoch) {
    return jdbc.sql("SELECT COALESCE(MAX(leaf_index) + 1, 0) FROM checkpoint_leaf WHERE epoch = ?")
        .param(epoch)
        .query(Long.class)
        .single();
  }

  /** Every chain that went on since its last leaf: one look into an index for each chain. */
  List<Moved> moved(long epoch) {
    return jdbc.sql(
            """
            SELECT h.chain_id, h.seq, h.hash,
              (SELECT MAX(c.seq) FROM checkpoint_leaf c
               WHERE c.epoch = :epoch AND c.chain_id = h.chain_id) AS covered
            FROM chain_head h
            WHERE h.seq > 0 AND NOT EXISTS (SELECT 1 FROM checkpoint_leaf l
              WHERE l.epoch = :epoch AND l.chain_id = h.chain_id AND l.seq = h.seq)
            """)
        .param("epoch", epoch)
        .query(
            (rs, n) ->
                new Moved(
                    rs.getString("chain_id"),
                    rs.getLong("seq"),
                    rs.getString("hash"),
                    rs.getLong("covered"))) // 0 where there is none
        .list();
  }

  void add(long epoch, List<Leaf> leaves) {
    batches.batchUpdate(
        "INSERT INTO checkpoint_leaf (epoch, leaf_index, chain_id, seq, hash) VALUES (?, ?, ?, ?, ?)",
        leaves.stream()
            .map(l -> new Object[] {epoch, l.index(), l.chain(), l.seq(), l.hash()})
            .toList());
  }

  /** Adds leaves from the database to a tree until it has this size. */
  void grow(Frontier tree, long epoch, long size) {
    jdbc.sql(
            """
            SELECT leaf_index, chain_id, seq, hash FROM checkpoint_leaf
            WHERE epoch = ? AND leaf_index >= ? AND leaf_index < ? ORDER BY leaf_index
            """)
        .params(epoch, tree.size(), size)
        .withFetchSize(1000)
        .query(
            rs -> {
              tree.add(
                  new Leaf(rs.getLong(1), rs.getString(2), rs.getLong(3), rs.getString(4))
                      .treeHash());
            });
  }

  /** Adds a checkpoint; one of the same size that another server added stays. */
  void add(SealedCheckpoint c) {
    if (at(c.epoch(), c.size()).isPresent()) return;
    try {
      jdbc.sql("INSERT INTO checkpoint (epoch, size, root, note, sealed_at) VALUES (?, ?, ?, ?, ?)")
          .params(c.epoch(), c.size(), c.root(), c.note(), SqlTime.of(c.sealedAt()))
          .update();
    } catch (DuplicateKeyException e) {
      if (at(c.epoch(), c.size()).isEmpty()) throw e;
    }
  }

  Optional<SealedCheckpoint> at(long epoch, long size) {
    return jdbc.sql(CHECKPOINTS + "WHERE epoch = ? AND size = ?")
        .params(epoch, size)
        .query((rs, n) -> checkpoint(rs))
        .optional();
  }

  Optional<SealedCheckpoint> newest() {
    return jdbc.sql(CHECKPOINTS + "ORDER BY epoch DESC, size DESC LIMIT 1")
        .query((rs, n) -> checkpoint(rs))
        .optional();
  }

  /** Checkpoints after a place in the log, oldest first; a thousand at a time. */
  List<SealedCheckpoint> after(long epoch, long size) {
    return jdbc.sql(
            CHECKPOINTS
                + """
                WHERE epoch > :epoch OR (epoch = :epoch AND size > :size)
                ORDER BY epoch, size LIMIT 1000
                """)
        .param("epoch", epoch)
        .param("size", size)
        .query((rs, n) -> checkpoint(rs))
        .list();
  }

  /** The last leaf of a chain among the first {@code size} of an epoch. */
  Optional<Leaf> leafOf(String chain, long epoch, long size) {
    return jdbc.sql(
            """
            SELECT leaf_index, chain_id, seq, hash FROM checkpoint_leaf
            WHERE epoch = ? AND chain_id = ? AND leaf_index < ? ORDER BY seq DESC LIMIT 1
            """)
        .params(epoch, chain, size)
        .query((rs, n) -> new Leaf(rs.getLong(1), rs.getString(2), rs.getLong(3), rs.getString(4)))
        .optional();
  }

  private static SealedCheckpoint checkpoint(ResultSet rs) throws SQLException {
    return new SealedCheckpoint(
        rs.getLong("epoch"),
        rs.getLong("size"),
        rs.getString("root"),
        rs.getString("note"),
        SqlTime.get(rs, "sealed_at"));
  }
}
