package io.kizuna.record;

import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A server of its own: nobody else has put a forged event into its trail. */
@ContextConfiguration(initializers = OnDatabase.PostgreSql.class)
@TestPropertySource(properties = "spring.application.name=trail-seals")
class TrailSealsPostgresIT extends TrailSealsContract {

  @Override
  void behindTheSystem(String table, String sql) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("SET LOCAL session_replication_role = replica").update();
          jdbc.sql(sql).update();
        });
  }

  @Override
  void denyEvents() {
    jdbc.sql("ALTER TABLE audit_event ADD CONSTRAINT no_more_events CHECK (seq < 0) NOT VALID")
        .update();
  }
}
