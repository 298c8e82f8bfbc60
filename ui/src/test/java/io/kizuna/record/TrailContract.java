package io.kizuna.record;

import static io.kizuna.record.Bench.SATO;
import static io.kizuna.record.Bench.TANAKA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.audit.ReadAudit;
import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.BatchId;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the trail of a batch promises; in the same application as the rest. */
abstract class TrailContract extends BatchRecordContract {

  @Autowired ReadAudit audit;
  @Autowired JdbcClient jdbc;

  // R01, R06: every action is in the chain; a changed entry is found and named.
  @Test
  void trailIsChainedAndAChangeIsFound() {
    BatchId batch = bench.order();
    bench.work(batch, CONFIRM);
    String chain = Batch.chainOf(batch);
    var check = audit.check(chain);
    assertThat(check.valid()).isTrue();
    assertThat(audit.entries(chain, 100))
        .extracting(ReadAudit.Entry::action)
        .contains(
            "batch.ordered",
            "step.opened",
            "identity.matched",
            "signature.given",
            "step.performed",
            "step.verified");
    long victim = ThreadLocalRandom.current().nextLong(1, check.length() + 1);
    tamper(chain, victim);
    assertThat(audit.check(chain).firstBad()).isEqualTo(victim);
  }

  /** Changes one entry behind the system's back. */
  void tamper(String chain, long seq) {
    jdbc.sql(
            "UPDATE audit_event SET body = REPLACE(body, 'batch', 'Batch') WHERE chain_id = ? AND"
                + " seq = ?")
        .params(chain, seq)
        .update();
  }

  // RF01: if the route fails, nothing of the record stands.
  @Test
  void recordRollsBackWithTheRoute() {
    BatchId batch = bench.order();
    bench.perform(batch, CONFIRM, TANAKA, Map.of());
    long before = audit.check(Batch.chainOf(batch)).length();
    deleteEngineTasks();
    assertThatThrownBy(() -> bench.verify(batch, CONFIRM, SATO, bench.goodValues(batch, CONFIRM)))
        .isInstanceOf(RuntimeException.class);
    assertThat(bench.run(batch, CONFIRM).state()).isEqualTo(StepRun.State.AWAITING_VERIFICATION);
    // Only the challenge's read came between; the failed verification left no event.
    assertThat(audit.check(Batch.chainOf(batch)).length()).isEqualTo(before);
  }

  private void deleteEngineTasks() {
    String table =
        jdbc.sql(
                "SELECT table_schema FROM information_schema.tables WHERE LOWER(table_name) ="
                    + " 'act_ru_task'")
            .query(String.class)
            .list()
            .get(0);
    jdbc.sql("DELETE FROM " + table + ".act_ru_task").update();
  }
}
