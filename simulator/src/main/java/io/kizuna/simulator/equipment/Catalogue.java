package io.kizuna.simulator.equipment;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All equipment types, units and the list of devices, read once from the class path. */
public final class Catalogue {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // absent means 0 or false
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Map<String, EquipmentType> types = new LinkedHashMap<>();
  private final Map<String, UnitOfMeasure> units;
  private final List<Entry> suite;

  /** One device of the suite. */
  public record Entry(String id, String type, String serial) {}

  private Catalogue(Map<String, UnitOfMeasure> units, List<Entry> suite) {
    this.units = units;
    this.suite = suite;
  }

  /**
   * @throws IllegalStateException if a tag names an unknown unit: better at start than in a trend.
   */
  public static Catalogue load() {
    Catalogue catalogue =
        new Catalogue(
            read("units", new TypeReference<Map<String, UnitOfMeasure>>() {}),
            read("suite", new TypeReference<List<Entry>>() {}));
    Map<String, TagDefinition> common =
        read("common", new TypeReference<Map<String, TagDefinition>>() {});
    for (Entry entry : catalogue.suite) {
      catalogue.types.computeIfAbsent(entry.type(), name -> catalogue.type(name, common));
    }
    return catalogue;
  }

  private EquipmentType type(String name, Map<String, TagDefinition> common) {
    EquipmentType own = read(name, new TypeReference<EquipmentType>() {});
    Map<String, TagDefinition> tags = new LinkedHashMap<>(own.tags());
    tags.putAll(common);
    tags.forEach(
        (tag, definition) -> {
          String unit = definition.unit();
          if (unit != null && !units.containsKey(unit)) {
            throw new IllegalStateException(name + "." + tag + ": unknown unit " + unit);
          }
        });
    return new EquipmentType(
        own.type(),
        own.manufacturer(),
        own.model(),
        own.unit(),
        own.alwaysRuns(),
        own.doors(),
        own.utilities(),
        own.nucleationFault(),
        tags,
        own.programs());
  }

  private static <T> T read(String name, TypeReference<T> as) {
    String path = "/equipment/" + name + ".yaml";
    InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(path), path);
    return YAML.readValue(in, as);
  }

  public List<Entry> suite() {
    return suite;
  }

  /** The type of one of {@link #suite()}'s devices. */
  public EquipmentType type(String name) {
    return Objects.requireNonNull(types.get(name), name);
  }

  public UnitOfMeasure unit(String code) {
    return Objects.requireNonNull(units.get(code), code);
  }
}
