package org.opennms.plugins.trunkline.sandbox.host.topology;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.integration.api.v1.model.NodeCriteria;
import org.opennms.integration.api.v1.model.TopologyEdge;
import org.opennms.integration.api.v1.model.TopologyPort;
import org.opennms.integration.api.v1.model.TopologyProtocol;
import org.opennms.integration.api.v1.model.TopologySegment;
import org.opennms.integration.api.v1.model.immutables.ImmutableNode;
import org.opennms.integration.api.v1.model.immutables.ImmutableNodeCriteria;
import org.opennms.integration.api.v1.model.immutables.ImmutableTopologyEdge;
import org.opennms.integration.api.v1.model.immutables.ImmutableTopologyPort;
import org.opennms.integration.api.v1.model.immutables.ImmutableTopologySegment;
import org.opennms.plugins.trunkline.sandbox.host.nodes.NodeInventory;
import org.opennms.plugins.trunkline.sandbox.host.topology.EdgeSpec.EndpointSpec;

/**
 * Turns links into the API's edges. A node endpoint carries only id, requisition and foreign id;
 * these come from a cache that never forgets, so they may be stale.
 */
public final class EdgeMapper {

  private final NodeInventory inventory;
  private final Map<Integer, NodeCriteria> criteria = new ConcurrentHashMap<>();

  /** Makes a mapper over the nodes. */
  public EdgeMapper(NodeInventory inventory) {
    this.inventory = inventory;
  }

  /**
   * Maps one link; an end at an unknown node becomes a segment.
   *
   * @throws IllegalArgumentException for a protocol that the API does not know
   */
  TopologyEdge toEdge(String id, EdgeSpec spec) {
    TopologyProtocol protocol = TopologyProtocol.valueOf(spec.protocol());
    ImmutableTopologyEdge.Builder edge =
        ImmutableTopologyEdge.newBuilder()
            .setId(id)
            .setProtocol(protocol)
            .setTooltipText(spec.protocol() + " link " + id);
    setSource(edge, spec.source(), protocol);
    setTarget(edge, spec.target(), protocol);
    return edge.build();
  }

  private void setSource(
      ImmutableTopologyEdge.Builder edge, EndpointSpec end, TopologyProtocol protocol) {
    NodeCriteria node = node(end);
    if (node == null) {
      edge.setSource(segment(end, protocol));
    } else if (isPort(end)) {
      edge.setSource(port(end, node));
    } else {
      edge.setSource(bare(node));
    }
  }

  private void setTarget(
      ImmutableTopologyEdge.Builder edge, EndpointSpec end, TopologyProtocol protocol) {
    NodeCriteria node = node(end);
    if (node == null) {
      edge.setTarget(segment(end, protocol));
    } else if (isPort(end)) {
      edge.setTarget(port(end, node));
    } else {
      edge.setTarget(bare(node));
    }
  }

  private static boolean isPort(EndpointSpec end) {
    return end.ifIndex() != null && end.ifIndex() >= 0;
  }

  private NodeCriteria node(EndpointSpec end) {
    if (end.node() == null) {
      return null;
    }
    return inventory.nodes().stream()
        .filter(node -> end.node().equals(identity(node)))
        .findFirst()
        .map(node -> criteria.computeIfAbsent(node.getId(), id -> criteria(node)))
        .orElse(null);
  }

  /** How an edge names a node: {@code FS:FID}, or the label of a discovered one. */
  static String identity(Node node) {
    return node.getForeignSource() == null
        ? node.getLabel()
        : node.getForeignSource() + ":" + node.getForeignId();
  }

  private static NodeCriteria criteria(Node node) {
    return ImmutableNodeCriteria.newBuilder()
        .setId(node.getId())
        .setForeignSource(node.getForeignSource())
        .setForeignId(node.getForeignId())
        .build();
  }

  private static TopologyPort port(EndpointSpec end, NodeCriteria node) {
    return ImmutableTopologyPort.newBuilder()
        .setId(node.getId() + ":" + end.ifIndex())
        .setTooltipText(end.ifName())
        .setIfIndex(end.ifIndex())
        .setIfName(end.ifName())
        .setIfAddress(end.ifAddress())
        .setNodeCriteria(node)
        .build();
  }

  private static TopologySegment segment(EndpointSpec end, TopologyProtocol protocol) {
    String id = end.segment() != null ? end.segment() : String.valueOf(end.node());
    return ImmutableTopologySegment.newBuilder()
        .setId(id)
        .setTooltipText("Segment " + id)
        .setProtocol(protocol)
        .build();
  }

  private static Node bare(NodeCriteria node) {
    return ImmutableNode.newBuilder()
        .setId(node.getId())
        .setForeignSource(node.getForeignSource())
        .setForeignId(node.getForeignId())
        .build();
  }
}
