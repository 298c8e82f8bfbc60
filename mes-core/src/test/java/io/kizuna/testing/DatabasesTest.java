package io.kizuna.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabasesTest {

  // Both databases take the same migrations, or the demonstration is not the product.
  @ParameterizedTest
  @EnumSource
  void everyMigrationApplies(Databases db) throws SQLException {
    try (var source = db.migrated();
        var connection = source.getConnection()) {
      assertThat(connection.isValid(5)).isTrue();
    }
  }
}
