package io.kizuna.simulator.opcua;

import io.kizuna.simulator.engine.Simulation;
import io.kizuna.simulator.equipment.Catalogue;
import io.kizuna.simulator.equipment.EquipmentType;
import io.kizuna.simulator.equipment.ProgramDefinition;
import io.kizuna.simulator.equipment.TagDefinition;
import io.kizuna.simulator.plant.Command;
import io.kizuna.simulator.plant.Device;
import io.kizuna.simulator.plant.Tag;
import io.kizuna.simulator.plant.UnitState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.server.nodes.UaMethodNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/** One device as LADS sees it: nameplate, functional unit, functions, program manager, methods. */
final class DeviceNodes {
  /** LADS puts these on the running sub-machine, the others on the unit's state machine. */
  private static final Set<String> RUNNING_METHODS = Set.of("Hold", "Unhold", "Reset");

  private static final Set<String> UNIT_METHODS = Set.of("StartProgram", "Stop", "Abort", "Clear");

  private final NodeTree tree;
  private final LadsNames names;
  private final Simulation simulation;
  private final Device device;
  private final Map<String, NodeId> objects = new HashMap<>();
  private final Map<String, Channel> channels;
  private final NodeId unit;
  private final UaVariableNode outerState;
  private final UaVariableNode runningState;
  private final ProgramResults results;

  DeviceNodes(
      NodeTree tree,
      LadsNames names,
      NodeId deviceSet,
      Simulation simulation,
      Device device,
      Map<String, Channel> channels) {
    this.tree = tree;
    this.names = names;
    this.simulation = simulation;
    this.device = device;
    this.channels = channels;
    String id = device.id();
    NodeId root = tree.object(deviceSet, id, names.own(id)).getNodeId();
    nameplate(root);
    state(root, "DeviceState", names.lads("DeviceState"), "Operate");
    NodeId units =
        tree.object(root, id + ".FunctionalUnitSet", names.lads("FunctionalUnitSet")).getNodeId();
    unit = tree.object(units, id + ".Unit", names.own(device.type().unit())).getNodeId();
    NodeId unitState =
        tree.object(unit, id + ".FunctionalUnitState", names.lads("FunctionalUnitState"))
            .getNodeId();
    outerState = currentState(unitState, id + ".FunctionalUnitState");
    NodeId running =
        tree.object(unitState, id + ".RunningStateMachine", names.lads("RunningStateMachine"))
            .getNodeId();
    runningState = currentState(running, id + ".RunningStateMachine");
    device.tags().forEach(this::variable);
    device.commands().forEach(command -> method(command, unitState, running));
    templates();
    results = new ProgramResults(tree, object("ProgramManager/ResultSet"), names);
    stateChanged();
  }

  private void nameplate(NodeId root) {
    EquipmentType type = device.type();
    String id = device.id();
    String serial =
        simulation.plant().catalogue().suite().stream()
            .filter(e -> e.id().equals(id))
            .map(Catalogue.Entry::serial)
            .findFirst()
            .orElse("");
    text(root, "Manufacturer", LocalizedText.english(type.manufacturer()), NodeIds.LocalizedText);
    text(root, "Model", LocalizedText.english(type.model()), NodeIds.LocalizedText);
    text(root, "SerialNumber", serial, NodeIds.String);
    text(root, "HardwareRevision", "1", NodeIds.String);
    text(root, "SoftwareRevision", "1.0", NodeIds.String);
    text(root, "DeviceRevision", "1", NodeIds.String);
    text(root, "AssetId", id, NodeIds.String);
    text(root, "ComponentName", LocalizedText.english(id), NodeIds.LocalizedText);
    text(root, "ProductInstanceUri", "urn:kizuna:simulator:" + serial, NodeIds.String);
  }

  private void text(NodeId root, String name, Object value, NodeId type) {
    tree.property(root, device.id() + "." + name, names.di(name), type, value);
  }

  private void state(NodeId parent, String name, QualifiedName browseName, String text) {
    String key = device.id() + "." + name;
    NodeId machine = tree.object(parent, key, browseName).getNodeId();
    currentState(machine, key).setValue(localized(text));
  }

  private UaVariableNode currentState(NodeId machine, String key) {
    return tree.variable(
        machine,
        key + ".CurrentState",
        new QualifiedName(0, "CurrentState"),
        "CurrentState",
        NodeIds.LocalizedText,
        NodeIds.BaseDataVariableType,
        false);
  }

