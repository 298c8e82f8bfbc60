package io.kizuna.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.testing.Databases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * R04, R14: the database itself refuses to change or remove what was recorded, whoever asks. Every
 * table is in exactly one of these lists, so that a new one cannot be forgotten.
 */
class AppendOnlyIT {

  /** Rows never change and never go. */
  private static final Set<String> APPEND_ONLY =
      Set.of(
          "audit_event",
          "batch_disposition",
          "checkpoint",
          "checkpoint_leaf",
          "checkpoint_stamp",
          "confirmed_command",
          "equipment_command",
          "equipment_connection",
          "exception_decision",
          "handled_request",
          "identity_check",
          "legal_hold",
          "parameter_value",
          "process_tag",
          "reading",
          "reading_block",
          "recipe_diagram",
          "retention_rule",
          "signature",
          "signature_void",
          "trail_epoch");

  /** Rows change (their state moves on, and the trail says how) but never go. */
  private static final Set<String> KEPT =
      Set.of(
          "batch",
          "batch_equipment",
          "batch_exception",
          "chain_head",
          "client",
          "equipment",
          "exception_gap",
          "hold_timer",
          "lot",
          "person",
          "reading_gap",
          "reading_seal",
          "recipe_version",
          "signature_challenge",
          "step_run",
          "suite",
          "unit_procedure_run");

  /** No record of their own: each says why its rows may go. */
  private static final Set<String> FREE =
      Set.of(
          "credential", // replaced as a whole when a secret is set; the trail has the event
          "access_link", // a key that still opens; the trail has who made and used it
          "person_role", // the trail has what was granted and withdrawn
          "person_client",
          "tag_definition", // replaced as a whole by a new tag map; the trail has it
          "number_series", // a counter
          "late_reading", // what the sealer has still to look at
          "route_lock", // of the route, not of the record
          "route_message",
          "truncate_guard", // H2 only, always empty
          "truncate_guard_checkpoint",
          "flyway_schema_history");

  private static List<String> tables(Connection c) throws SQLException {
    var names = new ArrayList<String>();
    try (ResultSet rs =
        c.createStatement()
            .executeQuery(
                """
                SELECT table_name FROM information_schema.tables
                WHERE LOWER(table_schema) = 'public' AND table_type = 'BASE TABLE'\
                """)) {
      while (rs.next()) names.add(rs.getString(1).toLowerCase(Locale.ROOT));
    }
    return names;
  }

  @ParameterizedTest
  @EnumSource
  void everyTableIsListed(Databases db) throws SQLException {
    try (var source = db.migrated();
        var c = source.getConnection()) {
      var listed =
          Stream.of(APPEND_ONLY, KEPT, FREE).flatMap(Set::stream).collect(Collectors.toList());
      assertThat(listed).doesNotHaveDuplicates();
      assertThat(new TreeSet<>(listed)).containsAll(tables(c));
      assertThat(tables(c)).containsAll(APPEND_ONLY).containsAll(KEPT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void recordedRowsNeitherChangeNorGo(Databases db) throws SQLException {
    try (var source = db.unsealed();
        var c = source.getConnection();
        var s = c.createStatement()) {
      for (String table : new TreeSet<>(APPEND_ONLY)) {
        String column = addRow(db, c, s, table);
        refused(s, table, "UPDATE " + table + " SET " + column + " = " + column);
        refused(s, table, "DELETE FROM " + table);
        refusedTruncate(db, s, table);
      }
      for (String table : new TreeSet<>(KEPT)) {
        addRow(db, c, s, table);
        refused(s, table, "DELETE FROM " + table);
        refusedTruncate(db, s, table);
      }
    }
  }

  private static void refused(Statement s, String table, String sql) throws SQLException {
    assertThatThrownBy(() -> s.execute(sql)).as(sql).hasMessageContaining("append-only");
    try (ResultSet rs = s.executeQuery("SELECT COUNT(*) FROM " + table)) {
      rs.next();
      assertThat(rs.getInt(1)).as(table).isEqualTo(1);
    }
  }

  private static void refusedTruncate(Databases db, Statement s, String table) throws SQLException {
    if (db == Databases.POSTGRESQL) {
      refused(s, table, "TRUNCATE TABLE " + table + " CASCADE");
      return;
    }
    String sql = "TRUNCATE TABLE " + table;
    assertThatThrownBy(() -> s.execute(sql)).as(sql).hasMessageContaining("Cannot truncate");
  }

  /** A row with something in every column; what it refers to is of no interest here. */
  private static String addRow(Databases db, Connection c, Statement s, String table)
      throws SQLException {
    var names = new ArrayList<String>();
    var values = new ArrayList<String>();
    try (ResultSet rs = c.getMetaData().getColumns(null, "public", table, "%")) {
      while (rs.next()) {
        names.add(quoted(rs.getString("COLUMN_NAME")));
        values.add(literal(rs.getString("TYPE_NAME").toLowerCase(Locale.ROOT)));
      }
    }
    assertThat(names).as("columns of " + table).isNotEmpty();
    boolean h2 = db == Databases.H2;
    s.execute(h2 ? "SET REFERENTIAL_INTEGRITY FALSE" : "SET session_replication_role = replica");
    s.execute(
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(table, String.join(",", names), String.join(",", values)));
    s.execute(h2 ? "SET REFERENTIAL_INTEGRITY TRUE" : "SET session_replication_role = origin");
    return names.get(0);
  }

  private static String quoted(String column) {
    return '"' + column + '"';
  }

  private static String literal(String type) {
    if (type.contains("char") || type.contains("text") || type.contains("clob")) return "'x'";
    if (type.contains("uuid")) return "'00000000-0000-7000-8000-000000000001'";
    if (type.contains("time")) return "TIMESTAMP WITH TIME ZONE '2026-11-22 00:00:00+00'";
    if (type.contains("date")) return "DATE '2026-11-22'";
    if (type.contains("bool")) return "TRUE";
    if (type.contains("bytea") || type.contains("binary")) return "'00'";
    return "1";
  }
}
