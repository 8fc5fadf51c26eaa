package org.opennms.plugins.trunkline.alert;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;

/**
 * What the host's own alarms say: interfaces whose link is down, nodes that are down. Not
 * thread-safe.
 */
final class HostView {
  private static final String NODE_DOWN = "uei.opennms.org/nodes/nodeDown";

  private final Surroundings around;
  private final RootCauses causes;
  private final Map<Place, HostAlarm> links = new HashMap<>();

  private record Place(int nodeId, int ifIndex) {}

  HostView(Surroundings around, RootCauses causes) {
    this.around = around;
    this.causes = causes;
  }

  /** The host's link-down alarm of an interface. */
  Optional<HostAlarm> linkAlarm(InterfaceKey key) {
    return around
        .monitored(key)
        .map(k -> links.get(new Place(k.device().nodeId(), k.networkInterface().ifIndex())));
  }

  void observe(List<HostAlarm> all, Instant at) {
    links.clear();
    Set<NodeKey> down = new HashSet<>();
    for (HostAlarm alarm : all) {
      link(alarm);
      // A node whose alarm an operator cleared is not up because of that.
      boolean holds =
          alarm.state() == HostAlarm.State.OPEN || alarm.state() == HostAlarm.State.CLEARED_BY_HAND;
      if (alarm.uei().equals(NODE_DOWN) && holds) {
        around.device(alarm.nodeId()).map(Device::key).ifPresent(down::add);
      }
    }
    causes.nodes(down, at);
  }

  void observe(HostAlarm alarm) {
    link(alarm);
  }

  private void link(HostAlarm alarm) {
    if (alarm.isOurs() || alarm.ifIndex() <= 0) {
      return;
    }
    Place place = new Place(alarm.nodeId(), alarm.ifIndex());
    if (alarm.state() == HostAlarm.State.OPEN) {
      links.put(place, alarm);
    } else {
      links.remove(place);
    }
  }
}
