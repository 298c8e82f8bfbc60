package io.kizuna.verify.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.verify.Options;
import io.kizuna.verify.SampleRecords;
import io.kizuna.verify.Verification;
import io.kizuna.verify.source.DatabaseSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The published row texts and the sample record on a real PostgreSQL. */
class PostgresIT {

  @Test
  void rowTextsAndTheWholeCheckAreTheSameOnPostgres() throws Exception {
    try (var server = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).start();
        var connection = server.getPostgresDatabase().getConnection();
        var sql = connection.createStatement()) {
      SampleRecords.full(connection);
      var report = Verification.run(new DatabaseSource(connection, "sample", null), Options.NONE);
      assertThat(report.findings()).isEmpty();
      sql.execute("UPDATE batch SET body_weight_kg = 70.001");
      report = Verification.run(new DatabaseSource(connection, "sample", null), Options.NONE);
      assertThat(report.first().what())
          .contains("column body_weight_kg is \"70.001\", sealed as \"70.000\"");
      int table = 0;
      for (var v : VectorFile.list(VectorFile.read("rows.json"), "values")) {
        String name = "value_" + table++;
        sql.execute("CREATE TABLE " + name + " (id integer PRIMARY KEY, v " + v.text("type") + ")");
        sql.execute("INSERT INTO " + name + " VALUES (1, " + v.text("sql") + ")");
        var source = new DatabaseSource(connection, "values", null);
        try (var rows = source.rows(name)) {
          assertThat(rows.next().get("v")).as(v.text("type")).isEqualTo(v.text("text"));
        }
      }
    }
  }
}
