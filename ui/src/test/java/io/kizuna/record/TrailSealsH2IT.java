package io.kizuna.record;

import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A server of its own: nobody else has put a forged event into its trail. */
@ContextConfiguration(initializers = OnDatabase.H2.class)
@TestPropertySource(properties = "spring.application.name=trail-seals")
class TrailSealsH2IT extends TrailSealsContract {

  private static final String PACKAGE = "io.kizuna.audit.internal.";

  @Override
  void behindTheSystem(String table, String sql) {
    boolean fixed = table.equals("parameter_value");
    jdbc.sql("DROP TRIGGER seal_row_" + table).update();
    if (fixed) jdbc.sql("DROP TRIGGER append_only_" + table).update();
    jdbc.sql(sql).update();
    jdbc.sql(
            "CREATE TRIGGER seal_row_%s AFTER INSERT, UPDATE, DELETE ON %s FOR EACH ROW CALL '%s'"
                .formatted(table, table, PACKAGE + "SealRow"))
        .update();
    if (!fixed) return;
    jdbc.sql(
            "CREATE TRIGGER append_only_%s BEFORE UPDATE, DELETE ON %s FOR EACH ROW CALL '%s'"
                .formatted(table, table, PACKAGE + "RefuseChange"))
        .update();
  }

  @Override
  void denyEvents() {
    jdbc.sql("ALTER TABLE audit_event ADD CONSTRAINT no_more_events CHECK (seq < 0) NOCHECK")
        .update();
  }
}
