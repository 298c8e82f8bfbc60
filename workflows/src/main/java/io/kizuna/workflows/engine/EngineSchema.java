package io.kizuna.workflows.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
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
class EngineSchema extends BaseJavaMigration {

  static final String SCHEMA = "engine";

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

  /** The scripts of camunda-engine 7.24.0; another release means another migration. */
  @Override
  public @Nullable Integer getChecksum() {
    return 7240;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    String before = connection.getSchema();
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
      connection.setSchema(schemaName(connection));
      for (String part : PARTS) {
        ScriptUtils.executeSqlScript(connection, script(vendor(connection), part));
      }
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
