package io.kizuna.web;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException.Fault;
import io.kizuna.kernel.MesException.Refusal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether a JSON body has the form of the record that describes it; finds every fault at once.
 *
 * <p>The record is the rule: a component that is not {@code @Nullable} must be given, {@code @Size}
 * bounds a text, {@code @NotBlank} wants something in it. What was sent is never repeated: at this
 * point nobody knows what it is, and it may be a secret.
 */
final class BodyShape {

  /** Longer than any comment or reason the record keeps. */
  static final int TEXT_MAX = 2000;

  /** More values than any step has. */
  private static final int ENTRIES_MAX = 200;

  private static final int KEY_MAX = 80;

  private final List<Fault> faults = new ArrayList<>();

  private BodyShape() {}

  /** Everything that is wrong, in the order of the record's components; empty if nothing is. */
  static List<Fault> faults(JsonNode body, Type type) {
    var shape = new BodyShape();
    shape.value("body", body, type, TEXT_MAX);
    return shape.faults;
  }

  private void record(String path, JsonNode node, Class<?> type) {
    if (!expect(path, node, node.isObject(), "an object")) return;
    for (RecordComponent c : type.getRecordComponents()) {
      String field = path.equals("body") ? c.getName() : path + "." + c.getName();
      JsonNode part = node.get(c.getName());
      if (part == null || part.isNull()) {
        if (!c.getAnnotatedType().isAnnotationPresent(Nullable.class)) missing(field, c.getType());
        continue;
      }
      var size = annotation(type, c, Size.class);
      value(field, part, c.getGenericType(), size == null ? TEXT_MAX : size.max());
      if (annotation(type, c, NotBlank.class) != null && part.isString() && blank(part)) {
        missing(field, c.getType());
      }
    }
  }

  /** The compiler hands a component's annotation to whatever place the annotation allows. */
  private static <A extends java.lang.annotation.Annotation> @Nullable A annotation(
      Class<?> type, RecordComponent c, Class<A> kind) {
    try {
      return type.getDeclaredField(c.getName()).getAnnotation(kind);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean blank(JsonNode text) {
    return text.asString().isBlank();
  }

  private void value(String path, JsonNode node, Type type, int max) {
    if (type instanceof ParameterizedType p) {
      generic(path, node, p, max);
    } else if (type instanceof Class<?> c && c.isRecord()) {
      record(path, node, c);
    } else if (type instanceof Class<?> c && c.isEnum()) {
      var names = Arrays.stream(c.getEnumConstants()).map(Object::toString).toList();
      boolean known = node.isString() && names.contains(node.asString());
      expect(path, node, known, "one of " + String.join(", ", names));
    } else if (type == String.class) {
      text(path, node, max);
    } else {
      expect(path, node, isA(node, type), describe(type));
    }
  }

  private void generic(String path, JsonNode node, ParameterizedType type, int max) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == java.util.Map.class) {
      boolean few = node.isObject() && node.size() <= ENTRIES_MAX;
      if (!expect(path, node, few, "an object of at most " + ENTRIES_MAX + " entries")) return;
      node.properties()
          .forEach(
              e -> {
                boolean named = e.getKey().length() <= KEY_MAX && printable(e.getKey());
                String entry = path + "." + (named ? e.getKey() : "?");
                if (expect(entry, node, named, "a name of at most " + KEY_MAX + " characters")) {
                  value(entry, e.getValue(), arguments[arguments.length - 1], max);
                }
              });
    } else if (type.getRawType() == List.class) {
      boolean few = node.isArray() && node.size() <= ENTRIES_MAX;
      if (!expect(path, node, few, "a list of at most " + ENTRIES_MAX + " entries")) return;
      for (int i = 0; i < node.size(); i++) {
        value(path + "[" + i + "]", node.get(i), arguments[0], max);
      }
    } else {
      throw new IllegalStateException("bodies have no " + type);
    }
  }

  private void text(String path, JsonNode node, int max) {
    boolean fits = node.isString() && node.asString().length() <= max && printable(node.asString());
    expect(path, node, fits, "a text of at most " + max + " characters");
  }

  /** PostgreSQL keeps no zero character, and no half of a character that needs two. */
  private static boolean printable(String text) {
    return text.codePoints()
        .noneMatch(
            c ->
                Character.getType(c) == Character.SURROGATE
                    || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'));
  }

  private static boolean isA(JsonNode node, Type type) {
    if (type == int.class || type == Integer.class) {
      return node.isIntegralNumber() && node.canConvertToInt();
    }
    if (type == double.class || type == Double.class) {
      return node.isNumber() && Double.isFinite(node.asDouble());
    }
    if (type == boolean.class || type == Boolean.class) return node.isBoolean();
    if (type == UUID.class) return node.isString() && isUuid(node.asString());
    if (type == Instant.class) return node.isString() && isInstant(node.asString());
    throw new IllegalStateException("bodies have no " + type);
  }

  private static boolean isUuid(String text) {
    try {
      return UUID.fromString(text).toString().equalsIgnoreCase(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isInstant(String text) {
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static String describe(Type type) {
    if (type == int.class || type == Integer.class) return "a whole number";
    if (type == double.class || type == Double.class) return "a number";
    if (type == boolean.class || type == Boolean.class) return "true or false";
    if (type == UUID.class) return "a UUID";
    return "a time such as 2026-11-22T03:04:05Z";
  }

  private void missing(String field, Class<?> type) {
    String needed = type.isRecord() ? "an object" : "a value";
    add(field, "The field must be given.", null, needed);
  }

  private boolean expect(String field, JsonNode node, boolean fits, String needed) {
    if (!fits) add(field, "The field has not the documented form.", sent(node), needed);
    return fits;
  }

  private static String sent(JsonNode node) {
    return node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
  }

  private void add(String field, String rule, @Nullable String value, String needed) {
    faults.add(new Fault(field, ErrorCode.INPUT_INVALID, new Refusal(rule, value, needed, null)));
  }
}
