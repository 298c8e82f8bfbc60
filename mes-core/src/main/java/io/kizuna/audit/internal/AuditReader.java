package io.kizuna.audit.internal;

import io.kizuna.audit.ReadAudit;
import io.kizuna.kernel.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class AuditReader implements ReadAudit {

  private static final int MOST = 10_000;

  static final String SELECT =
      """
      SELECT chain_id, seq, event_id, recorded_at, actor, action, entity, entity_id, body, hash
      FROM audit_event\s""";

  private final JdbcClient jdbc;

  AuditReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Entry> entries(String chain, int limit) {
    return jdbc.sql(SELECT + "WHERE chain_id = ? ORDER BY seq DESC LIMIT ?")
        .params(chain, Math.min(limit, MOST))
        .query(AuditReader::entry)
        .list();
  }

  static Entry entry(ResultSet rs, int number) throws SQLException {
    return new Entry(
        rs.getString("chain_id"),
        rs.getLong("seq"),
        rs.getObject("event_id", UUID.class),
        SqlTime.get(rs, "recorded_at"),
        rs.getString("actor"),
        rs.getString("action"),
        rs.getString("entity"),
        rs.getString("entity_id"),
        rs.getString("body"),
        rs.getString("hash"));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Entry> story(String chain, int limit) {
    var newest =
        jdbc.sql(
                SELECT
                    + "WHERE chain_id = ? AND action <> 'readings.sealed' ORDER BY seq DESC LIMIT ?")
            .params(chain, limit)
            .query(AuditReader::entry)
            .list();
    var oldestFirst = new ArrayList<>(newest);
    Collections.reverse(oldestFirst);
    return oldestFirst;
  }

  /** One pass over the chain in memory of one row at a time. */
  private static final class Walk {
    private long expected = 1;
    private String hash = ChainHash.GENESIS;
    private long firstBad;

    void visit(long seq, String body, String previous, String stored) {
      boolean fits =
          seq == expected
              && previous.equals(hash)
              && stored.equals(ChainHash.of(previous, chain, seq, body));
      if (!fits && firstBad == 0) firstBad = Math.min(seq, expected);
      expected = seq + 1;
      hash = stored;
    }

    private final String chain;

    Walk(String chain) {
      this.chain = chain;
    }
  }

  @Override
  @Transactional(readOnly = true)
  public ChainCheck check(String chain) {
    var walk = new Walk(chain);
    jdbc.sql("SELECT seq, body, prev_hash, hash FROM audit_event WHERE chain_id = ? ORDER BY seq")
        .param(chain)
        .query(
            rs -> {
              walk.visit(
                  rs.getLong("seq"),
                  rs.getString("body"),
                  rs.getString("prev_hash"),
                  rs.getString("hash"));
            });
    var head =
        jdbc.sql("SELECT seq, hash FROM chain_head WHERE chain_id = ?")
            .param(chain)
            .query((rs, n) -> rs.getLong("seq") + ":" + rs.getString("hash"))
            .optional()
            .orElse("0:" + ChainHash.GENESIS);
    long length = walk.expected - 1;
    // A cut tail leaves a perfect chain that is too short: the head knows how long it was.
    if (walk.firstBad == 0 && !head.equals(length + ":" + walk.hash)) walk.firstBad = length + 1;
    return new ChainCheck(walk.firstBad == 0, length, walk.hash, walk.firstBad);
  }
}
