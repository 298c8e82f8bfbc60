package io.kizuna.simulator.equipment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type of equipment as read from {@code equipment/<type>.yaml}.
 *
 * @param unit browse name of its functional unit.
 * @param alwaysRuns template that runs from power-on, for incubators and storage freezers.
 * @param doors what fault SM06 can open.
 * @param utilities what fault SM07 can take away.
 */
public record EquipmentType(
    String type,
    String manufacturer,
    String model,
    String unit,
    @Nullable String alwaysRuns,
    @Nullable List<String> doors,
    @Nullable List<String> utilities,
    boolean nucleationFault,
    Map<String, TagDefinition> tags,
    Map<String, ProgramDefinition> programs) {

  public EquipmentType {
    doors = doors == null ? List.of() : doors;
    utilities = utilities == null ? List.of() : utilities;
  }

  @Override
  public List<String> doors() {
    return doors == null ? List.of() : doors;
  }

  @Override
  public List<String> utilities() {
    return utilities == null ? List.of() : utilities;
  }
}
