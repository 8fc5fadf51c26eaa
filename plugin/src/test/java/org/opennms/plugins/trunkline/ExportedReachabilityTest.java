package org.opennms.plugins.trunkline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opennms.integration.api.v1.model.immutables.ImmutableInMemoryEvent;
import org.opennms.plugins.trunkline.host.NodeStateListener;
import org.opennms.plugins.trunkline.inventory.KnownDevices;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.SampleNetwork;
import org.opennms.plugins.trunkline.telemetry.Sink;
import org.opennms.plugins.trunkline.telemetry.StatusChange;

class ExportedReachabilityTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  private final Sink sink = new Sink();
  private final SteppedClock clock = new SteppedClock(NOW);
  private final ExportedReachability reachability =
      new ExportedReachability(sink, new TwoDevices(), clock);
  private final NodeStateListener listener = new NodeStateListener(reachability::note);

  @Test
  void what_the_hosts_poller_says_of_a_node_is_exported_with_the_time_at_which_it_said_so() {
    event(SampleNetwork.EDGE.nodeId(), "uei.opennms.org/nodes/nodeDown");
    assertThat(sink.changes).as("the host's thread is not kept").isEmpty();
    clock.set(NOW.plusSeconds(7));
    event(SampleNetwork.EDGE.nodeId(), "uei.opennms.org/nodes/nodeUp");
    reachability.tick();
    assertThat(sink.changes).extracting(StatusChange::status).containsExactly("OFFLINE", "ONLINE");
    assertThat(sink.changes).extracting(StatusChange::at).containsExactly(NOW, NOW.plusSeconds(7));
    assertThat(sink.changed).containsOnly(SampleNetwork.EDGE);
    assertThat(sink.changes.get(0).kind()).isEqualTo("reachability");
    assertThat(sink.changes.get(0).tags()).containsExactly("source=host");
  }

  @Test
  void a_node_that_is_not_known_and_an_event_of_none_are_left_out() {
    event(4711, "uei.opennms.org/nodes/nodeDown");
    listener.onEvent(
        ImmutableInMemoryEvent.newBuilder()
            .setUei("uei.opennms.org/nodes/nodeDown")
            .setSource("test")
            .build());
    reachability.tick();
    assertThat(sink.changes).isEmpty();
  }

  @Test
  void what_is_too_much_is_counted() {
    for (int i = 0; i < 10_005; i++) {
      reachability.note(4711, true);
    }
    assertThat(reachability.lost()).isEqualTo(5);
  }

  private void event(int node, String uei) {
    listener.onEvent(
        ImmutableInMemoryEvent.newBuilder().setUei(uei).setSource("test").setNodeId(node).build());
  }

  private static final class TwoDevices implements KnownDevices {
    @Override
    public List<Known> devices() {
      return List.of(
          new Known(SampleNetwork.EDGE, DeviceFacts.UNKNOWN, List.of()),
          new Known(SampleNetwork.SWITCH, DeviceFacts.UNKNOWN, List.of()));
    }

    @Override
    public Set<NodeKey> keys() {
      return Set.of(SampleNetwork.EDGE.key(), SampleNetwork.SWITCH.key());
    }

    @Override
    public Optional<Known> device(NodeKey node) {
      return devices().stream().filter(k -> k.device().key().equals(node)).findFirst();
    }
  }
}
