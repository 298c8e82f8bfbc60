package io.kizuna.workflows.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables in their own schema, with the scripts of the engine's own release.
 *
 * <p>Safe on a filled database: yes, new schema only. Undo: drop the schema; running batches lose
 * their route, never their record.
 */
@Component
class EngineSchema implements JavaMigration {

  static final String SCHEMA = "engine";

  /** Release of the scripts; another release of the engine needs another migration. */
  static final String VERSION = "7.24.0";

  private static final List<String> PARTS =
      List.of(
          "engine",
          "history",
          "identity",
          "case.engine",
          "case.history",
          "decision.engine",
          "decision.history");

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("20261122.0630");
  }

  @Override
  public String getDescription() {
    return "workflows create engine schema";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return VERSION.hashCode();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    String before = connection.getSchema();
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
      connection.setSchema(schemaName(connection));
      String vendor = vendor(connection);
      // In its PostgreSQL mode H2 does not know the type BLOB that the scripts for H2 use.
      if (vendor.equals("h2")) statement.execute("SET MODE REGULAR");
      for (String part : PARTS) ScriptUtils.executeSqlScript(connection, script(vendor, part));
      if (vendor.equals("h2")) statement.execute("SET MODE PostgreSQL");
    } finally {
      connection.setSchema(before);
    }
  }

  private static ClassPathResource script(String vendor, String part) {
    return new ClassPathResource(
        "org/camunda/bpm/engine/db/create/activiti." + vendor + ".create." + part + ".sql");
  }

  private static String vendor(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return product.equals("PostgreSQL") ? "postgres" : product.toLowerCase(Locale.ROOT);
  }

  /** As the database itself spells it: H2 folds to upper or to lower case, as it is told. */
  private static String schemaName(Connection connection) throws SQLException {
    try (var schemas = connection.getMetaData().getSchemas()) {
      while (schemas.next()) {
        String name = schemas.getString("TABLE_SCHEM");
        if (SCHEMA.equalsIgnoreCase(name)) return name;
      }
    }
    throw new IllegalStateException("no schema " + SCHEMA);
  }
}
