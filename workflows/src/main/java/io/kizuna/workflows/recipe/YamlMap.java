package io.kizuna.workflows.recipe;

import io.kizuna.kernel.Text;
import io.kizuna.workflows.recipe.Faults.Place;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of a YAML file that is read strictly: what is missing, unknown or of the wrong kind is
 * a fault with its line, and reading goes on with a harmless value.
 */
final class YamlMap {

  private static final String LANGUAGES_NEEDED = "{ en: ..., ja: ... }";

  private final String file;
  private final int line;
  private final Faults faults;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Set<String> read = new LinkedHashSet<>();

  YamlMap(String file, MappingNode node, Faults faults) {
    this.file = file;
    this.line = line(node);
    this.faults = faults;
    for (var tuple : node.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      int at = line(tuple.getKeyNode());
      if (key.isEmpty()) faults.add(file, at, "a key must be a word");
      else if (values.put(key, tuple.getValueNode()) != null) {
        faults.add(file, at, "the key is there twice", key, null);
      }
      lines.put(key, at);
    }
  }

  /** An empty mapping, to read on after a fault. */
  YamlMap(String file, int line, Faults faults) {
    this.file = file;
    this.line = line;
    this.faults = faults;
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  Place place() {
    return new Place(file, line);
  }

  Place place(String key) {
    return new Place(file, lines.getOrDefault(key, line));
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Set<String> keys() {
    return values.keySet();
  }

  /** Whether the value is a plain word; says nothing if it is not. */
  boolean isText(String key) {
    return values.get(key) instanceof ScalarNode;
  }

  /** Reports every key nobody asked for. */
  void done() {
    for (String key : values.keySet()) {
      if (!read.contains(key)) {
        faults.add(place(key), "unknown key", key, "one of " + new java.util.TreeSet<>(read));
      }
    }
  }

  String text(String key) {
    String text = optional(key);
    if (text != null && !text.isBlank()) return text;
    faults.add(place(key), "missing", key, "a value");
    return "";
  }

  @Nullable String optional(String key) {
    Node node = node(key);
    if (node == null) return null;
    if (node instanceof ScalarNode scalar) {
      return scalar.getTag().equals(Tag.NULL) ? null : scalar.getValue();
    }
    faults.add(place(key), "must be a single value", key, null);
    return null;
  }

  /** A text in every language. */
  Text bilingual(String key) {
    Node node = node(key);
    if (node == null) {
      faults.add(place(key), "missing text", key, LANGUAGES_NEEDED);
      return Text.same("");
    }
    return bilingual(key, node);
  }

  @Nullable Text optionalBilingual(String key) {
    Node node = node(key);
    return node == null ? null : bilingual(key, node);
  }

  List<Text> bilinguals(String key) {
    return items(key).stream().map(n -> bilingual(key, n)).toList();
  }

  private Text bilingual(String key, Node node) {
    if (!(node instanceof MappingNode mapping)) {
      faults.add(file, line(node), "missing translation", key, LANGUAGES_NEEDED);
      return Text.same("");
    }
    var map = new YamlMap(file, mapping, faults);
    var text = new Text(map.translation("en", key), map.translation("ja", key));
    map.done();
    return text;
  }

  private String translation(String language, String of) {
    String text = optional(language);
    if (text != null && !text.isBlank()) return text;
    faults.add(place(), "missing translation (" + language + ")", of, LANGUAGES_NEEDED);
    return "";
  }

  /** A word of the list, written in lower case with hyphens. */
  <E extends Enum<E>> @Nullable E optionalWord(String key, Class<E> words) {
    String word = optional(key);
    return word == null ? null : word(key, word, words);
  }

  <E extends Enum<E>> E word(String key, Class<E> words) {
    E first = words.getEnumConstants()[0];
    String word = text(key);
    if (word.isEmpty()) return first;
    E found = word(key, word, words);
    return found == null ? first : found;
  }

  private <E extends Enum<E>> @Nullable E word(String key, String word, Class<E> words) {
    for (E constant : words.getEnumConstants()) {
      String name = constant.name();
      boolean upper = name.equals(word); // CPP, MEAN: kept as the trade writes them
      if (upper || name.toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) return constant;
    }
    String known = Arrays.toString(words.getEnumConstants()).toLowerCase(Locale.ROOT);
    faults.add(place(key), "unknown " + key, word, "one of " + known.replace('_', '-'));
    return null;
  }

  boolean flag(String key, boolean otherwise) {
    String text = optional(key);
    if (text == null) return otherwise;
    if (!text.equals("true") && !text.equals("false")) {
      faults.add(place(key), "must be true or false", text, null);
    }
    return text.equals("true");
  }

  int whole(String key, int otherwise, int most) {
    BigDecimal number = number(key);
    if (number == null) return otherwise;
    if (number.stripTrailingZeros().scale() > 0
        || number.signum() < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      faults.add(place(key), "must be a whole number", number.toString(), "0 to " + most);
      return otherwise;
    }
    return number.intValue();
  }

  @Nullable BigDecimal number(String key) {
    String text = optional(key);
    return text == null ? null : number(place(key), text);
  }

  @Nullable BigDecimal number(Place place, String text) {
    if (text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) return new BigDecimal(text);
    faults.add(place, "must be a decimal number", text, "for example 0.25");
    return null;
  }

  Duration duration(String key) {
    Duration duration = optionalDuration(key);
    if (duration != null) return duration;
    if (!has(key)) faults.add(place(key), "missing", key, "a duration, for example PT30M");
    return Duration.ZERO;
  }

  @Nullable Duration optionalDuration(String key) {
    String text = optional(key);
    if (text == null) return null;
    try {
      Duration duration = Duration.parse(text);
      if (!duration.isNegative() && !duration.isZero()) return duration;
    } catch (DateTimeParseException e) {
      // the same fault as a duration that is not positive
    }
    faults.add(place(key), "must be a duration", text, "for example PT30M");
    return Duration.ZERO;
  }

  List<String> texts(String key) {
    var texts = new ArrayList<String>();
    for (Node item : items(key)) {
      if (item instanceof ScalarNode scalar) texts.add(scalar.getValue());
      else faults.add(file, line(item), "must be a list of words", key, null);
    }
    return texts;
  }

  /** The items of a list, null for {@code null}. */
  List<Node> items(String key) {
    Node node = node(key);
    if (node == null) return List.of();
    if (node instanceof SequenceNode sequence) return sequence.getValue();
    faults.add(place(key), "must be a list", key, null);
    return List.of();
  }

  <T> List<T> list(String key, Function<YamlMap, T> read) {
    var list = new ArrayList<T>();
    for (Node item : items(key)) {
      if (item instanceof MappingNode mapping) list.add(read(mapping, read));
      else faults.add(file, line(item), "must be a list of mappings", key, null);
    }
    return list;
  }

  /** A nested mapping; an empty one after a fault or where it is left out. */
  <T> T map(String key, Function<YamlMap, T> read) {
    Node node = node(key);
    if (node instanceof MappingNode mapping) return read(mapping, read);
    if (node != null) faults.add(place(key), "must be a mapping", key, null);
    return read.apply(new YamlMap(file, place(key).line(), faults));
  }

  /** A mapping of names to words. */
  Map<String, String> words(String key) {
    return map(
        key,
        m -> {
          var words = new LinkedHashMap<String, String>();
          m.keys().forEach(k -> words.put(k, m.text(k)));
          return words;
        });
  }

  private <T> T read(MappingNode mapping, Function<YamlMap, T> read) {
    var map = new YamlMap(file, mapping, faults);
    T value = read.apply(map);
    map.done();
    return value;
  }

  private @Nullable Node node(String key) {
    read.add(key);
    return values.get(key);
  }
}
