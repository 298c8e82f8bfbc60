package io.kizuna.verify.source;

import io.kizuna.verify.format.BlockHash;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A database, through a connection that is only read. Everything is read in the connection's
 * transaction: whoever opens it chooses what it sees.
 */
public final class DatabaseSource implements Source {

  private static final String EVENTS =
      """
      SELECT chain_id, seq, event_id, recorded_at, actor, action, entity, entity_id, body,
        prev_hash, hash, algorithm
      FROM audit_event\
      """;

  private static final String BLOCKS =
      """
      SELECT run_id, batch_id, equipment_id, tag, "minute", version, readings, hash, sealed_at
      FROM reading_block\
      """;

  private final Connection connection;
  private final String name;
  private final @Nullable UUID batch;
  private final Set<String> tables;
  private final SqlRows sqlRows;

  /** Byte order of texts, whatever the database sorts by. */
  private final String bytewise;

  /**
   * @param batch only what belongs to this batch; null for everything.
   */
  public DatabaseSource(Connection connection, String name, @Nullable UUID batch)
      throws IOException {
    this.connection = connection;
    this.name = name;
    this.batch = batch;
    try {
      String product = connection.getMetaData().getDatabaseProductName();
      this.bytewise = product.equals("PostgreSQL") ? " COLLATE \"C\"" : "";
      this.tables = tableNames();
      this.sqlRows = new SqlRows(connection);
    } catch (SQLException e) {
      throw new IOException("the database refused to be read: " + e.getMessage(), e);
    }
    if (!tables.contains("audit_event")) throw new IOException("there is no table audit_event");
  }

