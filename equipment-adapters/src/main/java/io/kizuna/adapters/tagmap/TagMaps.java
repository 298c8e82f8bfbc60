package io.kizuna.adapters.tagmap;

import io.kizuna.adapters.tagmap.TagMap.Argument;
import io.kizuna.adapters.tagmap.TagMap.Method;
import io.kizuna.equipment.TagDefinition;
import io.kizuna.equipment.TagDefinition.Band;
import io.kizuna.kernel.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code tagmaps/<class>.yaml} from the class path; a fault names file and field. */
public final class TagMaps {

  /** Longest silence in process time if the file says nothing; 60 missed readings at 5 s. */
  private static final Duration SILENCE_MIN = Duration.ofMinutes(5);

  private static final int MISSED_READINGS = 3;

  private static final YAMLMapper YAML = new YAMLMapper();

  private final String file;

  private TagMaps(String file) {
    this.file = file;
  }

  /**
   * @throws IllegalArgumentException if there is no such file or it is not complete.
   */
  public static TagMap load(String equipmentClass) {
    if (!equipmentClass.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("not an equipment class: " + equipmentClass);
    }
    return new TagMaps("tagmaps/" + equipmentClass + ".yaml").read(equipmentClass);
  }

  private TagMap read(String equipmentClass) {
    JsonNode root;
    try (var in = TagMaps.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) throw new IllegalArgumentException("no tag map " + file);
      root = YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!text(root, "class").equals(equipmentClass)) throw fault("class", "is not " + file);
    var node = text(root, "node");
    var tags = new LinkedHashMap<String, TagDefinition>();
    for (var entry : root.path("tags").properties()) {
      var address = node.replace("{name}", entry.getKey());
      tags.put(entry.getKey(), tag(entry.getKey(), entry.getValue(), address));
    }
    var commands = new LinkedHashMap<String, Method>();
    for (var entry : root.path("commands").properties()) {
      commands.put(entry.getKey(), method(entry.getValue()));
    }
    for (var role : List.of("state", "program", "run", "task")) {
      if (!tags.containsKey(text(root, role))) throw fault(role, "is not one of the tags");
    }
    return new TagMap(
        equipmentClass,
        node,
        text(root, "unit"),
        text(root, "state"),
        text(root, "program"),
        text(root, "run"),
        text(root, "task"),
        tags,
        commands);
  }

  private TagDefinition tag(String name, JsonNode n, String address) {
    var type = TagDefinition.Type.valueOf(text(n, "type").toUpperCase(Locale.ROOT));
    var unit = optional(n, "unit");
    if (type == TagDefinition.Type.NUMBER && unit == null) throw fault(name, "has no unit");
    var interval = Duration.ofMillis(Math.round(n.path("every").asDouble(5) * 1000));
    var silence = optional(n, "maxSilence");
    return new TagDefinition(
        name,
        new Text(text(n, "en"), text(n, "ja")),
        type,
        unit,
        n.path("decimals").asInt(0),
        band(name, n.path("display")),
        band(name, n.path("alert")),
        band(name, n.path("action")),
        interval,
        silence == null ? longestSilence(interval) : Duration.parse(silence),
        n.path("critical").asBoolean(false),
        address);
  }

  private static Duration longestSilence(Duration interval) {
    var missed = interval.multipliedBy(MISSED_READINGS);
    return missed.compareTo(SILENCE_MIN) > 0 ? missed : SILENCE_MIN;
  }

  private Band band(String tag, JsonNode n) {
    if (n.isMissingNode()) return Band.NONE;
    if (!n.isArray() || n.size() != 2) throw fault(tag, "has a band that is not [low, high]");
    return new Band(number(n.get(0)), number(n.get(1)));
  }

  private static @Nullable BigDecimal number(@Nullable JsonNode n) {
    return n == null || n.isNull() ? null : n.decimalValue();
  }

  private Method method(JsonNode n) {
    var prepare = new LinkedHashMap<String, String>();
    n.path("prepare").properties().forEach(e -> prepare.put(e.getKey(), e.getValue().asString()));
    return new Method(
        text(n, "method"),
        texts(n.path("arguments")).stream()
            .map(a -> Argument.valueOf(a.toUpperCase(Locale.ROOT)))
            .toList(),
        texts(n.path("confirm")),
        Map.copyOf(prepare),
        texts(n.path("tags")),
        n.path("tolerance").asDouble(0),
        n.path("shared").asBoolean(false));
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(n -> texts.add(n.asString()));
    return List.copyOf(texts);
  }

  private String text(JsonNode n, String field) {
    var text = optional(n, field);
    if (text == null || text.isBlank()) throw fault(field, "is missing");
    return text;
  }

  private static @Nullable String optional(JsonNode n, String field) {
    var value = n.get(field);
    return value == null || value.isNull() ? null : value.asString();
  }

  private IllegalArgumentException fault(String field, String what) {
    return new IllegalArgumentException(file + ": " + field + " " + what);
  }
}
