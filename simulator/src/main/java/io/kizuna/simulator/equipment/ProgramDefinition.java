package io.kizuna.simulator.equipment;

import io.kizuna.simulator.physics.FreezeProfile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program template of a device.
 *
 * @param estimatedMinutes 0 if it runs until it is stopped.
 * @param setpoints values it sets at the start, by tag or parameter name.
 * @param segments of a freezing profile, otherwise absent.
 */
public record ProgramDefinition(
    String version,
    String description,
    double estimatedMinutes,
    @Nullable Map<String, Double> setpoints,
    double fillMl,
    @Nullable List<FreezeProfile.Segment> segments) {

  /** The freezing profile under the template's id. */
  public FreezeProfile profile(String id) {
    if (segments == null) throw new IllegalStateException(id + " has no segments");
    return new FreezeProfile(id, description, fillMl, segments);
  }
}