  private Set<String> tableNames() throws SQLException {
    var names = new LinkedHashSet<String>();
    try (var rs =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
      while (rs.next()) names.add(rs.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
    }
    return names;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean whole() {
    return batch == null;
  }

  @Override
  public boolean has(String table) {
    return tables.contains(table);
  }

  @Override
  public Map<String, Head> heads() throws IOException {
    var heads = new TreeMap<String, Head>();
    var wanted = batch == null ? null : chainsOf(batch);
    try (var rows =
        SqlCursor.open(
            connection,
            "SELECT chain_id, seq, hash FROM chain_head",
            rs -> Map.entry(rs.getString(1), new Head(rs.getLong(2), rs.getString(3))))) {
      for (var row = rows.next(); row != null; row = rows.next()) {
        if (wanted == null || wanted.contains(row.getKey()))
          heads.put(row.getKey(), row.getValue());
      }
    }
    return heads;
  }

  private List<String> chainsOf(UUID id) throws IOException {
    var chains = new ArrayList<>(List.of("batch:" + id));
    try (var row =
        SqlCursor.open(
            connection,
            "SELECT recipe_version FROM batch WHERE id = ?",
            rs -> rs.getString(1),
            id)) {
      String recipe = row.next();
      if (recipe == null) throw new IOException("there is no batch " + id);
      chains.add("recipe:" + recipe);
    }
    return chains;
  }

  @Override
  public Cursor<Event> events(@Nullable Map<String, Head> after) throws IOException {
    if (after == null && batch == null) {
      return SqlCursor.open(connection, EVENTS + " ORDER BY chain_id, seq", DatabaseSource::event);
    }
    var begin = after == null ? Map.<String, Head>of() : after;
    var chains = new ArrayDeque<String>();
    heads()
        .forEach(
            (chain, head) -> {
              var known = begin.get(chain);
              if (known == null || known.seq() != head.seq()) chains.add(chain);
            });
    return new ChainByChain(chains, begin);
  }

  @Override
  public Cursor<Event> events(String chain) throws IOException {
    return SqlCursor.open(
        connection, EVENTS + " WHERE chain_id = ? ORDER BY seq", DatabaseSource::event, chain);
  }

  /** The events of some chains, a query for each. */
  private final class ChainByChain implements Cursor<Event> {
    private final ArrayDeque<String> chains;
    private final Map<String, Head> begin;
    private Cursor<Event> current = Cursor.empty();

    ChainByChain(ArrayDeque<String> chains, Map<String, Head> begin) {
      this.chains = chains;
      this.begin = begin;
    }

    @Override
    public @Nullable Event next() throws IOException {
      for (; ; ) {
        Event event = current.next();
        if (event != null) return event;
        current.close();
        String chain = chains.poll();
        if (chain == null) return null;
        var known = begin.get(chain);
        current =
            SqlCursor.open(
                connection,
                EVENTS + " WHERE chain_id = ? AND seq > ? ORDER BY seq",
                DatabaseSource::event,
                chain,
                known == null ? 0L : known.seq());
      }
    }

    @Override
    public void close() throws IOException {
      current.close();
    }
  }

  @Override
  public List<String> tables(Set<String> sealed) {
    var all = new LinkedHashSet<>(SealedTables.names());
    all.addAll(sealed);
    all.removeIf(t -> batch != null && SealedTables.ofBatch(t, batch) == null);
    all.retainAll(tables);
    return List.copyOf(all);
  }

  @Override
  public Cursor<Row> rows(String table) throws IOException {
    return sqlRows.of(table, batch == null ? null : SealedTables.ofBatch(table, batch));
  }

  @Override
  public boolean mayHoldElsewhere(String table, String key) throws IOException {
    if (batch == null || !tables.contains(table)) return false;
    try (var all = sqlRows.of(table, null)) {
      for (Row row = all.next(); row != null; row = all.next()) {
        if (row.key().equals(key)) return true;
      }
    }
    return false;
  }

  @Override
  public Cursor<Block> blocksByRun(Instant from) throws IOException {
    String order = " ORDER BY run_id, equipment_id%1$s, tag%1$s, \"minute\", version";
    return SqlCursor.open(
        connection,
        BLOCKS + where("sealed_at >= ?") + order.formatted(bytewise),
        DatabaseSource::block,
        at(from));
  }

  private String where(String and) {
    if (batch == null) return and.isEmpty() ? "" : " WHERE " + and;
    return " WHERE batch_id = CAST('" + batch + "' AS uuid)" + (and.isEmpty() ? "" : " AND " + and);
  }

  @Override
  public List<List<String>> channels() throws IOException {
    var channels = new ArrayList<List<String>>();
    try (var rows =
        SqlCursor.open(
            connection,
            "SELECT DISTINCT equipment_id, tag FROM reading_block" + where(""),
            rs -> List.of(rs.getString(1), rs.getString(2)))) {
      for (var row = rows.next(); row != null; row = rows.next()) channels.add(row);
    }
    channels.sort((a, b) -> String.join("\n", a).compareTo(String.join("\n", b)));
    return channels;
  }

  @Override
  public Cursor<Block> blocks(String equipment, String tag, Instant from) throws IOException {
    return SqlCursor.open(
        connection,
        BLOCKS
            + where("equipment_id = ? AND tag = ? AND \"minute\" >= ?")
            + " ORDER BY \"minute\", batch_id, version",
        DatabaseSource::block,
        equipment,
        tag,
        at(from));
  }

  @Override
  public Cursor<BlockHash.Line> readings(String equipment, String tag, Instant from)
      throws IOException {
    return SqlCursor.open(
        connection,
        """
        SELECT r.source_time, r.sequence, r.value_number, r.value_text, r.unit, r.quality,
          r.status_code, r.server_time, r.received_at, r.origin
        FROM reading r
        WHERE r.tag_id = (SELECT id FROM process_tag WHERE equipment_id = ? AND tag = ?)
          AND r.source_time >= ?
        ORDER BY r.source_time, r.sequence
        """,
        DatabaseSource::reading,
        equipment,
        tag,
        at(from));
  }

  @Override
  public Cursor<Leaf> leaves() throws IOException {
    return SqlCursor.open(
        connection,
        """
        SELECT l.epoch, l.leaf_index, l.chain_id, l.seq, l.hash, e.hash
        FROM checkpoint_leaf l
        LEFT JOIN audit_event e ON e.chain_id = l.chain_id AND e.seq = l.seq
        ORDER BY l.epoch, l.leaf_index
        """,
        rs ->
            new Leaf(
                rs.getInt(1),
                rs.getLong(2),
                rs.getString(3),
                rs.getLong(4),
                rs.getString(5),
                rs.getString(6)));
  }

  @Override
  public Cursor<Note> checkpoints() throws IOException {
    return SqlCursor.open(
        connection,
        "SELECT epoch, size, root, note, sealed_at FROM checkpoint ORDER BY epoch, size",
        rs -> new Note(rs.getInt(1), rs.getLong(2), rs.getString(3), rs.getString(4), time(rs, 5)));
  }

  @Override
  public Cursor<Stamp> stamps() throws IOException {
    return SqlCursor.open(
        connection,
        "SELECT epoch, size, tsa, stamped_at, token FROM checkpoint_stamp ORDER BY epoch, size",
        rs ->
            new Stamp(
                rs.getInt(1),
                rs.getLong(2),
                rs.getString(3),
                time(rs, 4),
                Base64.getMimeDecoder().decode(rs.getString(5))));
  }

  private static Event event(ResultSet rs) throws SQLException {
    return new Event(
        rs.getString(1),
        rs.getLong(2),
        rs.getString(3),
        time(rs, 4),
        rs.getString(5),
        rs.getString(6),
        rs.getString(7),
        rs.getString(8),
        rs.getString(9),
        rs.getString(10),
        rs.getString(11),
        rs.getString(12));
  }

  private static Block block(ResultSet rs) throws SQLException {
    return new Block(
        rs.getString(1),
        rs.getString(2),
        rs.getString(3),
        rs.getString(4),
        time(rs, 5),
        rs.getInt(6),
        rs.getInt(7),
        rs.getString(8),
        time(rs, 9));
  }

  private static BlockHash.Line reading(ResultSet rs) throws SQLException {
    double number = rs.getDouble(3);
    boolean none = rs.wasNull();
    var serverTime = rs.getObject(8, OffsetDateTime.class);
    return BlockHash.Line.of(
        time(rs, 1),
        rs.getInt(2),
        none ? null : number,
        rs.getString(4),
        rs.getString(5),
        rs.getInt(6),
        rs.getLong(7),
        serverTime == null ? null : serverTime.toInstant(),
        time(rs, 9),
        rs.getInt(10));
  }

  private static Instant time(ResultSet rs, int column) throws SQLException {
    return rs.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** The connection stays open: it belongs to whoever opened it. */
  @Override
  public void close() {}
}
