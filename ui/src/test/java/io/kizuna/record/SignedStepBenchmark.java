package io.kizuna.record;

import static io.kizuna.record.Bench.TANAKA;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.kizuna.MesApplication;
import io.kizuna.batchrecord.CompleteStep;
import io.kizuna.demonstration.DemonstrationData;
import io.kizuna.kernel.BatchId;
import io.kizuna.testing.Databases;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a signed step costs (record, signature without password hashing, trail, token) beside the
 * bare engine completing the same user task on the same database server. Figures, not a test of the
 * build: see docs/benchmarks.md.
 */
@SpringBootTest(
    classes = MesApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.MOCK,
    properties = {
      "kizuna.equipment.pki=target/pki",
      "kizuna.demonstration.simulator-certificate=target/none.der",
      "kizuna.engine.jobs=false",
      "spring.main.allow-bean-definition-overriding=true"
    })
@Import({
  TestClock.Configuration.class,
  Bench.class,
  StatementCount.Configuration.class,
  DemonstrationData.class
})
abstract class SignedStepBenchmark {

  private static final int WARM_UP = Integer.getInteger("kizuna.benchmark.warmup", 6);
  private static final int ROUNDS = Integer.getInteger("kizuna.benchmark.rounds", 21);
  private static final int OPERATIONS = Integer.getInteger("kizuna.benchmark.operations", 6);

  /** Signed by one person, so that one signed step moves the token once, as the engine's task. */
  private static final String STEP = "user_check_age";

  private static final String KEY = "up-receipt." + STEP;
  private static final List<String> BEFORE =
      List.of(
          "user_confirm_order",
          "user_reserve_slot",
          "user_take_over_shipper",
          "user_evaluate_logger",
          "user_check_bag_identity",
          "user_inspect_bag");

  private static final String OURS = "signed step: challenge and completion";
  private static final String HALF = "signed step: completion alone";
  private static final String FULL = "bare engine, history full";
  private static final String AGAIN = "bare engine, history full, again";
  private static final String NONE = "bare engine, history none";

  @Autowired Bench bench;
  @Autowired CompleteStep complete;
  @Autowired JdbcClient jdbc;

  /** A new empty database of the kind this benchmark is about. */
  abstract String engineDatabase();

  /** As a reader calls the database. */
  abstract String name();

  @Test
  void signedStepBesideTheBareEngine() throws Exception {
    try (var fullSource = pool();
        var noneSource = pool();
        var full = new BareEngine(StatementCount.around(fullSource), "full");
        var none = new BareEngine(noneSource, "none")) {
      var contest = new Contest();
      contest.enter(OURS, this::signedSteps);
      contest.enter(HALF, this::completions);
      contest.enter(FULL, n -> engineTasks(full, n));
      contest.enter(AGAIN, n -> engineTasks(full, n));
      contest.enter(NONE, n -> engineTasks(none, n));
      contest.run(WARM_UP, ROUNDS, OPERATIONS);
      print(contest, full);
      var control = contest.cpuRatio(AGAIN, FULL).median();
      assertThat(control).as("A/A control: outside 0.9 to 1.1 the run is void").isBetween(0.9, 1.1);
    }
  }

  private HikariDataSource pool() {
    var source = new HikariDataSource();
    source.setJdbcUrl(engineDatabase());
    source.setUsername(Databases.USER);
    source.setPassword(Databases.PASSWORD);
    return source;
  }

  /** A batch that waits at the step. */
  private BatchId batch() {
    BatchId batch = bench.order();
    for (var before : BEFORE) {
      String key = "up-receipt." + before;
      bench.work(batch, key, BatchRecordContract.receipt(key));
    }
    bench.scan(batch, KEY, TANAKA);
    return batch;
  }

  /** There are only so many check words for batches under way. */
  private void endEarlierBatches() {
    jdbc.sql("UPDATE batch SET state = 'STOPPED' WHERE state = 'RUNNING'").update();
  }

  private List<Runnable> signedSteps(int operations) {
    endEarlierBatches();
    return IntStream.range(0, operations)
        .mapToObj(i -> bench.draft(batch(), KEY, TANAKA, Map.of(), Map.of()))
        .<Runnable>map(draft -> () -> complete.complete(bench.signed(draft, TANAKA)))
        .toList();
  }

  private List<Runnable> completions(int operations) {
    endEarlierBatches();
    return IntStream.range(0, operations)
        .mapToObj(i -> bench.draft(batch(), KEY, TANAKA, Map.of(), Map.of()))
        .map(draft -> bench.signed(draft, TANAKA))
        .<Runnable>map(command -> () -> complete.complete(command))
        .toList();
  }

  private static List<Runnable> engineTasks(BareEngine engine, int operations) {
    return IntStream.range(0, operations)
        .mapToObj(i -> engine.waiting(engine.startedAt(STEP)).getId())
        .<Runnable>map(task -> () -> engine.complete(task))
        .toList();
  }

  private void print(Contest contest, BareEngine full) throws Exception {
    System.out.printf("%n%s, %d rounds of %d operations%n", name(), ROUNDS, OPERATIONS);
    line("", "CPU ms", "wall ms");
    for (var name : List.of(OURS, HALF, FULL, AGAIN, NONE)) {
      line(name, contest.cpuMs(name), contest.wallMs(name));
    }
    line("ratio, median of the rounds' ratios", "CPU", "wall");
    ratio(contest, "A/A control", AGAIN, FULL);
    ratio(contest, "signed step / " + FULL, OURS, FULL);
    ratio(contest, "completion alone / " + FULL, HALF, FULL);
    ratio(contest, "signed step / " + NONE, OURS, NONE);
    var ours = StatementCount.of(signedSteps(1).get(0)::run);
    var engine = StatementCount.of(engineTasks(full, 1).get(0)::run);
    System.out.printf(
        "SQL statements: signed step %d, bare engine with history full %d%n",
        ours.values().stream().mapToInt(Integer::intValue).sum(),
        engine.values().stream().mapToInt(Integer::intValue).sum());
    if (!Boolean.getBoolean("kizuna.benchmark.statements")) return;
    ours.forEach((sql, count) -> System.out.println(count + "  " + sql.replaceAll("\\s+", " ")));
  }

  private static void ratio(Contest contest, String what, String name, String reference) {
    line(what, contest.cpuRatio(name, reference), contest.wallRatio(name, reference));
  }

  private static void line(Object what, Object cpu, Object wall) {
    System.out.printf("%-48s %20s %20s%n", what, cpu, wall);
  }
}
