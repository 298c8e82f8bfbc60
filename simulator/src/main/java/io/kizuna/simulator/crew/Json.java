package io.kizuna.simulator.crew;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads answers by name: what is absent is empty, so that a growing contract breaks nobody. */
final class Json {
  static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ObjectNode texts(Map<String, String> values) {
    ObjectNode node = object();
    values.forEach(node::put);
    return node;
  }

  /** The text at {@code name}, or an empty one. */
  static String text(JsonNode node, String name) {
    String text = textOrNull(node, name);
    return text == null ? "" : text;
  }

  /** The text at {@code name}; null and absent mean the same. */
  static @Nullable String textOrNull(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) return null;
    return value.isValueNode() ? value.asString() : value.toString();
  }

  /** English, whether the contract sends {@code {en, ja}} or one text. */
  static String english(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isObject() ? text(value, "en") : text(node, name);
  }

  /** The id of a person, whether sent as an object or as text. */
  static String person(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isObject() ? text(value, "id") : text(node, name);
  }
}
