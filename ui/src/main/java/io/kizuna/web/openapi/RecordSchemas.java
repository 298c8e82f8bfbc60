package io.kizuna.web.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the records say and Swagger does not read: a component is required unless it is {@code
 * Nullable}, a decimal number is text, a sealed type is one of its kinds.
 */
class RecordSchemas implements ModelConverter {

  private static final Map<Class<?>, Schema<?>> TEXTS =
      Map.of(
          BigDecimal.class, new StringSchema().format("decimal"),
          Duration.class, new StringSchema().format("duration"));

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) return null;
    var raw = Json31.mapper().constructType(type.getType()).getRawClass();
    var text = TEXTS.get(raw);
    if (text != null) return text;
    if (raw.isSealed() && raw.isAnnotationPresent(JsonSubTypes.class)) return kinds(raw, context);
    var schema = chain.next().resolve(type, context, chain);
    if (raw.isRecord() && schema != null) complete(raw, definition(schema, context));
    return schema;
  }

  private static Schema<?> definition(Schema<?> schema, ModelConverterContext context) {
    if (schema.get$ref() == null) return schema;
    String name = schema.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length());
    return context.getDefinedModels().getOrDefault(name, schema);
  }

  private static void complete(Class<?> type, Schema<?> schema) {
    if (schema.getProperties() == null) return; // still being resolved further up
    for (var component : type.getRecordComponents()) {
      String name = name(component);
      boolean known = schema.getProperties().containsKey(name);
      boolean listed = schema.getRequired() != null && schema.getRequired().contains(name);
      if (known && !listed && isRequired(component)) schema.addRequiredItem(name);
    }
  }

  private static String name(RecordComponent component) {
    var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
    return renamed == null ? component.getName() : renamed.value();
  }

  private static boolean isRequired(RecordComponent component) {
    return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** One schema for each kind, told apart by the property the JSON carries. */
  private static Schema<?> kinds(Class<?> type, ModelConverterContext context) {
    String name = SchemaNames.of(type);
    var reference = new Schema<>().$ref(name);
    if (context.getDefinedModels().containsKey(name)) return reference;
    String property = type.getAnnotation(JsonTypeInfo.class).property();
    var discriminator = new Discriminator().propertyName(property);
    var union = new Schema<>().discriminator(discriminator);
    for (var kind : type.getAnnotation(JsonSubTypes.class).value()) {
      var resolved = context.resolve(new AnnotatedType(kind.value()).resolveAsRef(true));
      var schema = definition(resolved, context);
      schema.addType("object"); // a kind without components has none
      schema.addProperty(property, new StringSchema()._const(kind.name()));
      schema.addRequiredItem(property);
      union.addOneOfItem(new Schema<>().$ref(resolved.get$ref()));
      discriminator.mapping(kind.name(), resolved.get$ref());
    }
    context.defineModel(name, union);
    return reference;
  }
}
