package io.kizuna.record;

import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = WithNotary.H2.class)
class SealedTrailH2IT extends SealedTrailContract {

  @Override
  void asOwner(String table, String sql) {
    jdbc.sql("DROP TRIGGER append_only_" + table).update();
    jdbc.sql(sql).update();
    jdbc.sql(
            """
            CREATE TRIGGER append_only_%s BEFORE UPDATE, DELETE ON %s
            FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange'\
            """
                .formatted(table, table))
        .update();
  }
}
