package io.kizuna.adapters.tagmap;

import io.kizuna.equipment.TagDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of one equipment class and what they mean.
 *
 * @param node address pattern with {@code {device}} and {@code {name}}.
 * @param unit name of the object on which methods are called.
 * @param state tag with the state of the unit.
 * @param program tag with the running program.
 * @param run tag with the device's id of the run.
 * @param task tag with the idempotency key the run was started with.
 * @param commands action to method: the allow-list (what is not listed cannot be sent).
 */
public record TagMap(
    String equipmentClass,
    String node,
    String unit,
    String state,
    String program,
    String run,
    String task,
    Map<String, TagDefinition> tags,
    Map<String, Method> commands) {

  /**
   * What an action becomes.
   *
   * @param confirm states that prove it took effect; empty if the answer alone must do.
   * @param prepare method to call first, by state.
   * @param tags set points that may be written; only for {@code SET_POINTS}.
   * @param tolerancePercent how far a read-back may be from what was asked.
   * @param shared whether the same program already running counts as started.
   */
  public record Method(
      String name,
      List<Argument> arguments,
      List<String> confirm,
      Map<String, String> prepare,
      List<String> tags,
      double tolerancePercent,
      boolean shared) {}

  /** Where an argument's value comes from. */
  public enum Argument {
    PROGRAM,
    JOB,
    KEY,
    TAG,
    VALUE,
    ZERO,
    NONE
  }

  public TagMap {
    tags = new LinkedHashMap<>(tags);
    commands = Map.copyOf(commands);
  }

  /** The address of a tag, a method or an object of one unit. */
  public String address(String device, String name) {
    return node.replace("{device}", device).replace("{name}", name);
  }

  public Optional<Method> command(String action) {
    @Nullable Method method = commands.get(action);
    return Optional.ofNullable(method);
  }
}
