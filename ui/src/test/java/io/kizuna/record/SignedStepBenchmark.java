package io.kizuna.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.kizuna.MesApplication;
import io.kizuna.batchrecord.CompleteStep;
import io.kizuna.demonstration.DemonstrationData;
import io.kizuna.testing.Databases;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

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

  private static final String OURS = "signed step: challenge and completion";
  private static final String HALF = "signed step: completion alone";
  private static final String FULL = "bare engine, history full";
  private static final String AGAIN = "bare engine, history full, again";
  private static final String NONE = "bare engine, history none";

  @Autowired Bench bench;
  @Autowired CompleteStep complete;

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
      contest.enter(OURS, steps()::withChallenge);
      contest.enter(HALF, steps()::alone);
      contest.enter(FULL, n -> engineTasks(full, n));
      contest.enter(AGAIN, n -> engineTasks(full, n));
      contest.enter(NONE, n -> engineTasks(none, n));
      contest.run(WARM_UP, ROUNDS, OPERATIONS);
      print(contest, full);
      var control = contest.cpuRatio(AGAIN, FULL).median();
      assertThat(control).as("A/A control: outside 0.9 to 1.1 the run is void").isBetween(0.9, 1.1);
    }
  }

  private SignedSteps steps() {
    return new SignedSteps(bench, complete);
  }

  private HikariDataSource pool() {
    var source = new HikariDataSource();
    source.setJdbcUrl(engineDatabase());
    source.setUsername(Databases.USER);
    source.setPassword(Databases.PASSWORD);
    return source;
  }

  private static List<Runnable> engineTasks(BareEngine engine, int operations) {
    return IntStream.range(0, operations)
        .mapToObj(i -> engine.waiting(engine.startedAt(SignedSteps.STEP)).getId())
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
    var ours = StatementCount.of(steps().withChallenge(1).get(0)::run);
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
