package io.kizuna.simulator.opcua;

import io.kizuna.simulator.history.Sample;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;

/**
 * One variable and who subscribed to it. A new subscriber gets the last value first and every later
 * one exactly once.
 */
final class Channel {
  private final UaVariableNode node;
  private final List<DataItem> items = new ArrayList<>();

  Channel(UaVariableNode node) {
    this.node = node;
  }

  synchronized void send(Sample sample) {
    DataValue value = Values.of(sample, DateTime.now());
    node.setValue(value);
    for (DataItem item : items) {
      if (item.isSamplingEnabled()) item.setValue(value);
    }
  }

  synchronized void add(DataItem item) {
    items.add(item);
    item.setValue(node.getValue());
  }

  synchronized void remove(DataItem item) {
    items.remove(item);
  }

  synchronized void resumed(DataItem item) {
    if (item.isSamplingEnabled()) item.setValue(node.getValue());
  }
}
