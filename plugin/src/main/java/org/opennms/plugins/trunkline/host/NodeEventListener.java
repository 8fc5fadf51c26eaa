package org.opennms.plugins.trunkline.host;

import java.util.List;
import java.util.function.IntConsumer;
import org.opennms.integration.api.v1.events.EventListener;
import org.opennms.integration.api.v1.events.EventSubscriptionService;
import org.opennms.integration.api.v1.model.InMemoryEvent;

/**
 * Hands the host's announcements about nodes over. The host calls it on one thread of its own,
 * which is kept for no longer than it takes to note a number.
 */
public final class NodeEventListener implements EventListener {
  private static final List<String> NODES =
      List.of(
          "uei.opennms.org/nodes/nodeAdded",
          "uei.opennms.org/nodes/nodeUpdated",
          "uei.opennms.org/nodes/nodeLabelChanged",
          "uei.opennms.org/nodes/nodeCategoryMembershipChanged",
          "uei.opennms.org/nodes/nodeDeleted",
          "uei.opennms.org/internal/provisiond/nodeScanCompleted");

  // Traps as they come, as the host's translator enriches them, and what its own poller found.
  private static final List<String> LINKS =
      List.of(
          "uei.opennms.org/generic/traps/SNMP_Link_Down",
          "uei.opennms.org/generic/traps/SNMP_Link_Up",
          "uei.opennms.org/translator/traps/SNMP_Link_Down",
          "uei.opennms.org/translator/traps/SNMP_Link_Up",
          "uei.opennms.org/nodes/snmp/interfaceOperDown",
          "uei.opennms.org/nodes/snmp/interfaceOperUp");

  private final String name;
  private final List<String> ueis;
  private final IntConsumer announce;

  private NodeEventListener(String name, List<String> ueis, IntConsumer announce) {
    this.name = name;
    this.ueis = ueis;
    this.announce = announce;
  }

  /**
   * Hears of nodes that came, changed or went.
   *
   * @param announce is given node ids; must neither block nor throw
   */
  public static NodeEventListener ofNodes(IntConsumer announce) {
    return new NodeEventListener("trunkline-nodes", NODES, announce);
  }

  /**
   * Hears of interfaces that went up or down.
   *
   * @param announce is given node ids; must neither block nor throw
   */
  public static NodeEventListener ofLinks(IntConsumer announce) {
    return new NodeEventListener("trunkline-links", LINKS, announce);
  }

  /** Subscribes; the host counts, so each call needs one {@link #unsubscribe}. */
  public void subscribe(EventSubscriptionService service) {
    service.addEventListener(this, ueis);
  }

  /** Takes the subscription back, lest the host keep our class loader. */
  public void unsubscribe(EventSubscriptionService service) {
    service.removeEventListener(this, ueis);
  }

  @Override
  public String getName() {
    // The host keys its executors by this name, so it must be ours alone.
    return name;
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
