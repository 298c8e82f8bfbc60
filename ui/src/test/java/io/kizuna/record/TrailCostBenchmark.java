package io.kizuna.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.MesApplication;
import io.kizuna.audit.AuditTrail;
import io.kizuna.batchrecord.CompleteStep;
import io.kizuna.demonstration.DemonstrationData;
import io.kizuna.testing.Databases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * What the trail costs a step: the same completion on a server with it and on one whose trail is a
 * stub and whose tables seal no rows. Figures, not a test of the build: see docs/benchmarks.md.
 */
class TrailCostBenchmark {

  private static final int WARM_UP = Integer.getInteger("kizuna.benchmark.warmup", 6);
  private static final int ROUNDS = Integer.getInteger("kizuna.benchmark.rounds", 21);
  private static final int OPERATIONS = Integer.getInteger("kizuna.benchmark.operations", 6);
  private static final double TARGET = 1.6;

  private static final String WITH = "step completion with the trail";
  private static final String WITHOUT = "step completion without";
  private static final String AGAIN = "step completion without, again";

  /**
   * There is no such switch outside the tests: only a server of their own can be built like this.
   */
  static class NoTrail {
    @Bean
    @Primary
    AuditTrail noTrail() {
      return event -> {};
    }
  }

  @Test
  void completionWithAndWithoutTheTrail() {
    try (var with = server(true);
        var without = server(false)) {
      var contest = new Contest();
      contest.enter(WITH, steps(with)::alone);
      contest.enter(WITHOUT, steps(without)::alone);
      contest.enter(AGAIN, steps(without)::alone);
      contest.run(WARM_UP, ROUNDS, OPERATIONS);
      System.out.printf("%nThe trail on PostgreSQL, %d rounds of %d%n", ROUNDS, OPERATIONS);
      for (var name : List.of(WITH, WITHOUT, AGAIN)) {
        line(name, contest.cpuMs(name), contest.wallMs(name));
      }
      line("A/A control", contest.cpuRatio(AGAIN, WITHOUT), contest.wallRatio(AGAIN, WITHOUT));
      line("with / without", contest.cpuRatio(WITH, WITHOUT), contest.wallRatio(WITH, WITHOUT));
      double ratio = contest.wallRatio(WITH, WITHOUT).median();
      System.out.printf(
          "cost of the trail, wall: %.2f, target at most %.1f: %s%n",
          ratio, TARGET, ratio <= TARGET ? "met" : "missed");
      double control = contest.wallRatio(AGAIN, WITHOUT).median();
      assertThat(control).as("A/A control: outside 0.9 to 1.1 the run is void").isBetween(0.9, 1.1);
    }
  }

  private static SignedSteps steps(ConfigurableApplicationContext server) {
    return new SignedSteps(server.getBean(Bench.class), server.getBean(CompleteStep.class));
  }

  private static ConfigurableApplicationContext server(boolean trail) {
    String url = Databases.POSTGRESQL.url();
    var builder =
        new SpringApplicationBuilder(
            MesApplication.class,
            TestClock.Configuration.class,
            Bench.class,
            DemonstrationData.class);
    if (!trail) {
      unseal(url);
      builder.sources(NoTrail.class);
    }
    Map<String, Object> properties =
        Map.of(
            "server.port",
            0,
            "spring.datasource.url",
            url,
            "spring.datasource.username",
            Databases.USER,
            "spring.datasource.password",
            Databases.PASSWORD,
            "kizuna.equipment.pki",
            "target/pki",
            "kizuna.demonstration.simulator-certificate",
            "target/none.der",
            "kizuna.engine.jobs",
            false,
            "spring.main.allow-bean-definition-overriding",
            true);
    return builder.properties(properties).run();
  }

  private static void unseal(String url) {
    try (var source = new com.zaxxer.hikari.HikariDataSource()) {
      source.setJdbcUrl(url);
      source.setUsername(Databases.USER);
      source.setPassword(Databases.PASSWORD);
      Databases.POSTGRESQL.migrate(source);
      Databases.POSTGRESQL.unseal(source);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void line(Object what, Object cpu, Object wall) {
    System.out.printf("%-48s CPU %20s  wall %20s%n", what, cpu, wall);
  }
}
