package io.kizuna.recipe.internal;

import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.Text;
import io.kizuna.recipe.RecipeJson;
import io.kizuna.recipe.RecipeLibrary.Diagram;
import io.kizuna.recipe.RecipePackages.CheckedPackage;
import io.kizuna.recipe.RecipeVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code recipe_version} and {@code recipe_diagram}; content is written once. */
@Component
class RecipeRows {

  /** The list is for people; older versions are found by their id. */
  private static final int LISTED_MAX = 500;

  private static final String HEAD =
      "SELECT id, product, version, name_en, name_ja, state, package_hash, imported_by,"
          + " imported_at, approved_by, approved_at, signature_id FROM recipe_version ";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  RecipeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<RecipeVersion> all() {
    return jdbc.sql(HEAD + "ORDER BY imported_at DESC, id DESC LIMIT " + LISTED_MAX)
        .query(RecipeRows::version)
        .list();
  }

  Optional<RecipeVersion> find(UUID id) {
    return jdbc.sql(HEAD + "WHERE id = ?").param(id).query(RecipeRows::version).optional();
  }

  Optional<RecipeVersion> find(String product, String version) {
    return jdbc.sql(HEAD + "WHERE product = ? AND version = ?")
        .params(product, version)
        .query(RecipeRows::version)
        .optional();
  }

  Optional<RecipeVersion> effective(String product) {
    return jdbc.sql(HEAD + "WHERE product = ? AND state = 'EFFECTIVE'")
        .param(product)
        .query(RecipeRows::version)
        .optional();
  }

  Optional<String> model(UUID id) {
    return jdbc.sql("SELECT model FROM recipe_version WHERE id = ?")
        .param(id)
        .query((rs, i) -> rs.getString(1))
        .optional();
  }

  Optional<byte[]> zip(UUID id) {
    return jdbc.sql("SELECT package_zip FROM recipe_version WHERE id = ?")
        .param(id)
        .query((rs, i) -> rs.getBytes(1))
        .optional();
  }

  List<Diagram> diagrams(UUID id) {
    return jdbc.sql(
            "SELECT process_id, title_en, title_ja, bpmn_xml, element_names FROM recipe_diagram"
                + " WHERE recipe_version = ? ORDER BY position")
        .param(id)
        .query(
            (rs, i) ->
                new Diagram(
                    rs.getString(1),
                    new Text(rs.getString(2), rs.getString(3)),
                    rs.getString(4),
                    names(rs.getString(5))))
        .list();
  }

  void insert(UUID id, CheckedPackage checked, byte[] zip, PersonId by, Instant at) {
    var recipe = checked.recipe();
    jdbc.sql(
            "INSERT INTO recipe_version (id, product, version, name_en, name_ja, state,"
                + " package_hash, package_zip, model, imported_by, imported_at)"
                + " VALUES (?, ?, ?, ?, ?, 'IMPORTED', ?, ?, ?, ?, ?)")
        .params(
            id,
            recipe.product(),
            recipe.version(),
            recipe.name().en(),
            recipe.name().ja(),
            checked.hash(),
            zip,
            RecipeJson.write(recipe),
            by.value(),
            Timestamp.from(at))
        .update();
    for (int i = 0; i < checked.diagrams().size(); i++) insert(id, i, checked.diagrams().get(i));
  }

  private void insert(UUID id, int position, Diagram diagram) {
    jdbc.sql(
            "INSERT INTO recipe_diagram (recipe_version, position, process_id, title_en, title_ja,"
                + " bpmn_xml, element_names) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .params(
            id,
            position,
            diagram.processId(),
            diagram.title().en(),
            diagram.title().ja(),
            diagram.bpmnXml(),
            JSON.writeValueAsString(diagram.elementNames()))
        .update();
  }

  /** Two approvals at once: the second finds no row that still waits. */
  boolean approve(UUID id, PersonId by, Instant at, UUID signatureId) {
    return jdbc.sql(
                "UPDATE recipe_version SET state = 'EFFECTIVE', approved_by = ?, approved_at = ?,"
                    + " signature_id = ? WHERE id = ? AND state = 'IMPORTED'")
            .params(by.value(), Timestamp.from(at), signatureId, id)
            .update()
        == 1;
  }

  void retire(UUID id) {
    jdbc.sql("UPDATE recipe_version SET state = 'RETIRED' WHERE id = ?").param(id).update();
  }

  /** One approval per product at a time: locks its versions until the end of the transaction. */
  void lock(String product) {
    jdbc.sql("SELECT id FROM recipe_version WHERE product = ? ORDER BY id FOR UPDATE")
        .param(product)
        .query((rs, i) -> rs.getString(1))
        .list();
  }

  private static Map<String, Text> names(String json) {
    return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Text>>() {});
  }

  private static RecipeVersion version(ResultSet rs, int row) throws SQLException {
    return new RecipeVersion(
        rs.getObject("id", UUID.class),
        rs.getString("product"),
        rs.getString("version"),
        new Text(rs.getString("name_en"), rs.getString("name_ja")),
        RecipeVersion.State.valueOf(rs.getString("state")),
        rs.getString("package_hash"),
        new PersonId(rs.getString("imported_by")),
        rs.getTimestamp("imported_at").toInstant(),
        person(rs.getString("approved_by")),
        instant(rs.getTimestamp("approved_at")),
        rs.getObject("signature_id", UUID.class));
  }

  private static @Nullable PersonId person(@Nullable String id) {
    return id == null ? null : new PersonId(id);
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
