package io.kizuna.record;

import io.kizuna.testing.Databases;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class BatchRecordPostgresIT extends DataGapContract {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    String url = Databases.POSTGRESQL.url();
    registry.add("spring.datasource.url", () -> url);
    registry.add("spring.datasource.username", () -> Databases.USER);
    registry.add("spring.datasource.password", () -> Databases.PASSWORD);
  }

  // R04: the database refuses; only who owns it can switch the triggers off, and then it is found.
  @Override
  void tamper(String chain, long seq) {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> super.tamper(chain, seq))
        .hasMessageContaining("append-only");
    jdbc.sql("ALTER TABLE audit_event DISABLE TRIGGER append_only").update();
    super.tamper(chain, seq);
    jdbc.sql("ALTER TABLE audit_event ENABLE TRIGGER append_only").update();
  }
}
