package io.kizuna.workflows.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
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

  private static final Pattern BLOB = Pattern.compile("\\bblob\\b", Pattern.CASE_INSENSITIVE);

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
      for (String part : PARTS) ScriptUtils.executeSqlScript(connection, script(vendor, part));
    } finally {
      connection.setSchema(before);
    }
  }

  /**
   * In its PostgreSQL mode H2 knows the type BLOB only by its standard name. Switching the mode for
   * a moment is no way out: every new connection of the pool switches it back.
   */
  private static Resource script(String vendor, String part) {
    var file =
        new ClassPathResource(
            "org/camunda/bpm/engine/db/create/activiti." + vendor + ".create." + part + ".sql");
    if (!vendor.equals("h2")) return file;
    try {
      String sql = file.getContentAsString(StandardCharsets.UTF_8);
      String standard = BLOB.matcher(sql).replaceAll("binary large object");
      return new ByteArrayResource(standard.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
