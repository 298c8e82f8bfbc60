package io.kizuna.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.kizuna.audit.ActionOrigin.Origin;
import io.kizuna.audit.ActorDetails.Details;
import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.RowText;
import io.kizuna.audit.SealedTables;
import io.kizuna.kernel.Digest;
import io.kizuna.kernel.RecordClock;
import io.kizuna.testing.Databases;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Every row that changes is sealed by the last event of its transaction (D.4.5), on both. */
class RowSealIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A table with every kind of column the record has. */
  private static final String KINDS =
      """
      CREATE TABLE kinds (
        id uuid NOT NULL, part varchar(80) NOT NULL, plain text, padded char(64), whole integer,
        big bigint, small smallint, exact numeric(7,3), wide numeric(20,6), yes boolean,
        at_time timestamp with time zone, on_day date, bytes bytea,
        CONSTRAINT pk_kinds PRIMARY KEY (id, part))
      """;

  private static final UUID ID = UUID.fromString("019A0000-0000-7000-8000-0000000000AB");
  private static final String HARD =
      "絆 \"quoted\" back\\slash / tab\t line\n return\r bell\u0007 del\u007f nel\u0085"
          + " \b\f sep\u2028 𩸽 é </script> null";

  private HikariDataSource source;
  private JdbcClient jdbc;
  private ChainedAuditTrail trail;
  private TransactionTemplate transaction;

  private void open(Databases db) {
    source = db.migrated();
    jdbc = JdbcClient.create(source);
    trail =
        new ChainedAuditTrail(
            jdbc,
            new JdbcTemplate(source),
            new RecordClock(Clock.systemUTC()),
            actor ->
                actor.startsWith("system:")
                    ? Optional.empty()
                    : Optional.of(new Details("Aya Suzuki", new TreeSet<>(Set.of("QA", "ADMIN")))),
            () -> Optional.of(new Origin("s-1", "192.0.2.7")));
    var manager = new DataSourceTransactionManager(source);
    manager.setTransactionExecutionListeners(List.of(trail));
    transaction = new TransactionTemplate(manager);
  }

  @AfterEach
  void close() {
    source.close();
  }

  private void event(String chain, String actor) {
    trail.record(
        new AuditEvent(
            chain, actor, "thing.done", "thing", "1", Map.of("a", Change.to("b")), null, null));
  }

  private String body(String chain) {
    return jdbc.sql("SELECT body FROM audit_event WHERE chain_id = ? ORDER BY seq DESC LIMIT 1")
        .param(chain)
        .query(String.class)
        .single();
  }

  private Map<String, String> seals(String chain) {
    var seals = new TreeMap<String, String>();
    JSON.readTree(body(chain))
        .path("rows")
        .properties()
        .forEach(e -> seals.put(e.getKey(), e.getValue().asString()));
    return seals;
  }

  private void sealKinds(Databases db) {
    jdbc.sql(KINDS).update();
    jdbc.sql(
            db == Databases.H2
                ? "CREATE TRIGGER seal_row_kinds AFTER INSERT, UPDATE, DELETE ON kinds FOR EACH ROW"
                    + " CALL 'io.kizuna.audit.internal.SealRow'"
                : "CALL seal_table('kinds')")
        .update();
  }

  private void addKinds(String part, Object[] values) {
    var all = new ArrayList<Object>(List.of(ID, part));
    all.addAll(java.util.Arrays.asList(values));
    jdbc.sql("INSERT INTO kinds VALUES (?, ?" + ", ?".repeat(11) + ")").params(all).update();
  }

  // The format is a promise to whoever checks with a program of their own: the expected text is
  // written out here, not computed.
  @ParameterizedTest
  @EnumSource
  void sealIsTheSameOnBothDatabasesForEveryKindOfColumn(Databases db) throws Exception {
    open(db);
    sealKinds(db);
    var time = OffsetDateTime.parse("2026-11-22T19:11:09.123400+09:00");
    transaction.executeWithoutResult(
        status -> {
          addKinds(
              "a/b",
              new Object[] {
                HARD,
                "ab".repeat(32),
                -7,
                9_007_199_254_740_993L,
                2,
                new BigDecimal("70"),
                new BigDecimal("0.10"),
                true,
                time,
                LocalDate.of(2026, 2, 3),
                new byte[] {0, (byte) 0xAB, 0x7F}
              });
          addKinds("none", new Object[11]);
          addKinds(
              "whole second",
              new Object[] {
                "",
                "cd".repeat(32),
                0,
                0L,
                0,
                new BigDecimal("-0.001"),
                null,
                false,
                OffsetDateTime.parse("2026-01-01T00:00:00Z"),
                null,
                new byte[0]
              });
          event("site", "suzuki");
        });
    String first =
        "{\"at_time\":\"2026-11-22T10:11:09.1234+00:00\",\"big\":\"9007199254740993\","
            + "\"bytes\":\"\\\\x00ab7f\",\"exact\":\"70.000\","
            + "\"id\":\"019a0000-0000-7000-8000-0000000000ab\",\"on_day\":\"2026-02-03\","
            + "\"padded\":\""
            + "ab".repeat(32)
            + "\",\"part\":\"a/b\",\"plain\":\"絆 \\\"quoted\\\" back\\\\slash / tab\\t line\\n"
            + " return\\r bell\\u0007 del\u007f nel\u0085 \\b\\f sep\u2028 𩸽 é </script> null\","
            + "\"small\":\"2\",\"whole\":\"-7\",\"wide\":\"0.100000\",\"yes\":\"true\"}";
    String none = "{\"id\":\"019a0000-0000-7000-8000-0000000000ab\",\"part\":\"none\"}";
    String whole =
        "{\"at_time\":\"2026-01-01T00:00:00+00:00\",\"big\":\"0\",\"bytes\":\"\\\\x\","
            + "\"exact\":\"-0.001\",\"id\":\"019a0000-0000-7000-8000-0000000000ab\",\"padded\":\""
            + "cd".repeat(32)
            + "\",\"part\":\"whole second\",\"plain\":\"\",\"small\":\"0\",\"whole\":\"0\","
            + "\"yes\":\"false\"}";
    String id = "kinds/019a0000-0000-7000-8000-0000000000ab/";
    assertThat(seals("site"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                id + "a/b", Digest.sha256("row/1\nkinds\n" + first),
                id + "none", Digest.sha256("row/1\nkinds\n" + none),
                id + "whole second", Digest.sha256("row/1\nkinds\n" + whole)));
    var read = new ArrayList<String>();
    jdbc.sql("SELECT * FROM kinds ORDER BY part")
        .query(
            rs -> {
              read.add(RowText.of(RowText.columns(rs)));
            });
    assertThat(read).containsExactly(first, none, whole);
  }

  // R01: who by name and role, from where, with which version; a part of the system has neither.
  @ParameterizedTest
  @EnumSource
  void eventTellsWhoFromWhereAndWithWhat(Databases db) {
    open(db);
    transaction.executeWithoutResult(status -> event("site", "suzuki"));
    var body = JSON.readTree(body("site"));
    assertThat(body.path("actorName").asString()).isEqualTo("Aya Suzuki");
    assertThat(body.path("roles").asString()).isEqualTo("ADMIN QA");
    assertThat(body.path("session").asString()).isEqualTo(Digest.sha256("s-1").substring(0, 16));
    assertThat(body.path("station").asString()).isEqualTo("192.0.2.7");
    assertThat(body.path("software").asString()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(body.has("rows")).isFalse();
    transaction.executeWithoutResult(status -> event("site", "system:engine"));
    assertThat(body("site")).doesNotContain("actorName", "roles");
  }

  private void addClient(String id, String name) {
    jdbc.sql("INSERT INTO client (id, name_en, name_ja) VALUES (?, ?, ?)")
        .params(id, name, name)
        .update();
  }

  private static String clientSeal(String id, String name) throws Exception {
    return RowText.hash("client", RowText.of(Map.of("id", id, "name_en", name, "name_ja", name)));
  }

  // D.4.5: the last state of a row counts; the rows go to every batch, else to the recipe, else to
  // the site.
  @ParameterizedTest
  @EnumSource
  void rowsAreInTheLastEventOfEveryBatch(Databases db) throws Exception {
    open(db);
    transaction.executeWithoutResult(
        status -> {
          event("site", "suzuki");
          event("batch:b", "suzuki");
          addClient("a", "first");
          event("batch:a", "suzuki");
          jdbc.sql("UPDATE client SET name_en = 'second', name_ja = 'second'").update();
          event("batch:a", "suzuki");
          addClient("b", "other");
        });
    assertThat(seals("batch:a"))
        .isEqualTo(
            Map.of("client/a", clientSeal("a", "second"), "client/b", clientSeal("b", "other")));
    assertThat(seals("batch:b")).isEqualTo(seals("batch:a"));
    assertThat(seals("site")).isEmpty();
    assertThat(
            jdbc.sql("SELECT body FROM audit_event WHERE chain_id = 'batch:a' AND seq = 1")
                .query(String.class)
                .single())
        .doesNotContain("rows");
  }

  @ParameterizedTest
  @EnumSource
  void rowThatIsTakenAwayIsSealedAsGone(Databases db) {
    open(db);
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(
                  "INSERT INTO person (id, name_en, name_ja, active, created_at)"
                      + " VALUES ('sato', 'Sato', 'Sato', TRUE, CURRENT_TIMESTAMP)")
              .update();
          jdbc.sql("INSERT INTO person_role (person_id, role) VALUES ('sato', 'QA')").update();
          event("site", "suzuki");
        });
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("DELETE FROM person_role").update();
          event("site", "suzuki");
        });
    assertThat(seals("site")).isEqualTo(Map.of("person_role/sato/QA", "gone"));
  }

  // R01, R06: a change without an event does not pass, neither by our own mistake nor by a console.
  @ParameterizedTest
  @EnumSource
  void changeWithoutAnEventIsRefused(Databases db) {
    open(db);
    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> addClient("a", "x")))
        .hasStackTraceContaining("rows changed without an event");
    assertThatThrownBy(() -> addClient("b", "x"))
        .hasStackTraceContaining("rows changed without an event");
    assertThat(jdbc.sql("SELECT COUNT(*) FROM client").query(Integer.class).single()).isZero();
    // What was rolled back waits nowhere: the next transaction seals its own rows only.
    transaction.executeWithoutResult(
        status -> {
          addClient("c", "x");
          event("site", "suzuki");
        });
    assertThat(seals("site")).containsOnlyKeys("client/c");
  }

  @ParameterizedTest
  @EnumSource
  void manyRowsOfOneTransactionAreAllSealed(Databases db) throws Exception {
    open(db);
    for (int rows : List.of(1000, 4000)) {
      long began = System.nanoTime();
      transaction.executeWithoutResult(
          status -> {
            for (int i = 0; i < rows; i++) addClient("n-" + rows + "-" + i, "x");
            event("site", "suzuki");
          });
      System.out.printf(
          "%s: %d sealed rows in %d ms%n", db, rows, (System.nanoTime() - began) / 1_000_000);
      assertThat(seals("site")).hasSize(rows);
    }
    assertThat(seals("site")).containsEntry("client/n-4000-77", clientSeal("n-4000-77", "x"));
  }

  // A table whose rows the trail is said to seal and does not would hide every change of it.
  @ParameterizedTest
  @EnumSource
  void everySealedTableHasItsTrigger(Databases db) {
    open(db);
    var sealed =
        jdbc.sql(
                db == Databases.H2
                    ? "SELECT LOWER(event_object_table) FROM information_schema.triggers"
                        + " WHERE trigger_name LIKE 'seal_row%'"
                    : "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'seal_row'")
            .query(String.class)
            .set();
    assertThat(sealed).isEqualTo(SealedTables.KEYS.keySet());
    SealedTables.KEYS.forEach(
        (table, key) -> assertThat(primaryKey(table)).as(table).isEqualTo(key));
  }

  private List<String> primaryKey(String table) {
    var key = new TreeMap<Integer, String>();
    try (var c = source.getConnection();
        var rs = c.getMetaData().getPrimaryKeys(null, "public", table)) {
      while (rs.next()) key.put(rs.getInt("KEY_SEQ"), rs.getString("COLUMN_NAME"));
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    return List.copyOf(key.values());
  }
}
