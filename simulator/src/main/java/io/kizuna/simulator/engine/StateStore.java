package io.kizuna.simulator.engine;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.kizuna.simulator.bench.Bench;
import io.kizuna.simulator.clock.PlantClock;
import io.kizuna.simulator.physics.FreezingSample;
import io.kizuna.simulator.plant.Device;
import io.kizuna.simulator.plant.Plant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The plant's state in one JSON file: every non-transient field of the models, so that a new model
 * is saved without a line of code.
 */
final class StateStore {
  private static final Logger log = LoggerFactory.getLogger(StateStore.class);
  private static final int VERSION = 1;

  private final Path file;
  private final JsonMapper mapper =
      JsonMapper.builder()
          .changeDefaultVisibility(
              v ->
                  v.withFieldVisibility(Visibility.ANY)
                      .withCreatorVisibility(Visibility.NONE)
                      .withGetterVisibility(Visibility.NONE)
                      .withIsGetterVisibility(Visibility.NONE)
                      .withSetterVisibility(Visibility.NONE))
          .enable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
          .defaultMergeable(true)
          .withConfigOverride(FreezingSample[].class, o -> o.setMergeable(false))
          .build();

  StateStore(Path dataDir) {
    this.file = dataDir.resolve("state.json");
  }

  /** What is saved beside the models. */
  record Frame(PlantClock.Segment clock, long plantMs, ScenarioProgress scenario) {}

  /** How far a scenario has run. */
  record ScenarioProgress(String name, long startedAtMs, int done) {
    static final ScenarioProgress NONE = new ScenarioProgress("", 0, 0);
  }

  /** Builds the snapshot; call it with the plant's lock held. */
  byte[] snapshot(Frame frame, Plant plant, Bench bench) {
    ObjectNode root = mapper.createObjectNode();
    root.put("version", VERSION);
    root.set("frame", mapper.valueToTree(frame));
    ObjectNode devices = root.putObject("devices");
    for (Device device : plant.devices()) devices.set(device.id(), mapper.valueToTree(device));
    root.set("faults", mapper.valueToTree(plant.faults()));
    root.set("bench", mapper.valueToTree(bench));
    return mapper.writeValueAsBytes(root);
  }

  /** Replaces the file in one step: a kill leaves the old or the new state, never half of one. */
  void write(byte[] snapshot) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path next = file.resolveSibling("state.json.new");
      Files.write(next, snapshot);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The saved frame, or null if there is none; an unreadable file is put aside, not deleted. */
  @Nullable Saved read() {
    if (!Files.exists(file)) return null;
    try {
      JsonNode root = mapper.readTree(file.toFile());
      if (root.path("version").asInt() != VERSION) throw new IllegalStateException("other version");
      return new Saved(mapper.treeToValue(root.get("frame"), Frame.class), root);
    } catch (JacksonException | IllegalStateException e) {
      log.error("Saved state {} is not readable, starting afresh: {}", file, e.getMessage());
      try {
        Files.move(
            file,
            file.resolveSibling("state.json.unreadable"),
            StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException io) {
        throw new UncheckedIOException(io);
      }
      return null;
    }
  }

  /** A read snapshot. */
  record Saved(Frame frame, JsonNode root) {}

  /** Fills the models with what was saved. */
  void restore(Saved saved, Plant plant, Bench bench) {
    JsonNode devices = saved.root().get("devices");
    for (Device device : plant.devices()) {
      JsonNode node = devices.get(device.id());
      if (node != null) mapper.readerForUpdating(device).readValue(node);
    }
    mapper.readerForUpdating(plant.faults()).readValue(saved.root().get("faults"));
    mapper.readerForUpdating(bench).readValue(saved.root().get("bench"));
    plant.restoredAt(saved.frame().plantMs());
    bench.reconnect();
  }
}
