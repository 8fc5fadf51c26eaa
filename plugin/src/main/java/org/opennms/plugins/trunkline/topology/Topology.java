package org.opennms.plugins.trunkline.topology;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.NodeKey;

/**
 * The heart: takes in what devices tell, keeps who is connected to whom. One device's report costs
 * work in proportion to that device and its neighbours, not to the network. The result depends on
 * what was told, not on the order in which it was told.
 *
 * <p>All methods but {@link #snapshot()} are for one thread at a time; a snapshot may be asked for
 * by any thread at any time.
 */
public interface Topology {
  /** Takes in one device's report. */
  TopologyChanges accept(DeviceReport report);

  /** Takes in many at once; what is between them is resolved once. */
  TopologyChanges acceptAll(List<DeviceReport> reports);

  /** Begins again after a restart; tells of no changes. */
  void restore(List<DeviceState> states);

  /** What is known of a device now; empty for a device that never reported. */
  Optional<DeviceState> state(NodeKey node);

  /** The node is no more. Others that see it see an orphan now. */
  TopologyChanges remove(NodeKey node, Instant now);

  /** Forgets what has not been told again in time. */
  TopologyChanges expire(Instant now);

  /** Replaces the operator's mappings. */
  TopologyChanges map(List<ManualMapping> mappings, Instant now);

  /** Everything, now. Made anew at the first question after a change. */
  TopologySnapshot snapshot();
}
