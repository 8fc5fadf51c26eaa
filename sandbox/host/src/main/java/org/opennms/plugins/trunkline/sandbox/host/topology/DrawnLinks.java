package org.opennms.plugins.trunkline.sandbox.host.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.integration.api.v1.model.TopologyProtocol;
import org.opennms.integration.api.v1.topology.UserDefinedLink;
import org.opennms.integration.api.v1.topology.UserDefinedLinkDao;
import org.opennms.plugins.trunkline.sandbox.host.nodes.NodeInventory;
import org.opennms.plugins.trunkline.sandbox.host.topology.EdgeSpec.EndpointSpec;

/**
 * User-defined links as edges. Their ends have a component's label but no ifIndex, so that the API
 * shows them as nodes; a link whose node is gone is left out.
 */
public final class DrawnLinks implements Supplier<List<EdgeSpec>> {

  private final UserDefinedLinkDao links;
  private final NodeInventory nodes;

  /** Makes a view of the links. */
  public DrawnLinks(UserDefinedLinkDao links, NodeInventory nodes) {
    this.links = links;
    this.nodes = nodes;
  }

  @Override
  public List<EdgeSpec> get() {
    List<EdgeSpec> edges = new ArrayList<>();
    for (UserDefinedLink link : links.getLinks()) {
      Node source = nodes.node(link.getNodeIdA());
      Node target = nodes.node(link.getNodeIdZ());
      if (source != null && target != null) {
        edges.add(
            new EdgeSpec(
                TopologyProtocol.USERDEFINED.name(),
                end(source, link.getComponentLabelA()),
                end(target, link.getComponentLabelZ())));
      }
    }
    return edges;
  }

  private static EndpointSpec end(Node node, String component) {
    return new EndpointSpec(EdgeMapper.identity(node), null, component, null, null);
  }
}
