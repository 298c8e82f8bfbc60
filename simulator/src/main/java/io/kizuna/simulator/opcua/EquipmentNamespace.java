package io.kizuna.simulator.opcua;

import io.kizuna.simulator.engine.Simulation;
import io.kizuna.simulator.history.Sample;
import io.kizuna.simulator.plant.Device;
import io.kizuna.simulator.plant.SampleListener;
import io.kizuna.simulator.plant.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadDetails;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRawModifiedDetails;
import org.jspecify.annotations.Nullable;

/**
 * Namespace {@code urn:kizuna:simulator}: all devices. Tags are pushed to subscribers as they are
 * sampled; the few other variables are polled by Milo's subscription model.
 */
final class EquipmentNamespace extends ManagedNamespaceWithLifecycle implements SampleListener {
  static final String URI = "urn:kizuna:simulator";

  private final Map<String, Channel> channels = new HashMap<>();
  private final Map<String, DeviceNodes> devices = new HashMap<>();
  private final SubscriptionModel polled;
  private final HistoryReader history;

  EquipmentNamespace(OpcUaServer server, Simulation simulation) {
    super(server, URI);
    polled = new SubscriptionModel(server, this);
    history = new HistoryReader(simulation.plant().history(), server.getStaticEncodingContext());
    getLifecycleManager().addLifecycle(polled);
    getLifecycleManager().addStartupTask(() -> build(server, simulation));
  }

  private void build(OpcUaServer server, Simulation simulation) {
    int di = server.getNamespaceTable().add(LadsNames.DI_URI).intValue();
    int lads = server.getNamespaceTable().add(LadsNames.LADS_URI).intValue();
    int own = getNamespaceIndex().intValue();
    NodeTree tree = new NodeTree(getNodeContext(), getNodeManager(), own);
    LadsNames names = new LadsNames(di, lads, own);
    NodeId deviceSet = new NodeId(di, DiNamespace.DEVICE_SET);
    for (Device device : simulation.plant().devices()) {
      devices.put(
          device.id(), new DeviceNodes(tree, names, deviceSet, simulation, device, channels));
    }
  }

  @Override
  public void onSample(Tag tag, Sample sample) {
    Channel channel = channels.get(tag.key());
    if (channel != null) channel.send(sample);
    if (tag.name().equals("STATE")) {
      DeviceNodes nodes = devices.get(tag.key().substring(0, tag.key().indexOf('.')));
      if (nodes != null) nodes.stateChanged();
    }
  }

  @Override
  public void onDataItemsCreated(List<DataItem> items) {
    each(items, Channel::add, polled::onDataItemsCreated);
  }

  @Override
  public void onDataItemsModified(List<DataItem> items) {
    each(items, (channel, item) -> {}, polled::onDataItemsModified);
  }

  @Override
  public void onDataItemsDeleted(List<DataItem> items) {
    each(items, Channel::remove, polled::onDataItemsDeleted);
  }

  @Override
  public void onMonitoringModeChanged(List<MonitoredItem> items) {
    for (MonitoredItem item : items) {
      Channel channel = item instanceof DataItem data ? channel(data) : null;
      if (channel != null && item instanceof DataItem data) channel.resumed(data);
      else polled.onMonitoringModeChanged(List.of(item));
    }
  }

  private void each(
      List<DataItem> items, BiConsumer<Channel, DataItem> pushed, Consumer<List<DataItem>> others) {
    for (DataItem item : items) {
      Channel channel = channel(item);
      if (channel != null) pushed.accept(channel, item);
      else others.accept(List.of(item));
    }
  }

  /** The channel of a subscribed tag value; null for other nodes and other attributes. */
  private @Nullable Channel channel(DataItem item) {
    if (!AttributeId.Value.uid().equals(item.getReadValueId().getAttributeId())) return null;
    return channels.get(key(item.getReadValueId().getNodeId()));
  }

  private static String key(NodeId id) {
    return String.valueOf(id.getIdentifier());
  }

  @Override
  public List<HistoryReadResult> historyRead(
      HistoryReadContext context,
      HistoryReadDetails details,
      TimestampsToReturn timestamps,
      List<HistoryReadValueId> ids) {
    return ids.stream()
        .map(
            id -> {
              String key = key(id.getNodeId());
              if (!(details instanceof ReadRawModifiedDetails raw) || !channels.containsKey(key)) {
                return HistoryReader.failed(StatusCodes.Bad_HistoryOperationUnsupported);
              }
              return history.read(key, raw, id.getContinuationPoint());
            })
        .toList();
  }
}
