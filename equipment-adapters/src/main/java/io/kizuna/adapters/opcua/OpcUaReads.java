package io.kizuna.adapters.opcua;

import io.kizuna.adapters.tagmap.TagMap;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.jspecify.annotations.Nullable;

/** Present values straight from the device. */
final class OpcUaReads {

  private OpcUaReads() {}

  static List<DataValue> values(OpcUaClient client, TagMap map, String device, List<String> tags)
      throws UaException {
    var nodes = new ArrayList<NodeId>();
    for (var tag : tags) {
      nodes.add(OpcUaSubscriber.node(map.address(device, tag), client.getNamespaceTable()));
    }
    return client.readValues(0, TimestampsToReturn.Both, nodes);
  }

  /** Texts; null where the value is not good. */
  static List<@Nullable String> texts(
      OpcUaClient client, TagMap map, String device, List<String> tags) throws UaException {
    var texts = new ArrayList<@Nullable String>();
    for (var value : values(client, map, device, tags)) {
      var raw = value.value().value();
      if (!value.statusCode().isGood() || raw == null) texts.add(null);
      else texts.add(raw instanceof LocalizedText t ? t.text() : raw.toString());
    }
    return texts;
  }
}
