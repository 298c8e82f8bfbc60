package io.kizuna.notary;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the notary reads; it never writes, and needs no right to. */
final class TrailReader {

  /** Rows fetched at a time: the whole log is never in memory. */
  private static final int ROWS = 1000;

  private final Connection connection;

  TrailReader(Connection connection) {
    this.connection = connection;
  }

  /** A leaf and the hash its event really has; null if there is no such event. */
  record LeafAndEvent(Leaf leaf, @Nullable String eventHash) {}

  record Event(long seq, String body, String previous, String hash) {}

  /** Gets rows one by one; may end it all. */
  interface Visitor<T> {
    void visit(T row) throws Refused, SQLException;
  }

  /** Leaves {@code from} to {@code to} - 1 in order, each with the event it names. */
  void leaves(long epoch, long from, long to, Visitor<LeafAndEvent> visitor)
      throws SQLException, Refused {
    String sql =
        """
        SELECT l.leaf_index, l.chain_id, l.seq, l.hash, e.hash AS event_hash
        FROM checkpoint_leaf l
        LEFT JOIN audit_event e ON e.chain_id = l.chain_id AND e.seq = l.seq
        WHERE l.epoch = ? AND l.leaf_index >= ? AND l.leaf_index < ? ORDER BY l.leaf_index
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(ROWS);
      statement.setLong(1, epoch);
      statement.setLong(2, from);
      statement.setLong(3, to);
      try (ResultSet rs = statement.executeQuery()) {
        while (rs.next()) {
          var leaf = new Leaf(rs.getLong(1), rs.getString(2), rs.getLong(3), rs.getString(4));
          visitor.visit(new LeafAndEvent(leaf, rs.getString(5)));
        }
      }
    }
  }

  /** Events {@code after} + 1 to {@code to} of a chain in order. */
  void events(String chain, long after, long to, Visitor<Event> visitor)
      throws SQLException, Refused {
    String sql =
        """
        SELECT seq, body, prev_hash, hash FROM audit_event
        WHERE chain_id = ? AND seq > ? AND seq <= ? ORDER BY seq
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(ROWS);
      statement.setString(1, chain);
      statement.setLong(2, after);
      statement.setLong(3, to);
      try (ResultSet rs = statement.executeQuery()) {
        while (rs.next()) {
          visitor.visit(
              new Event(rs.getLong(1), rs.getString(2), rs.getString(3), rs.getString(4)));
        }
      }
    }
  }

  /** The newest checkpoint's note; null if there is none. */
  @Nullable String newestNote() throws SQLException {
    return one("SELECT note FROM checkpoint ORDER BY epoch DESC, size DESC LIMIT 1", null);
  }

  /** The statement that began an epoch, as it stands in the chain; null if there is none. */
  @Nullable String statement(long epoch) throws SQLException {
    return one(
        """
        SELECT body FROM audit_event WHERE chain_id = 'site' AND action = 'trail.restored'
          AND entity_id = ? ORDER BY seq DESC LIMIT 1
        """,
        Long.toString(epoch));
  }

  private @Nullable String one(String sql, @Nullable String parameter) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      if (parameter != null) statement.setString(1, parameter);
      try (ResultSet rs = statement.executeQuery()) {
        return rs.next() ? rs.getString(1) : null;
      }
    }
  }
}
