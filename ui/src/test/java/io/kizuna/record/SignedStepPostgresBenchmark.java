package io.kizuna.record;

import io.kizuna.testing.Databases;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class SignedStepPostgresBenchmark extends SignedStepBenchmark {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    String url = Databases.POSTGRESQL.url();
    registry.add("spring.datasource.url", () -> url);
    registry.add("spring.datasource.username", () -> Databases.USER);
    registry.add("spring.datasource.password", () -> Databases.PASSWORD);
  }

  @Override
  String engineDatabase() {
    return Databases.POSTGRESQL.url();
  }

  @Override
  String name() {
    return "PostgreSQL";
  }
}
