package io.kizuna.record;

import io.kizuna.testing.Databases;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class SignedStepH2Benchmark extends SignedStepBenchmark {

  private static Path file() {
    return Path.of("target", "benchmark", UUID.randomUUID().toString());
  }

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    String url = Databases.h2File(file());
    registry.add("spring.datasource.url", () -> url);
    registry.add("spring.datasource.username", () -> Databases.USER);
    registry.add("spring.datasource.password", () -> Databases.PASSWORD);
  }

  /** In H2's own mode: the engine does not find its tables in any other. */
  @Override
  String engineDatabase() {
    return "jdbc:h2:file:" + file().toAbsolutePath() + ";WRITE_DELAY=0";
  }

  @Override
  String name() {
    return "H2";
  }
}
