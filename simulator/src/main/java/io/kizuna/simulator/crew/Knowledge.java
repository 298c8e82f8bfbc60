package io.kizuna.simulator.crew;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the crew knows about one recipe: how values come about that the recipe leaves to people, and
 * what hands do at a step. Everything else follows from the definitions the MES sends.
 */
final class Knowledge {
  private final JsonNode root;

  private Knowledge(JsonNode root) {
    this.root = root;
  }

  /**
   * @throws IllegalArgumentException if nobody wrote down how this recipe is worked.
   */
  static Knowledge of(String recipe) {
    String file = "/crew/" + recipe + ".yaml";
    try (InputStream in = Knowledge.class.getResourceAsStream(file)) {
      if (in == null) throw new IllegalArgumentException("the crew knows no recipe " + recipe);
      return of(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Knowledge of(InputStream yaml) {
    return new Knowledge(YAMLMapper.builder().build().readTree(yaml));
  }

  JsonNode order() {
    return root.path("order");
  }

  /** The lot that is at hand for a material. */
  @Nullable String lot(String material) {
    return Json.textOrNull(root.path("lots"), material);
  }

  /** How a parameter of a step comes about; null if only its definition says. */
  @Nullable String value(String step, String parameter) {
    return Json.textOrNull(step(step).path("values"), parameter);
  }

  /** Who does a step, where not anybody with the role. */
  @Nullable String performer(String step) {
    return Json.textOrNull(step(step), "performer");
  }

  /** Whether the step is answered on the release page. */
  boolean disposes(String step) {
    return step(step).path("disposes").asBoolean(false);
  }

  /** A role of equipment that only one batch can use from here until it is released. */
  @Nullable String acquires(String step) {
    return Json.textOrNull(step(step), "acquire");
  }

  @Nullable String releases(String step) {
    return Json.textOrNull(step(step), "release");
  }

  /** One movement of hands, for example {@code sample: 0.3}. */
  record Action(String verb, JsonNode argument) {}

  /**
   * @param moment {@code before} values are known, {@code do} when they are, {@code after} the step
   *     is complete.
   */
  List<Action> actions(String step, String moment) {
    var actions = new ArrayList<Action>();
    for (JsonNode entry : step(step).path(moment)) {
      Map<String, JsonNode> fields = new LinkedHashMap<>();
      entry.properties().forEach(e -> fields.put(e.getKey(), e.getValue()));
      fields.forEach((verb, argument) -> actions.add(new Action(verb, argument)));
    }
    return actions;
  }

  private JsonNode step(String step) {
    return root.path("steps").path(step);
  }
}
