package org.opennms.plugins.trunkline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.InMemoryInterfaces;
import org.opennms.plugins.trunkline.operations.SampleNetwork;

/** What alerts know of the network around a subject. */
class NetworkIndexTest {
  private static final KnownInterface UPLINK = SampleNetwork.UPLINK;
  private static final KnownInterface NEIGHBOUR =
      SampleNetwork.port(UPLINK.device(), 8, "Gi0/0/2", "", InterfaceRole.OTHER, false);

  private final InMemoryInterfaces interfaces = new InMemoryInterfaces(List.of(UPLINK, NEIGHBOUR));
  private final Set<InterfaceKey> unusual = new HashSet<>();
  private boolean tellsContext = true;
  private final NetworkIndex index =
      new NetworkIndex(
          interfaces, List::of, new Readings(), (d, t) -> Optional.of("night"), () -> tellsContext);

  private final class Readings implements NetworkIndex.Baselines {
    @Override
    public Set<InterfaceKey> unusual() {
      return Set.copyOf(unusual);
    }

    @Override
    public Duration calm() {
      return Duration.ofMinutes(30);
    }
  }

  @Test
  void what_is_monitored_is_found_by_key_by_position_and_by_node_after_a_look() {
    assertThat(index.monitored(UPLINK.key())).isEmpty();
    index.refresh();
    assertThat(index.monitored(UPLINK.key())).contains(UPLINK);
    assertThat(index.monitored(1, 7)).contains(UPLINK);
    assertThat(index.monitored(1)).containsExactly(UPLINK);
    assertThat(index.device(UPLINK.device().key())).contains(UPLINK.device());
    assertThat(index.up()).containsExactly(UPLINK.key());
    assertThat(index.outage(UPLINK.device(), SampleNetwork.SEEN)).contains("night");
  }

  @Test
  void what_nobody_monitors_is_not_there() {
    index.refresh();
    assertThat(index.monitored(NEIGHBOUR.key())).isEmpty();
    assertThat(index.monitored(1, 8)).isEmpty();
    assertThat(index.wasUp(NEIGHBOUR.key())).isFalse();
  }

  @Test
  void an_interface_has_vanished_when_its_device_still_has_others() {
    assertThat(vanished()).isFalse();
    interfaces.put(stale(UPLINK));
    assertThat(vanished()).isTrue();
  }

  @Test
  void an_interface_goes_with_its_node_when_nothing_is_left_of_it() {
    interfaces.put(stale(UPLINK));
    interfaces.put(stale(NEIGHBOUR));
    assertThat(vanished()).isFalse();
    interfaces.remove(UPLINK.key());
    interfaces.put(NEIGHBOUR);
    assertThat(vanished()).as("forgotten").isFalse();
  }

  @Test
  void a_node_whose_name_only_contains_the_others_does_not_stand_in_for_it() {
    interfaces.put(stale(UPLINK));
    interfaces.remove(NEIGHBOUR.key());
    Device longer = device(9, "lab:edge12", "lab:edge1-b");
    interfaces.put(SampleNetwork.port(longer, 1, "Gi0/0/2", "", InterfaceRole.OTHER, false));
    assertThat(vanished()).isFalse();
  }

  @Test
  void traffic_that_is_unusual_is_known_as_of_the_last_look() {
    index.refresh();
    unusual.add(UPLINK.key());
    assertThat(index.deviates(UPLINK.key())).isFalse();
    index.refresh();
    assertThat(index.deviates(UPLINK.key())).isTrue();
  }

  @Test
  void an_alarm_of_a_known_interface_has_its_role_and_provider_unless_that_is_off() {
    index.refresh();
    assertThat(index.instance(1, 7))
        .contains("lab:edge1/Gi0/0/1;role=isp_uplink;critical=true;provider=Example Telecom");
    assertThat(index.instance(1, 8)).isEmpty();
    tellsContext = false;
    assertThat(index.instance(1, 7)).isEmpty();
  }

  private boolean vanished() {
    index.refresh();
    return index.vanished(UPLINK.key());
  }

  private static Device device(int id, String key, String label) {
    return new Device(
        new NodeKey(key),
        id,
        label,
        "Default",
        "lab",
        Optional.empty(),
        true,
        new TreeSet<>(),
        Map.of());
  }

  private static KnownInterface stale(KnownInterface is) {
    return new KnownInterface(
        is.device(),
        is.facts(),
        is.networkInterface(),
        is.judgement(),
        is.classification(),
        is.override(),
        false,
        is.firstSeen(),
        is.lastSeen(),
        true);
  }
}
