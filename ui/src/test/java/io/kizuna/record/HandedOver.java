package io.kizuna.record;

import static io.kizuna.record.Bench.TANAKA;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.batchrecord.CheckIdentity;
import io.kizuna.batchrecord.CompleteStep;
import io.kizuna.batchrecord.CorrectValue;
import io.kizuna.batchrecord.EvaluateStep;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.StepKey;
import io.kizuna.portable.PortableRecord;
import io.kizuna.report.BatchRecord.Copy;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A worked batch with one of everything that must be handed over, and how it is opened. */
abstract class HandedOver extends ServerContract {

  static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  static final PersonId CLIENT_A = new PersonId("client-a");
  private static final String RESERVE = "up-receipt.user_reserve_slot";
  private static final String BAG = "up-receipt.user_check_bag_identity";

  @Autowired PortableRecord portable;
  @Autowired CheckIdentity identity;
  @Autowired EvaluateStep evaluate;
  @Autowired CorrectValue correct;
  @Autowired Desk desk;
  @Autowired JdbcClient jdbc;

  OpenedRecord open(BatchId batch, Copy copy, PersonId by) throws IOException {
    var made = portable.make(batch, copy, by, TOKYO);
    try {
      assertThat(made.name()).doesNotContain(bench.batch(batch).identity().coi().value());
      return new OpenedRecord(made.file());
    } finally {
      Files.delete(made.file());
    }
  }

  /** Steps with a correction, a void signature, an exception and a container of another batch. */
  BatchId golden(BatchId other) {
    BatchId batch = bench.order();
    bench.workUntil(batch, BAG, Map.of(RESERVE, BatchRecordContract.receipt(RESERVE)));
    String foreign = bench.batch(other).identity().coi() + "/apheresis-bag";
    identity.check(batch, StepKey.valueOf(BAG), TANAKA, "apheresis_bag", foreign);
    corrected(batch);
    bench.verify(batch, RESERVE, Bench.SATO, Map.of());
    return batch;
  }

  private void corrected(BatchId batch) {
    var key = StepKey.valueOf(RESERVE);
    String why = "counted again by tanaka, not for Birch Bio";
    var draft =
        new CorrectValue.Draft(Bench.SESSION, batch, key, TANAKA, "labels_used", "9", why, "en");
    var challenge = evaluate.challengeCorrect(draft);
    correct.correct(
        new CorrectValue.Command(
            UUID.randomUUID(),
            Bench.SESSION,
            batch,
            key,
            TANAKA,
            bench.batch(batch).identity().coi().value(),
            bench.run(batch, RESERVE).revision(),
            "labels_used",
            "9",
            why,
            "en",
            new CompleteStep.Signed(challenge.id(), TANAKA)));
  }

  Set<String> column(String sql, BatchId batch) {
    return new TreeSet<>(jdbc.sql(sql).param(batch.value()).query(String.class).list());
  }
}
