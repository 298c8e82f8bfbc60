package io.kizuna.simulator.opcua;

import io.kizuna.simulator.plant.Device;
import io.kizuna.simulator.plant.ProgramRun;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.jspecify.annotations.Nullable;

/** Keeps a device's ResultSet equal to the runs its unit remembers. */
final class ProgramResults {
  private final NodeTree tree;
  private final NodeId resultSet;
  private final LadsNames names;
  private final Map<String, UaObjectNode> shown = new HashMap<>();
  private final Map<String, UaVariableNode> stopped = new HashMap<>();

  ProgramResults(NodeTree tree, NodeId resultSet, LadsNames names) {
    this.tree = tree;
    this.resultSet = resultSet;
    this.names = names;
  }

  synchronized void refresh(Device device) {
    List<ProgramRun> runs = device.unit().results();
    Set<String> gone = new HashSet<>(shown.keySet());
    for (ProgramRun run : runs) {
      gone.remove(run.runId());
      if (!shown.containsKey(run.runId())) show(run);
      UaVariableNode end = stopped.get(run.runId());
      if (end != null) end.setValue(time(run.stoppedAtMs()));
    }
    for (String runId : gone) {
      stopped.remove(runId);
      UaObjectNode old = shown.remove(runId);
      if (old != null) old.delete();
    }
  }

  private void show(ProgramRun run) {
    String key = resultSet.getIdentifier() + "." + run.runId();
    UaObjectNode node = tree.object(resultSet, key, names.own(run.runId()));
    shown.put(run.runId(), node);
    text(node, key, "DeviceProgramRunId", run.runId());
    text(node, key, "ProgramTemplate", run.programId());
    text(node, key, "SupervisoryJobId", run.jobId());
    text(node, key, "SupervisoryTaskId", run.taskId());
    field(node, key, "Started", NodeIds.UtcTime).setValue(time(run.startedAtMs()));
    stopped.put(run.runId(), field(node, key, "Stopped", NodeIds.UtcTime));
  }

  private void text(UaObjectNode node, String key, String name, String value) {
    field(node, key, name, NodeIds.String).setValue(new DataValue(new Variant(value)));
  }

  private UaVariableNode field(UaObjectNode node, String key, String name, NodeId type) {
    QualifiedName browseName = names.lads(name);
    return tree.variable(
        node.getNodeId(), key + "." + name, browseName, name, type, NodeIds.PropertyType, false);
  }

  private static DataValue time(long epochMs) {
    @Nullable Object at = epochMs == 0 ? null : Values.time(epochMs);
    return new DataValue(new Variant(at));
  }
}
