package io.kizuna.simulator.plant;

import io.kizuna.simulator.equipment.EquipmentType;
import io.kizuna.simulator.equipment.TagDefinition;
import io.kizuna.simulator.equipment.ValueType;
import io.kizuna.simulator.fault.Fault;
import io.kizuna.simulator.fault.FaultCode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes fault requests, checks them against the device and says what is allowed. */
public final class FaultDesk {
  private static final long DURATION_MAX_MS = 3650L * 86_400_000;

  private final Plant plant;

  public FaultDesk(Plant plant) {
    this.plant = plant;
  }

  /**
   * A fault as asked for.
   *
   * @param duration ISO 8601 of plant time; without any duration it lasts until it is removed.
   * @param wallDuration ISO 8601 of wall time.
   */
  public record Request(
      @Nullable String code,
      @Nullable String device,
      @Nullable String tag,
      @Nullable String duration,
      @Nullable String wallDuration,
      @Nullable Map<String, Object> parameters) {}

  /**
   * @throws Refused INVALID with the allowed values; CONFLICT if too many faults are active.
   */
  public Fault inject(Request request, long wallMs) {
    FaultCode code = code(request.code());
    Device device = device(request.device());
    Map<String, Object> parameters = given(request.parameters());
    checkTag(code, device, request.tag());
    checkParameters(code, device.type(), parameters);
    Long forMs = millis("duration", request.duration());
    Long forWallMs = millis("wallDuration", request.wallDuration());
    return plant.still(
        () -> {
          long now = plant.nowMs();
          Fault fault =
              new Fault(
                  plant.faults().nextId(),
                  code,
                  device.id(),
                  request.tag(),
                  now,
                  forMs == null ? null : now + forMs,
                  forWallMs == null ? null : wallMs + forWallMs,
                  parameters);
          try {
            plant.inject(fault);
          } catch (IllegalStateException tooMany) {
            throw Refused.conflict("too many active faults, remove some");
          }
          return fault;
        });
  }

  private static Map<String, Object> given(@Nullable Map<String, Object> parameters) {
    if (parameters == null) return Map.of();
    if (parameters.values().stream().anyMatch(Objects::isNull))
      throw Refused.invalid("a parameter has no value");
    return Map.copyOf(parameters);
  }

  private static FaultCode code(@Nullable String name) {
    for (FaultCode code : FaultCode.values()) {
      if (code.name().equals(name)) return code;
    }
    throw Refused.invalid(
        "unknown fault code "
            + name
            + ", allowed: "
            + Arrays.stream(FaultCode.values()).map(c -> c + " (" + c.meaning() + ")").toList());
  }

  private Device device(@Nullable String id) {
    return plant
        .device(id == null ? "" : id)
        .orElseThrow(
            () ->
                Refused.invalid(
                    "unknown device "
                        + id
                        + ", allowed: "
                        + plant.devices().stream().map(Device::id).toList()));
  }

  private static void checkTag(FaultCode code, Device device, @Nullable String tag) {
    boolean sensor = code == FaultCode.SM01 || code == FaultCode.SM02;
    if (tag == null) {
      if (sensor) throw Refused.invalid(code + " needs a tag, allowed: " + sensors(device));
      return;
    }
    if (!sensor && code != FaultCode.SM04) {
      throw Refused.invalid(code + " concerns the whole device, tag must be absent");
    }
    List<String> allowed =
        sensor ? sensors(device) : device.tags().stream().map(Tag::name).toList();
    if (!allowed.contains(tag)) {
      throw Refused.invalid("tag " + tag + " of " + device.id() + ", allowed: " + allowed);
    }
  }

  private static List<String> sensors(Device device) {
    return device.tags().stream().filter(t -> isSensor(t.definition())).map(Tag::name).toList();
  }

  private static boolean isSensor(TagDefinition tag) {
    return tag.type() == ValueType.DOUBLE && tag.noise() > 0;
  }

  private static void checkParameters(
      FaultCode code, EquipmentType type, Map<String, Object> parameters) {
    parameters
        .keySet()
        .forEach(
            name -> {
              if (!code.parameters().contains(name)) {
                throw Refused.invalid(
                    code + " parameter " + name + ", allowed: " + code.parameters());
              }
            });
    switch (code) {
      case SM01, SM10 ->
          parameters.forEach(
              (name, value) -> {
                if (!(value instanceof Number)) throw Refused.invalid(name + " must be a number");
              });
      case SM06 -> checkChoice(code, parameters.get("door"), type.doors(), type);
      case SM07 -> checkChoice(code, parameters.get("utility"), type.utilities(), type);
      case SM02, SM04 -> {}
    }
    if (code == FaultCode.SM01 && parameters.isEmpty()) {
      throw Refused.invalid("SM01 needs parameters, allowed: " + code.parameters());
    }
    if (code == FaultCode.SM10 && !type.nucleationFault()) {
      throw Refused.invalid("SM10 is for controlled-rate freezers, not for a " + type.type());
    }
  }

  /** Absent means every door, or every utility the device has. */
  private static void checkChoice(
      FaultCode code, @Nullable Object value, List<String> allowed, EquipmentType type) {
    boolean known = value == null ? !allowed.isEmpty() : allowed.contains(value);
    if (!known) {
      throw Refused.invalid(
          code + " with " + value + " on a " + type.type() + ", allowed: " + allowed);
    }
  }

  private static @Nullable Long millis(String field, @Nullable String iso) {
    if (iso == null) return null;
    try {
      long ms = Duration.parse(iso).toMillis();
      if (ms > 0 && ms <= DURATION_MAX_MS) return ms;
    } catch (DateTimeException | ArithmeticException e) {
      throw Refused.invalid(field + " " + iso + " is not an ISO 8601 duration such as PT60S");
    }
    throw Refused.invalid(field + " " + iso + " is not between zero and ten years");
  }
}
