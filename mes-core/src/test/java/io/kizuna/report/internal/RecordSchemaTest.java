package io.kizuna.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kizuna.kernel.Text;
import io.kizuna.recipe.Source;
import io.kizuna.report.BatchRecord;
import io.kizuna.report.BatchRecord.Actor;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** R82: the published description of the record says what the record is, no more and no less. */
class RecordSchemaTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path FILE = Path.of("../docs/schema/batch-record.schema.json");

  private static String text() throws IOException {
    return Files.readString(FILE);
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text(), InputFormat.JSON);
  }

  private static ObjectNode golden() {
    return (ObjectNode) JSON.readTree(RecordJson.write(SampleRecord.full()));
  }

  @Test
  void goldenBatchFitsTheSchema() throws IOException {
    assertThat(schema().validate(golden())).isEmpty();
  }

  /** One field of the golden record, and a record without or with another one. */
  private record Place(String path, ObjectNode parent, String field) {}

  private static void places(String path, JsonNode node, List<Place> all) {
    if (node instanceof ObjectNode object) {
      for (String field : List.copyOf(object.propertyNames())) {
        all.add(new Place(path + "/" + field, object, field));
        places(path + "/" + field, object.get(field), all);
      }
    } else if (node instanceof ArrayNode list && !list.isEmpty()) {
      places(path + "/0", list.get(0), all); // elements of a list have one form
    }
  }

  // A schema that lets everything pass describes nothing: each field of the golden record is
  // changed
  // in turn, and refused unless it may be left out.
  @Test
  void everyAlteredShapeIsRefused() throws IOException {
    var schema = schema();
    var record = golden();
    var all = new ArrayList<Place>();
    places("", record, all);
    assertThat(all).hasSizeGreaterThan(200);
    var optional = new TreeSet<String>();
    for (Place p : all) {
      if (p.path().contains("/provenance/")) continue; // facts of any name
      JsonNode was = p.parent().get(p.field());
      p.parent().putNull(p.field());
      assertThat(schema.validate(record)).as(p.path() + " null").isNotEmpty();
      p.parent().putArray(p.field()).add(17.5);
      assertThat(schema.validate(record)).as(p.path() + " [17.5]").isNotEmpty();
      p.parent().remove(p.field());
      if (schema.validate(record).isEmpty()) optional.add(p.path());
      p.parent().set(p.field(), was);
      p.parent().put("unknownField", "x");
      assertThat(schema.validate(record)).as(p.path() + " beside an unknown field").isNotEmpty();
      p.parent().remove("unknownField");
    }
    assertThat(schema.validate(record)).isEmpty();
    assertThat(optional).contains("/retention/retainUntil", "/disposition", "/retention/legalHold");
    assertThat(optional)
        .doesNotContain("/header/coi", "/auditTrail/head", "/status", "/copy", "/unitProcedures");
  }

  // 0.10 stays 0.10: a JSON number is refused where a decimal belongs.
  @Test
  void numberInPlaceOfADecimalIsRefused() throws IOException {
    var record = golden();
    record.put("bodyWeightKg", 68.5);
    assertThat(schema().validate(record)).isNotEmpty();
  }

  @Test
  void everyFieldIsDescribed() throws IOException {
    var root = JSON.readTree(text());
    var silent = new ArrayList<String>();
    described("", root, silent);
    assertThat(silent).isEmpty();
  }

  private static void described(String path, JsonNode node, List<String> silent) {
    if (node.path("properties") instanceof ObjectNode properties) {
      for (String name : properties.propertyNames()) {
        if (properties.get(name).path("description").asString("").length() < 4) {
          silent.add(path + "/" + name);
        }
      }
    }
    if (node instanceof ObjectNode object) {
      for (String name : object.propertyNames()) {
        described(path + "/" + name, object.get(name), silent);
      }
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) described(path + "/" + i, list.get(i), silent);
    }
  }

  // Whoever adds a field or a state to the record is told here to publish it.
  @Test
  void schemaAndCodeHaveTheSameFieldsAndStates() throws IOException {
    var root = JSON.readTree(text());
    var faults = new ArrayList<String>();
    compare(BatchRecord.class, root, root, "", new HashSet<>(), faults);
    assertThat(faults).isEmpty();
  }

  private static void compare(
      Class<?> type,
      JsonNode schema,
      JsonNode root,
      String path,
      Set<Class<?>> seen,
      List<String> faults) {
    if (!seen.add(type) || type == Text.class || type == Actor.class) return;
    var names =
        new TreeSet<>(
            Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList());
    var properties = new TreeSet<>(schema.path("properties").propertyNames());
    if (!names.equals(properties)) faults.add(path + ": code " + names + ", schema " + properties);
    var required = new TreeSet<String>();
    schema.path("required").forEach(r -> required.add(r.asString()));
    for (RecordComponent c : type.getRecordComponents()) {
      boolean must = !c.getAnnotatedType().isAnnotationPresent(Nullable.class);
      String at = path + "/" + c.getName();
      if (must != required.contains(c.getName())) faults.add(at + " required: " + must);
      component(
          c.getGenericType(), schema.path("properties").path(c.getName()), root, at, seen, faults);
    }
  }

  private static void component(
      Type type,
      JsonNode schema,
      JsonNode root,
      String path,
      Set<Class<?>> seen,
      List<String> faults) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      component(list.getActualTypeArguments()[0], schema.path("items"), root, path, seen, faults);
    } else if (type instanceof Class<?> c && c.isEnum()) {
      var constants = Stream.of(c.getEnumConstants()).map(e -> ((Enum<?>) e).name()).toList();
      var words = new ArrayList<String>();
      schema.path("enum").forEach(w -> words.add(w.asString()));
      if (!Set.copyOf(constants).equals(Set.copyOf(words))) {
        faults.add(path + ": code " + constants + ", schema " + words);
      }
    } else if (type == Source.class) {
      source(resolved(schema, root), path, faults);
    } else if (type instanceof Class<?> c && c.isRecord()) {
      compare(c, resolved(schema, root), root, path, seen, faults);
    }
  }

  private static void source(JsonNode schema, String path, List<String> faults) {
    var kinds = new TreeSet<String>();
    for (JsonNode one : schema.path("oneOf")) {
      kinds.add(one.path("properties").path("kind").path("const").asString());
    }
    var code = new TreeSet<String>();
    for (var kind :
        Source.class.getAnnotation(com.fasterxml.jackson.annotation.JsonSubTypes.class).value()) {
      code.add(kind.name());
      for (JsonNode one : schema.path("oneOf")) {
        if (!one.path("properties").path("kind").path("const").asString().equals(kind.name()))
          continue;
        var names =
            new TreeSet<>(
                Arrays.stream(kind.value().getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList());
        names.add("kind");
        if (!names.equals(new TreeSet<>(one.path("properties").propertyNames()))) {
          faults.add(path + "/" + kind.name() + ": " + names);
        }
      }
    }
    if (!kinds.equals(code)) faults.add(path + ": code " + code + ", schema " + kinds);
  }

  private static JsonNode resolved(JsonNode schema, JsonNode root) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : root.at(reference.substring(1));
  }
}
