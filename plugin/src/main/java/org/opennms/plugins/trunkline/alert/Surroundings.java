package org.opennms.plugins.trunkline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NodeKey;

/** What alerts ask about the network around a subject. Answers from memory; thread-safe. */
public interface Surroundings {
  /** An interface that is monitored and not stale, as it is known now. */
  Optional<KnownInterface> monitored(InterfaceKey key);

  /** Whether it was monitored, and its device is still read but no longer has it. */
  boolean vanished(InterfaceKey key);

  /** A node with interfaces that are monitored. */
  Optional<Device> device(NodeKey node);

  /** The same by the host's id. */
  Optional<Device> device(int nodeId);

  /** An interface that is monitored, by the host's id of its node and its ifIndex. */
  Optional<KnownInterface> monitored(int nodeId, int ifIndex);

  /** All interfaces of a node that are monitored, by the host's id. */
  List<KnownInterface> monitored(int nodeId);

  /** The other end of its link, where topology knows it. */
  Optional<KnownInterface> farEnd(InterfaceKey key);

  /** The aggregate whose member it is. */
  Optional<KnownInterface> aggregate(KnownInterface member);

  /** Nodes that it is linked with. */
  Set<NodeKey> neighbours(NodeKey node);

  /** All interfaces that the inventory holds for up. */
  Collection<InterfaceKey> up();

  /** Whether its baseline finds its traffic unusual now, so much that it is told. */
  boolean deviates(InterfaceKey key);

  /** How long its traffic must be as usual until a baseline says that an anomaly is over. */
  Duration calm();

  /** The name of a scheduled outage of the host that the node is in now. */
  Optional<String> outage(Device node, Instant now);

  /** Whether the inventory holds it for up. */
  boolean wasUp(InterfaceKey key);
}
