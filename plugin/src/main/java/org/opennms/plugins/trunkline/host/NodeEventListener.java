package org.opennms.plugins.trunkline.host;

import java.util.List;
import java.util.function.IntConsumer;
import org.opennms.integration.api.v1.events.EventListener;
import org.opennms.integration.api.v1.events.EventSubscriptionService;
import org.opennms.integration.api.v1.model.InMemoryEvent;

/**
 * Hands the host's announcements of nodes over. The host calls it on one thread of its own, which
 * is kept for no longer than it takes to note a number.
 */
public final class NodeEventListener implements EventListener {
  private static final List<String> UEIS =
      List.of(
          "uei.opennms.org/nodes/nodeAdded",
          "uei.opennms.org/nodes/nodeUpdated",
          "uei.opennms.org/nodes/nodeLabelChanged",
          "uei.opennms.org/nodes/nodeCategoryMembershipChanged",
          "uei.opennms.org/nodes/nodeDeleted",
          "uei.opennms.org/internal/provisiond/nodeScanCompleted");

  private final IntConsumer announce;

  /** Hands node ids to the consumer, which must neither block nor throw. */
  public NodeEventListener(IntConsumer announce) {
    this.announce = announce;
  }

  /** Subscribes; the host counts, so each call needs one {@link #unsubscribe}. */
  public void subscribe(EventSubscriptionService service) {
    service.addEventListener(this, UEIS);
  }

  /** Takes the subscription back, lest the host keep our class loader. */
  public void unsubscribe(EventSubscriptionService service) {
    service.removeEventListener(this, UEIS);
  }

  @Override
  public String getName() {
    // The host keys its executors by this name, so it must be ours alone.
    return "trunkline-nodes";
  }

  @Override
  public int getNumThreads() {
    return 1;
  }

  @Override
  public void onEvent(InMemoryEvent event) {
    Integer nodeId = event.getNodeId();
    if (nodeId != null) {
      announce.accept(nodeId);
    }
  }
}