  private static DataValue localized(String text) {
    DateTime now = DateTime.now();
    return new DataValue(new Variant(LocalizedText.english(text)), StatusCode.GOOD, now, now);
  }

  /** The object at a path below the unit, made with all above it when first asked for. */
  private NodeId object(String path) {
    if (path.isEmpty()) return unit;
    NodeId known = objects.get(path);
    if (known != null) return known;
    int slash = path.lastIndexOf('/');
    NodeId parent = object(slash < 0 ? "" : path.substring(0, slash));
    String name = path.substring(slash + 1);
    String key = device.id() + "." + path.replace('/', '.');
    NodeId made = tree.object(parent, key, names.in(name)).getNodeId();
    objects.put(path, made);
    return made;
  }

  private void variable(Tag tag) {
    TagDefinition definition = tag.definition();
    int slash = definition.at().lastIndexOf('/');
    NodeId parent = object(slash < 0 ? "" : definition.at().substring(0, slash));
    String name = definition.at().substring(slash + 1);
    String unitCode = definition.unit();
    List<Double> range = definition.range();
    boolean analog = unitCode != null && range != null;
    UaVariableNode node =
        tree.variable(
            parent,
            tag.key(),
            names.in(name),
            tag.name(),
            Values.dataType(definition.type()),
            analog ? NodeIds.AnalogUnitRangeType : NodeIds.BaseDataVariableType,
            true);
    if (unitCode != null && range != null) {
      tree.analog(
          node.getNodeId(),
          tag.key(),
          range,
          unitCode,
          simulation.plant().catalogue().unit(unitCode));
    }
    channels.put(tag.key(), new Channel(node));
  }

  /** Reachable from the unit (one object id for all) and from where LADS puts it. */
  private void method(Command command, NodeId unitState, NodeId running) {
    String name = command.name();
    String key = device.id() + "." + name;
    boolean standard = RUNNING_METHODS.contains(name) || UNIT_METHODS.contains(name);
    UaMethodNode node =
        UaMethodNode.builder(tree.context())
            .setNodeId(tree.id(key))
            .setBrowseName(standard ? names.lads(name) : names.own(name))
            .setDisplayName(LocalizedText.english(name))
            .setExecutable(true)
            .setUserExecutable(true)
            .build();
    node.setInvocationHandler(new CommandHandler(simulation, device.id(), command));
    if (!command.in().isEmpty()) node.setInputArguments(CommandHandler.arguments(command.in()));
    if (!command.out().isEmpty()) node.setOutputArguments(CommandHandler.arguments(command.out()));
    tree.nodes().addNode(node);
    tree.attach(unit, node, NodeIds.HasComponent);
    if (UNIT_METHODS.contains(name)) tree.attach(unitState, node, NodeIds.HasComponent);
    if (RUNNING_METHODS.contains(name)) tree.attach(running, node, NodeIds.HasComponent);
  }

  private void templates() {
    NodeId set = object("ProgramManager/ProgramTemplateSet");
    for (Map.Entry<String, ProgramDefinition> e : device.type().programs().entrySet()) {
      String key = device.id() + ".ProgramTemplateSet." + e.getKey();
      NodeId template = tree.object(set, key, names.own(e.getKey())).getNodeId();
      property(template, key, "DeviceTemplateId", e.getKey());
      property(template, key, "Version", e.getValue().version());
      property(template, key, "Author", "Kizuna");
      tree.property(
          template,
          key + ".Description",
          names.lads("Description"),
          NodeIds.LocalizedText,
          LocalizedText.english(e.getValue().description()));
      DateTime built = new DateTime(Instant.parse("2026-11-22T00:00:00Z"));
      tree.property(template, key + ".Created", names.lads("Created"), NodeIds.UtcTime, built);
      tree.property(template, key + ".Modified", names.lads("Modified"), NodeIds.UtcTime, built);
    }
  }

  private void property(NodeId parent, String key, String name, String value) {
    tree.property(parent, key + "." + name, names.lads(name), NodeIds.String, value);
  }

  /** The machine's own nodes and the results follow the STATE tag. */
  void stateChanged() {
    UnitState state = device.unit().state();
    outerState.setValue(localized(state.outerText()));
    boolean running = state.outerText().equals("Running");
    runningState.setValue(localized(running ? state.text() : ""));
    results.refresh(device);
  }
}
