package org.opennms.plugins.trunkline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NodeKey;

/**
 * One interface without a network around it.
 *
 * @param calm as its baseline has it
 * @param unusual whose traffic is unusual now
 */
record Alone(KnownInterface is, Duration calm, Predicate<InterfaceKey> unusual)
    implements Surroundings {
  @Override
  public Optional<KnownInterface> monitored(InterfaceKey key) {
    return Optional.of(is).filter(k -> k.key().equals(key));
  }

  @Override
  public boolean vanished(InterfaceKey key) {
    return false;
  }

  @Override
  public Optional<Device> device(NodeKey node) {
    return Optional.of(is.device()).filter(d -> d.key().equals(node));
  }

  @Override
  public Optional<Device> device(int nodeId) {
    return Optional.of(is.device()).filter(d -> d.nodeId() == nodeId);
  }

  @Override
  public Optional<KnownInterface> monitored(int nodeId, int ifIndex) {
    return Optional.empty();
  }

  @Override
  public List<KnownInterface> monitored(int nodeId) {
    return List.of();
  }

  @Override
  public Optional<KnownInterface> farEnd(InterfaceKey key) {
    return Optional.empty();
  }

  @Override
  public Optional<KnownInterface> aggregate(KnownInterface member) {
    return Optional.empty();
  }

  @Override
  public Set<NodeKey> neighbours(NodeKey node) {
    return Set.of();
  }

  @Override
  public Collection<InterfaceKey> up() {
    return List.of(is.key());
  }

  @Override
  public boolean deviates(InterfaceKey key) {
    return unusual.test(key);
  }

  @Override
  public Optional<String> outage(Device node, Instant now) {
    return Optional.empty();
  }

  @Override
  public boolean wasUp(InterfaceKey key) {
    return true;
  }
}
