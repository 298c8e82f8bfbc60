package io.kizuna.record;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = OnDatabase.H2.class)
class BatchRecordH2IT extends DataGapContract {

  // R04: the database refuses; only who owns it can take the triggers away, and then it is found.
  @Override
  void tamper(String chain, long seq) {
    assertThatThrownBy(() -> super.tamper(chain, seq)).hasMessageContaining("append-only");
    jdbc.sql("DROP TRIGGER append_only_audit_event").update();
    super.tamper(chain, seq);
    jdbc.sql(
            """
            CREATE TRIGGER append_only_audit_event BEFORE UPDATE, DELETE ON audit_event
            FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange'\
            """)
        .update();
  }
}
