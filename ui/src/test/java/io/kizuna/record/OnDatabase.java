package io.kizuna.record;

import io.kizuna.testing.Databases;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a server a fresh database; contracts that name the same one share the server. */
abstract class OnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private final Databases kind;

  OnDatabase(Databases kind) {
    this.kind = kind;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "spring.datasource.url=" + kind.url(),
            "spring.datasource.username=" + Databases.USER,
            "spring.datasource.password=" + Databases.PASSWORD)
        .applyTo(context);
  }

  /** H2, as in the first look. */
  static final class H2 extends OnDatabase {
    H2() {
      super(Databases.H2);
    }
  }

  /** PostgreSQL, as at a site. */
  static final class PostgreSql extends OnDatabase {
    PostgreSql() {
      super(Databases.POSTGRESQL);
    }
  }
}
