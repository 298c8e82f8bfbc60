package io.kizuna.record;

import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = OnDatabase.PostgreSql.class)
class BatchRecordPostgresIT extends DataGapContract {

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
