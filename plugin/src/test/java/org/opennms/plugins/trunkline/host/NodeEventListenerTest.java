package org.opennms.plugins.trunkline.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opennms.integration.api.v1.events.EventListener;
import org.opennms.integration.api.v1.events.EventSubscriptionService;
import org.opennms.integration.api.v1.model.immutables.ImmutableInMemoryEvent;

class NodeEventListenerTest {
  private final List<Integer> announced = new ArrayList<>();
  private final NodeEventListener listener = NodeEventListener.ofNodes(announced::add);
  private final CountingService host = new CountingService();

  @Test
  void the_host_tells_of_nodes_that_come_change_and_go() {
    listener.subscribe(host);
    for (String uei :
        List.of(
            "uei.opennms.org/nodes/nodeAdded",
            "uei.opennms.org/internal/provisiond/nodeScanCompleted",
            "uei.opennms.org/nodes/nodeUpdated",
            "uei.opennms.org/nodes/nodeLabelChanged",
            "uei.opennms.org/nodes/nodeCategoryMembershipChanged",
            "uei.opennms.org/nodes/nodeDeleted")) {
      host.send(uei, 7);
    }
    assertThat(announced).hasSize(6).containsOnly(7);
  }

  @Test
  void what_does_not_change_a_node_is_not_asked_for() {
    listener.subscribe(host);
    host.send("uei.opennms.org/nodes/nodeDown", 7);
    host.send("uei.opennms.org/nodes/dataCollectionFailed", 7);
    assertThat(announced).isEmpty();
  }

  @Test
  void an_event_without_a_node_is_passed_over() {
    listener.subscribe(host);
    host.send("uei.opennms.org/nodes/nodeAdded", null);
    assertThat(announced).isEmpty();
  }

  @Test
  void every_subscription_is_taken_back_so_that_the_host_keeps_nothing_of_ours() {
    listener.subscribe(host);
    listener.subscribe(host);
    listener.unsubscribe(host);
    assertThat(host.counts.values()).containsOnly(1);
    listener.unsubscribe(host);
    assertThat(host.counts).isEmpty();
    host.send("uei.opennms.org/nodes/nodeAdded", 7);
    assertThat(announced).isEmpty();
  }

  @Test
  void the_name_is_constant_and_one_thread_keeps_the_order() {
    assertThat(listener.getName()).isEqualTo("trunkline-nodes");
    assertThat(listener.getNumThreads()).isEqualTo(1);
  }

  /** Counts references as the host does: an adapter lives until it was removed once per add. */
  private static final class CountingService implements EventSubscriptionService {
    private final Map<String, Integer> counts = new HashMap<>();
    private EventListener last;

    void send(String uei, Integer nodeId) {
      ImmutableInMemoryEvent.Builder event =
          ImmutableInMemoryEvent.newBuilder().setUei(uei).setSource("test");
      if (nodeId != null) {
        event.setNodeId(nodeId);
      }
      if (hasEventListener(uei)) {
        last.onEvent(event.build());
      }
    }

    @Override
    public void addEventListener(EventListener listener) {
      throw new UnsupportedOperationException("all events of the host");
    }

    @Override
    public void addEventListener(EventListener listener, Collection<String> ueis) {
      ueis.forEach(u -> addEventListener(listener, u));
    }

    @Override
    public void addEventListener(EventListener listener, String uei) {
      last = listener;
      counts.merge(uei, 1, Integer::sum);
    }

    @Override
    public void removeEventListener(EventListener listener) {
      throw new UnsupportedOperationException("leaves what was added by UEI");
    }

    @Override
    public void removeEventListener(EventListener listener, Collection<String> ueis) {
      ueis.forEach(u -> removeEventListener(listener, u));
    }

    @Override
    public void removeEventListener(EventListener listener, String uei) {
      counts.computeIfPresent(uei, (u, count) -> count == 1 ? null : count - 1);
    }

    @Override
    public boolean hasEventListener(String uei) {
      return counts.containsKey(uei);
    }
  }
}
