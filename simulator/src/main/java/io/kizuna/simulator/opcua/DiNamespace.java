package io.kizuna.simulator.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.util.List;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;

/** The one node of the Devices companion standard we need: its DeviceSet below Objects. */
final class DiNamespace extends ManagedNamespaceWithLifecycle {
  /** OPC 10000-100: DeviceSet is i=5001. */
  static final UInteger DEVICE_SET = uint(5001);

  DiNamespace(OpcUaServer server) {
    super(server, LadsNames.DI_URI);
    getLifecycleManager().addStartupTask(this::build);
  }

  private void build() {
    UaObjectNode set =
        UaObjectNode.builder(getNodeContext())
            .setNodeId(new NodeId(getNamespaceIndex(), DEVICE_SET))
            .setBrowseName(newQualifiedName("DeviceSet"))
            .setDisplayName(LocalizedText.english("DeviceSet"))
            .setTypeDefinition(NodeIds.BaseObjectType)
            .build();
    getNodeManager().addNode(set);
    set.addReference(
        new Reference(
            set.getNodeId(), NodeIds.HasComponent, NodeIds.ObjectsFolder.expanded(), false));
  }

  @Override
  public void onDataItemsCreated(List<DataItem> items) {}

  @Override
  public void onDataItemsModified(List<DataItem> items) {}

  @Override
  public void onDataItemsDeleted(List<DataItem> items) {}

  @Override
  public void onMonitoringModeChanged(List<MonitoredItem> items) {}
}
