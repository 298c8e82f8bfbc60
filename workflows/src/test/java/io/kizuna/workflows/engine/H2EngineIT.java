package io.kizuna.workflows.engine;

import io.kizuna.testing.Databases;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class H2EngineIT extends EngineContract {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", Databases.H2::url);
    registry.add("spring.datasource.username", () -> Databases.USER);
    registry.add("spring.datasource.password", () -> Databases.PASSWORD);
  }
}
