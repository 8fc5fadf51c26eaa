package org.opennms.plugins.trunkline.host;

import java.util.List;
import org.opennms.integration.api.v1.events.EventListener;
import org.opennms.integration.api.v1.events.EventSubscriptionService;
import org.opennms.integration.api.v1.model.InMemoryEvent;

/**
 * Hands over what the host's poller says of nodes: down, and up again. The host calls it on one
 * thread of its own, which is kept for no longer than it takes to note a number.
 */
public final class NodeStateListener implements EventListener {
  private static final String DOWN = "uei.opennms.org/nodes/nodeDown";
  private static final String UP = "uei.opennms.org/nodes/nodeUp";

  private final Told told;

  /** Hands over to this. */
  public NodeStateListener(Told told) {
    this.told = told;
  }

  /** Is told of nodes by the host's thread; must neither block nor throw. */
  @FunctionalInterface
  public interface Told {
    /** The host holds the node of this id for down, or for up again. */
    void node(int nodeId, boolean down);
  }

  /** Subscribes; the host counts, so each call needs one {@link #unsubscribe}. */
  public void subscribe(EventSubscriptionService service) {
    service.addEventListener(this, List.of(DOWN, UP));
  }

  /** Takes the subscription back, lest the host keep our class loader. */
  public void unsubscribe(EventSubscriptionService service) {
    service.removeEventListener(this, List.of(DOWN, UP));
  }

  @Override
  public String getName() {
    // The host keys its executors by this name, so it must be ours alone.
    return "trunkline-node-states";
  }

  @Override
  public int getNumThreads() {
    return 1;
  }

  @Override
  public void onEvent(InMemoryEvent event) {
    Integer nodeId = event.getNodeId();
    if (nodeId != null) {
      told.node(nodeId, event.getUei().equals(DOWN));
    }
  }
}
