package io.kizuna.record;

import io.kizuna.testing.Databases;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class BatchRecordH2IT extends DataGapContract {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    String url = Databases.H2.url();
    registry.add("spring.datasource.url", () -> url);
    registry.add("spring.datasource.username", () -> Databases.USER);
    registry.add("spring.datasource.password", () -> Databases.PASSWORD);
  }
}
