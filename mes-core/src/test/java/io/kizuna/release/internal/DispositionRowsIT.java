package io.kizuna.release.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.batch.Batch.Disposition;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.SqlTime;
import io.kizuna.release.Disposed;
import io.kizuna.release.ReviewBatch.Need;
import io.kizuna.testing.Databases;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

class DispositionRowsIT {

  private static final Instant T = Instant.parse("2026-11-20T00:00:00Z");

  @ParameterizedTest
  @EnumSource
  void queueHoldsWhatQaCanActOnAndNothingElse(Databases database) {
    try (var source = database.unsealed()) {
      var jdbc = JdbcClient.create(source);
      var rows = new DispositionRows(jdbc);
      batch(jdbc, 1, "RUNNING"); // still being made
      UUID review = batch(jdbc, 2, "RUNNING");
      step(jdbc, review, "user_review_batch_record", 5);
      UUID decide = batch(jdbc, 3, "HELD");
      step(jdbc, decide, "user_decide_disposition", 4);
      UUID complete = batch(jdbc, 4, "COMPLETE");
      UUID aborted = batch(jdbc, 5, "ABORTED");
      UUID done = batch(jdbc, 6, "COMPLETE");
      jdbc.sql("UPDATE batch SET disposition = 'RELEASED' WHERE id = ?").param(done).update();
      exception(jdbc, review, 1, "OPEN");
      exception(jdbc, review, 2, "ACCEPTED");

      var waiting = rows.waiting(10);

      assertThat(waiting)
          .extracting(l -> l.batch().value(), Dispositions.Line::need)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple(review, Need.REVIEW),
              org.assertj.core.groups.Tuple.tuple(decide, Need.DISPOSITION),
              org.assertj.core.groups.Tuple.tuple(complete, Need.DISPOSITION),
              org.assertj.core.groups.Tuple.tuple(aborted, Need.REJECTION));
      assertThat(waiting)
          .filteredOn(l -> l.batch().value().equals(review))
          .singleElement()
          .satisfies(l -> assertThat(l.openExceptions()).isEqualTo(1))
          .satisfies(l -> assertThat(l.since()).isEqualTo(T.plusSeconds(300)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void batchIsDisposedOfOnce(Databases database) {
    try (var source = database.unsealed()) {
      var jdbc = JdbcClient.create(source);
      var rows = new DispositionRows(jdbc);
      UUID id = batch(jdbc, 1, "COMPLETE");
      var disposed = disposed(id, "sterility failed");
      rows.add(disposed);
      assertThat(rows.ofBatch(new BatchId(id))).contains(disposed);
      assertThat(rows.byRequest(disposed.requestId())).contains(disposed);
      assertThatThrownBy(() -> rows.add(disposed(id, null)))
          .isInstanceOf(DuplicateKeyException.class);
      UUID other = batch(jdbc, 2, "COMPLETE");
      rows.add(disposed(other, null));
      assertThat(rows.ofBatch(new BatchId(other))).get().extracting(Disposed::reason).isNull();
    }
  }

  private static Disposed disposed(UUID batch, String reason) {
    return new Disposed(
        new BatchId(batch),
        UUID.randomUUID(),
        Disposition.REJECTED,
        reason,
        new PersonId("watanabe"),
        T,
        UUID.randomUUID(),
        "{}");
  }

  private static UUID batch(JdbcClient jdbc, int n, String state) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            INSERT INTO batch (id, request_id, number, product, client_id, suite_id, recipe_version,
              recipe_hash, control_recipe, coi, short_code, check_word, glyph, patient_token,
              body_weight_kg, state, created_at, created_by)
            VALUES (?, ?, ?, 'p', 'c', 's', ?, ?, '{}', ?, 'K7M-42', 'crane', 1, 'PT', 68.5, ?, ?,
              'ito')
            """)
        .params(
            id,
            UUID.randomUUID(),
            "B-" + n,
            UUID.randomUUID(),
            "cd".repeat(32),
            "COI-" + n,
            state,
            SqlTime.of(T))
        .update();
    return id;
  }

  private static void step(JdbcClient jdbc, UUID batch, String step, int minute) {
    jdbc.sql(
            """
            INSERT INTO step_run (id, batch_id, unit_procedure, step, occurrence, state, revision,
              routed, opened_at)
            VALUES (?, ?, 'up-release', ?, 1, 'OPEN', 0, FALSE, ?)
            """)
        .params(UUID.randomUUID(), batch, step, SqlTime.of(T.plusSeconds(60L * minute)))
        .update();
  }

  private static void exception(JdbcClient jdbc, UUID batch, int number, String state) {
    jdbc.sql(
            """
            INSERT INTO batch_exception (id, batch_id, number, type, severity, text_en, text_ja,
              opened_at, opened_by, state)
            VALUES (?, ?, ?, 'PROBLEM', 'MAJOR', 'x', 'x', ?, 'tanaka', ?)
            """)
        .params(UUID.randomUUID(), batch, number, SqlTime.of(T), state)
        .update();
  }
}
