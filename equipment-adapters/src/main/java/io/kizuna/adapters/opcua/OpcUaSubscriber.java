package io.kizuna.adapters.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.kizuna.adapters.tagmap.TagMap;
import io.kizuna.equipment.TagDefinition;
import io.kizuna.kernel.EquipmentId;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.MonitoredItemSynchronizationException;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.enumerated.DataChangeTrigger;
import org.eclipse.milo.opcua.stack.core.types.structured.DataChangeFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the subscription of one device: all its tags and the server's clock as heartbeat. */
final class OpcUaSubscriber {

  private static final Logger log = LoggerFactory.getLogger(OpcUaSubscriber.class);

  /** Name under which the heartbeat arrives; no tag can be called so. */
  static final String HEARTBEAT = "";

  private static final double PUBLISHING_MS = 250;

  /** 5 s: shorter ones trip Milo's watchdog on a busy machine. */
  private static final int KEEP_ALIVE_COUNT = 20;

  /** 10 min: what the server buffers survives a cut of that length. */
  private static final int LIFETIME_COUNT = 2_400;

  /** Keeps a message below Milo's 2 MB. */
  private static final int NOTIFICATIONS_MAX = 5_000;

  /** At 20 values a second, the most the simulator sends, 25 s; longer cuts show as overflow. */
  private static final int QUEUE = 500;

  private static final double HEARTBEAT_MS = 1_000;

  /** Every sample counts, also an equal one: silence must mean silence. */
  private static final DataChangeFilter EVERY_SAMPLE =
      new DataChangeFilter(DataChangeTrigger.StatusValueTimestamp, uint(0), 0.0);

  private OpcUaSubscriber() {}

  /** The subscription and what the server would not serve. */
  record Subscribed(OpcUaSubscription subscription, List<String> refused) {}

  static Subscribed subscribe(
      OpcUaClient client,
      EquipmentId equipment,
      TagMap map,
      OpcUaSubscription.SubscriptionListener listener)
      throws UaException {
    var namespaces = client.readNamespaceTable(); // anew: the order may differ after a restart
    var subscription = new OpcUaSubscription(client);
    subscription.setPublishingInterval(PUBLISHING_MS);
    subscription.setMaxKeepAliveCount(uint(KEEP_ALIVE_COUNT));
    subscription.setLifetimeCount(uint(LIFETIME_COUNT));
    subscription.setMaxNotificationsPerPublish(uint(NOTIFICATIONS_MAX));
    subscription.setSubscriptionListener(listener);
    subscription.create();
    var refused = new ArrayList<String>();
    var items = new ArrayList<OpcUaMonitoredItem>();
    var heartbeat = OpcUaMonitoredItem.newDataItem(NodeIds.Server_ServerStatus_CurrentTime);
    heartbeat.setSamplingInterval(HEARTBEAT_MS);
    heartbeat.setQueueSize(uint(1));
    heartbeat.setUserObject(HEARTBEAT);
    items.add(heartbeat);
    for (var tag : map.tags().values()) {
      try {
        items.add(item(node(map.address(equipment.value(), tag.tag()), namespaces), tag));
      } catch (UaException e) {
        refused.add(tag.tag() + " " + LinkFailure.name(e.getStatusCode()));
      }
    }
    subscription.addMonitoredItems(items);
    try {
      subscription.synchronizeMonitoredItems();
    } catch (MonitoredItemSynchronizationException e) {
      e.getCreateResults().stream()
          .filter(r -> !r.isGood())
          .forEach(
              r ->
                  refused.add(
                      r.monitoredItem().getUserObject().orElse("?")
                          + " "
                          + r.operationResult().map(LinkFailure::name).orElse("refused")));
    }
    if (!refused.isEmpty()) log.warn("{} does not serve {}", equipment, refused);
    return new Subscribed(subscription, refused);
  }

  private static OpcUaMonitoredItem item(NodeId node, TagDefinition tag) {
    var item = OpcUaMonitoredItem.newDataItem(node);
    item.setSamplingInterval(0); // as fast as the device has it
    item.setQueueSize(uint(QUEUE));
    item.setDiscardOldest(true);
    item.setFilter(EVERY_SAMPLE);
    item.setUserObject(tag.tag());
    return item;
  }

  /**
   * @throws UaException if the server does not know the namespace.
   */
  static NodeId node(String address, NamespaceTable namespaces) throws UaException {
    return ExpandedNodeId.parse(address).toNodeIdOrThrow(namespaces);
  }
}
