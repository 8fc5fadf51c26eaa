package org.opennms.plugins.trunkline.sandbox.host.nodes;

import java.util.List;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.integration.api.v1.model.immutables.ImmutableEventParameter;
import org.opennms.integration.api.v1.model.immutables.ImmutableInMemoryEvent;

/** The events with which Provisiond announces a change of the nodes. */
public final class NodeEvents {

  private static final String NODES = "uei.opennms.org/nodes/";
  private static final String SCAN_COMPLETED =
      "uei.opennms.org/internal/provisiond/nodeScanCompleted";

  private NodeEvents() {}

  /** The events of one change, in the order in which they are sent. */
  public static List<InMemoryEvent> of(NodeChange change) {
    Node node = change.node();
    return switch (change.kind()) {
      case ADDED -> List.of(event(NODES + "nodeAdded", node), event(SCAN_COMPLETED, node));
      case UPDATED -> List.of(event(NODES + "nodeUpdated", node), event(SCAN_COMPLETED, node));
      case DELETED -> List.of(event(NODES + "nodeDeleted", node));
    };
  }

  private static InMemoryEvent event(String uei, Node node) {
    ImmutableInMemoryEvent.Builder event =
        ImmutableInMemoryEvent.newBuilder()
            .setUei(uei)
            .setSource("Provisiond")
            .setNodeId(node.getId())
            .addParameter(ImmutableEventParameter.newInstance("nodelabel", node.getLabel()));
    if (node.getForeignSource() != null) {
      event
          .addParameter(
              ImmutableEventParameter.newInstance("foreignSource", node.getForeignSource()))
          .addParameter(ImmutableEventParameter.newInstance("foreignId", node.getForeignId()));
    }
    return event.build();
  }
}
