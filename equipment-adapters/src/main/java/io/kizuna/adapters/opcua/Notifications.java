package io.kizuna.adapters.opcua;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;

/** Milo's callbacks of one subscription in the words of a link. */
final class Notifications implements OpcUaSubscription.SubscriptionListener {

  /** Called on Milo's delivery thread: must return at once. */
  interface Hearer {

    /** The server answered, with values or without. */
    void heard();

    /**
     * @param tags with their names; the server's own clock comes as {@code HEARTBEAT}.
     */
    void received(List<String> tags, List<DataValue> values);

    /** The server dropped notifications. */
    void lost(String reason);

    /** The subscription does not exist any more. */
    void ended(String reason);
  }

  private final Hearer hearer;

  Notifications(Hearer hearer) {
    this.hearer = hearer;
  }

  @Override
  public void onDataReceived(
      OpcUaSubscription subscription, List<OpcUaMonitoredItem> items, List<DataValue> values) {
    hearer.heard();
    var tags = new ArrayList<String>(items.size());
    for (var item : items) {
      tags.add((String) item.getUserObject().orElse(OpcUaSubscriber.HEARTBEAT));
    }
    if (tags.stream().allMatch(OpcUaSubscriber.HEARTBEAT::equals)) return;
    hearer.received(tags, values);
  }

  @Override
  public void onKeepAliveReceived(OpcUaSubscription subscription) {
    hearer.heard();
  }

  @Override
  public void onNotificationDataLost(OpcUaSubscription subscription) {
    hearer.lost("DATA_LOST");
  }

  @Override
  public void onStatusChanged(OpcUaSubscription subscription, StatusCode status) {
    if (status.getValue() == StatusCodes.Bad_Timeout) hearer.ended("SUB_TIMEOUT");
  }

  @Override
  public void onTransferFailed(OpcUaSubscription subscription, StatusCode status) {
    hearer.ended("TRANSFER_FAILED");
  }
}
