package io.kizuna.record;

import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = WithNotary.PostgreSql.class)
class SealedTrailPostgresIT extends SealedTrailContract {

  @Override
  void asOwner(String table, String sql) {
    jdbc.sql("ALTER TABLE " + table + " DISABLE TRIGGER append_only").update();
    jdbc.sql(sql).update();
    jdbc.sql("ALTER TABLE " + table + " ENABLE TRIGGER append_only").update();
  }
}
