package io.kizuna.simulator.control;

import io.kizuna.simulator.control.Exchange.Answer;
import io.kizuna.simulator.engine.Simulation;
import io.kizuna.simulator.fault.Fault;
import io.kizuna.simulator.history.Sample;
import io.kizuna.simulator.plant.CommandRefused;
import io.kizuna.simulator.plant.Device;
import io.kizuna.simulator.plant.FaultDesk;
import io.kizuna.simulator.plant.Refused;
import io.kizuna.simulator.plant.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /api/devices}, {@code /api/faults} and {@code /health}. */
final class PlantResource {
  private final Simulation simulation;

  PlantResource(Simulation simulation) {
    this.simulation = simulation;
  }

  void register(Routes r) {
    r.add("GET", "/health", x -> Answer.ok(Map.of("status", "UP")));
    r.add("GET", "/api/devices", x -> Answer.ok(simulation.act(this::devices)));
    r.add("GET", "/api/devices/*", x -> Answer.ok(simulation.act(() -> device(x.path().get(0)))));
    r.add("POST", "/api/devices/*/methods/*", x -> Answer.ok(call(x)));
    r.add("GET", "/api/faults", x -> Answer.ok(faults()));
    r.add("POST", "/api/faults", x -> Answer.created(inject(x.read(FaultDesk.Request.class))));
    r.add("DELETE", "/api/faults/*", x -> heal(x.path().get(0)));
  }

  private List<Map<String, Object>> devices() {
    return simulation.plant().devices().stream().map(PlantResource::summary).toList();
  }

  private static Map<String, Object> summary(Device device) {
    Map<String, Object> m = new LinkedHashMap<>();
    m.put("id", device.id());
    m.put("type", device.type().type());
    m.put("state", device.unit().state().text());
    m.put("programId", device.unit().programId());
    m.put("programRun", device.unit().runId());
    m.put("batchId", device.unit().batchId());
    return m;
  }

  private Map<String, Object> device(String id) {
    Device device = known(id);
    Map<String, Object> m = summary(device);
    Map<String, Object> values = new LinkedHashMap<>();
    for (Tag tag : device.tags()) values.put(tag.name(), value(tag));
    m.put("values", values);
    return m;
  }

  private static Map<String, @Nullable Object> value(Tag tag) {
    Map<String, @Nullable Object> v = new LinkedHashMap<>();
    Sample last = tag.last();
    if (last != null) {
      Object value = last.value();
      v.put("value", value instanceof Instant at ? at.toString() : value);
      v.put("quality", last.quality().name());
      v.put("sourceTime", Instant.ofEpochMilli(last.timeMs()).toString());
    }
    String unit = tag.definition().unit();
    if (unit != null) v.put("unit", unit);
    return v;
  }

  record Call(@Nullable List<@Nullable Object> arguments) {}

  /** The same methods as over OPC UA, for a person at the device. */
  private Map<String, Object> call(Exchange x) {
    Device device = known(x.path().get(0));
    List<@Nullable Object> arguments = x.read(Call.class).arguments();
    try {
      List<Object> results =
          simulation.call(
              device.id(), x.path().get(1), arguments == null ? new ArrayList<>() : arguments);
      return Map.of("results", results);
    } catch (CommandRefused e) {
      String why = String.valueOf(e.getMessage());
      throw switch (e.reason()) {
        case INVALID_STATE, NO_COMMUNICATION -> Refused.conflict(why);
        case INVALID_ARGUMENT, OUT_OF_RANGE -> Refused.invalid(why);
      };
    }
  }

  private Device known(String id) {
    return simulation.plant().device(id).orElseThrow(() -> Refused.notFound("no device " + id));
  }

  private List<Map<String, @Nullable Object>> faults() {
    return simulation.act(
        () -> simulation.plant().faults().active().stream().map(PlantResource::shown).toList());
  }

  private Map<String, @Nullable Object> inject(FaultDesk.Request request) {
    return shown(
        simulation.act(() -> simulation.faultDesk().inject(request, simulation.clock().wallMs())));
  }

  private static Map<String, @Nullable Object> shown(Fault f) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", f.id());
    m.put("code", f.code().name());
    m.put("meaning", f.code().meaning());
    m.put("device", f.device());
    m.put("tag", f.tag());
    m.put("startedAt", Instant.ofEpochMilli(f.startedAtMs()).toString());
    m.put("endsAt", time(f.endsAtMs()));
    m.put("endsAtWall", time(f.endsAtWallMs()));
    m.put("parameters", f.parameters());
    return m;
  }

  private static @Nullable String time(@Nullable Long epochMs) {
    return epochMs == null ? null : Instant.ofEpochMilli(epochMs).toString();
  }

  private Answer heal(String id) {
    simulation.act(
        () ->
            simulation
                .plant()
                .heal(id)
                .orElseThrow(() -> Refused.notFound("no active fault " + id)));
    return new Answer(204, null);
  }
}
