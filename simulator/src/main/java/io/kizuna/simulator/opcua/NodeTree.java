package io.kizuna.simulator.opcua;

import io.kizuna.simulator.equipment.UnitOfMeasure;
import java.util.List;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.UaNodeManager;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNodeContext;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.UaStructuredType;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;

/** Makes the nodes of our namespace: one place for ids, names and references. */
final class NodeTree {
  private static final String UNECE = "http://www.opcfoundation.org/UA/units/un/cefact";
  private static final String UCUM = "http://ucum.org/ucum";

  private final UaNodeContext context;
  private final UaNodeManager nodes;
  private final int namespace;

  NodeTree(UaNodeContext context, UaNodeManager nodes, int namespace) {
    this.context = context;
    this.nodes = nodes;
    this.namespace = namespace;
  }

  NodeId id(String identifier) {
    return new NodeId(namespace, identifier);
  }

  /** A component object below {@code parent}. */
  UaObjectNode object(NodeId parent, String identifier, QualifiedName name) {
    UaObjectNode node =
        UaObjectNode.builder(context)
            .setNodeId(id(identifier))
            .setBrowseName(name)
            .setDisplayName(LocalizedText.english(name.name()))
            .setTypeDefinition(NodeIds.BaseObjectType)
            .build();
    nodes.addNode(node);
    attach(parent, node, NodeIds.HasComponent);
    return node;
  }

  /** A readable variable; {@code history} if its samples are kept. */
  UaVariableNode variable(
      NodeId parent,
      String identifier,
      QualifiedName name,
      String displayName,
      NodeId dataType,
      NodeId type,
      boolean history) {
    var access =
        history
            ? AccessLevel.toValue(AccessLevel.CurrentRead, AccessLevel.HistoryRead)
            : AccessLevel.toValue(AccessLevel.CurrentRead);
    var builder = new UaVariableNode.UaVariableNodeBuilder(context);
    builder.setNodeId(id(identifier));
    builder.setBrowseName(name);
    builder.setDisplayName(LocalizedText.english(displayName));
    builder.setDataType(dataType);
    builder.setTypeDefinition(type);
    builder.setAccessLevel(access);
    builder.setUserAccessLevel(access);
    builder.setHistorizing(history);
    UaVariableNode node = builder.build();
    nodes.addNode(node);
    attach(
        parent,
        node,
        type.equals(NodeIds.PropertyType) ? NodeIds.HasProperty : NodeIds.HasComponent);
    return node;
  }

  /** A property with a fixed value. */
  void property(NodeId parent, String identifier, QualifiedName name, NodeId type, Object value) {
    Variant variant =
        value instanceof UaStructuredType structure
            ? Variant.ofExtensionObject(
                ExtensionObject.encode(context.getServer().getStaticEncodingContext(), structure))
            : new Variant(value);
    variable(
            parent,
            identifier,
            name,
            String.valueOf(name.name()),
            type,
            NodeIds.PropertyType,
            false)
        .setValue(new DataValue(variant));
  }

  /** EURange and EngineeringUnits of an analog variable (OPC 10000-8). */
  void analog(NodeId variable, String key, List<Double> range, String code, UnitOfMeasure unit) {
    property(
        variable,
        key + ".EURange",
        new QualifiedName(0, "EURange"),
        NodeIds.Range,
        new Range(range.get(0), range.get(1)));
    int unitId = unit.unitId(code);
    property(
        variable,
        key + ".EngineeringUnits",
        new QualifiedName(0, "EngineeringUnits"),
        NodeIds.EUInformation,
        new EUInformation(
            unitId == -1 ? UCUM : UNECE,
            unitId,
            LocalizedText.english(unit.symbol()),
            LocalizedText.english(unit.name())));
  }

  void attach(NodeId parent, UaNode child, NodeId referenceType) {
    child.addReference(new Reference(child.getNodeId(), referenceType, parent.expanded(), false));
  }

  UaNodeManager nodes() {
    return nodes;
  }

  UaNodeContext context() {
    return context;
  }
}
