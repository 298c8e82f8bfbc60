package io.kizuna.simulator.engine;

import io.kizuna.simulator.plant.FaultDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Faults on a timetable in plant time after the scenario's first start.
 *
 * @param name tells a restart that this scenario is already under way.
 */
public record Scenario(String name, List<Event> events) {

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** One line of the timetable; {@code at} is ISO 8601. */
  public record Event(Duration at, FaultDesk.Request fault) {}

  /** Reads a scenario file and puts its events in order. */
  public static @Nullable Scenario read(@Nullable Path file) {
    if (file == null) return null;
    Scenario s = YAML.readValue(file.toFile(), Scenario.class);
    return new Scenario(
        s.name(), s.events().stream().sorted(Comparator.comparing(Event::at)).toList());
  }
}
