package io.kizuna.portable.internal;

import io.kizuna.kernel.Digest;
import io.kizuna.kernel.SqlTime;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The events of a chain as they are stored, one line each. */
@Component
class TrailLines {

  /** Some hundred kilobytes at a time, however long the chain. */
  private static final int PAGE = 500;

  private final JdbcClient jdbc;

  TrailLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Line(long seq, Map<String, String> fields) {}

  /**
   * Writes the whole chain, oldest first.
   *
   * @param shows whether the reader may see the body; of an event whose body is left out only the
   *     links of the chain stay.
   */
  void write(String chain, Predicate<String> shows, OutputStream out) throws IOException {
    long after = 0;
    while (true) {
      var page = page(chain, after);
      for (Line line : page) {
        var fields = line.fields();
        String body = fields.getOrDefault("body", "");
        if (!shows.test(body)) {
          fields.keySet().retainAll(List.of("chain", "seq", "previous", "hash", "algorithm"));
        }
        out.write((Digest.canonical(fields) + "\n").getBytes(StandardCharsets.UTF_8));
        after = line.seq();
      }
      if (page.size() < PAGE) return;
    }
  }

  private List<Line> page(String chain, long after) {
    return jdbc.sql(
            """
            SELECT chain_id, seq, event_id, recorded_at, actor, action, entity, entity_id, body,
              prev_hash, hash, algorithm
            FROM audit_event WHERE chain_id = ? AND seq > ? ORDER BY seq LIMIT ?
            """)
        .params(chain, after, PAGE)
        .query((rs, n) -> new Line(rs.getLong("seq"), fields(rs)))
        .list();
  }

  private static Map<String, String> fields(ResultSet rs) throws SQLException {
    var fields = new LinkedHashMap<String, String>();
    fields.put("chain", rs.getString("chain_id"));
    fields.put("seq", Long.toString(rs.getLong("seq")));
    fields.put("id", rs.getString("event_id"));
    fields.put("recordedAt", SqlTime.get(rs, "recorded_at").toString());
    fields.put("actor", rs.getString("actor"));
    fields.put("action", rs.getString("action"));
    fields.put("entity", rs.getString("entity"));
    fields.put("entityId", rs.getString("entity_id"));
    fields.put("body", rs.getString("body"));
    fields.put("previous", rs.getString("prev_hash"));
    fields.put("hash", rs.getString("hash"));
    fields.put("algorithm", rs.getString("algorithm"));
    return fields;
  }
}
