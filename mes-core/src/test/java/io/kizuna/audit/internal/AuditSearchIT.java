package io.kizuna.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.kizuna.audit.ReadAudit.Entry;
import io.kizuna.audit.SearchAudit.Query;
import io.kizuna.testing.Databases;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R09: a chain of years is searched page by page, each page quick, and nothing is left out. */
class AuditSearchIT {

  /** More than two of the windows a text is looked for in. */
  private static final int EVENTS = 50_000;

  private HikariDataSource source;
  private AuditSearch search;

  private void open(Databases db) {
    source = db.migrated();
    var jdbc = JdbcClient.create(source);
    String series = db == Databases.H2 ? "SYSTEM_RANGE(1, ?)" : "generate_series(1, ?)";
    jdbc.sql(
            """
            INSERT INTO audit_event (chain_id, seq, event_id, recorded_at, actor, action, entity,
              entity_id, body, prev_hash, hash, algorithm)
            SELECT 'site', x, %s, CURRENT_TIMESTAMP, 'person-' || MOD(x, 1000), 'act-' || MOD(x, 7),
              'thing', 'id', '{"changes":{},"reason":"No_' || x || '. of many, so that it is long'
                || REPEAT(' and longer', 30) || '"}', REPEAT('0', 64), REPEAT('1', 64), 'none'
            FROM %s AS s(x)
            """
                .formatted(db == Databases.H2 ? "RANDOM_UUID()" : "gen_random_uuid()", series))
        .param(EVENTS)
        .update();
    jdbc.sql("INSERT INTO chain_head (chain_id, seq, hash) VALUES ('site', ?, ?)")
        .params(EVENTS, "1".repeat(64))
        .update();
    search = new AuditSearch(jdbc);
  }

  @AfterEach
  void close() {
    source.close();
  }

  private List<Entry> all(Query query) {
    var found = new ArrayList<Entry>();
    for (var q = query; ; ) {
      long began = System.nanoTime();
      var page = search.search(q);
      assertThat((System.nanoTime() - began) / 1_000_000).as("ms of one page").isLessThan(2000);
      found.addAll(page.entries());
      if (page.next() == null) return found;
      q = q.from(page.next());
    }
  }

  private static Query query(String person, String action, String text) {
    return new Query("site", person, action, null, text, null, 1000);
  }

  @ParameterizedTest
  @EnumSource
  void everyEntryIsFoundOnceNewestFirst(Databases db) {
    open(db);
    assertThat(all(query(null, null, null)))
        .hasSize(EVENTS)
        .isSortedAccordingTo((a, b) -> Long.compare(b.seq(), a.seq()))
        .extracting(Entry::seq)
        .doesNotHaveDuplicates();
    assertThat(all(query("person-77", null, null)))
        .hasSize(EVENTS / 1000)
        .allMatch(e -> e.actor().equals("person-77"));
    assertThat(all(query("person-77", "act-0", null))).allMatch(e -> e.seq() % 7 == 0);
  }

  // A text may stand far back; what looks like a pattern of the database is only text.
  @ParameterizedTest
  @EnumSource
  void textIsFoundHoweverFarBack(Databases db) {
    open(db);
    assertThat(all(query(null, null, "NO_17. OF"))).extracting(Entry::seq).containsExactly(17L);
    assertThat(all(query(null, null, "no%17. of"))).isEmpty();
    assertThat(all(query(null, null, "no!17. of"))).isEmpty();
  }
}
