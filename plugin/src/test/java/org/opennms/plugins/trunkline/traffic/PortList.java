package org.opennms.plugins.trunkline.traffic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;

/** A directory over a list that a test may change. */
public final class PortList implements InterfaceDirectory {
  private final List<KnownInterface> all = new CopyOnWriteArrayList<>();

  /** With these in it. */
  public PortList(List<KnownInterface> ports) {
    all.addAll(ports);
  }

  /** The list itself. */
  public List<KnownInterface> all() {
    return all;
  }

  @Override
  public List<KnownInterface> find(InterfaceFilter filter) {
    return all.stream().filter(filter::accepts).toList();
  }

  @Override
  public Optional<KnownInterface> get(String node, String name) {
    return all.stream()
        .filter(known -> known.device().isCalled(node) && known.key().name().equals(name))
        .findFirst();
  }

  @Override
  public List<String> nodeLabels() {
    return all.stream().map(known -> known.device().label()).distinct().sorted().toList();
  }

  @Override
  public Summary summary() {
    return new Summary(
        1, all.size(), Map.of(), Map.of(), 0, all.size(), false, 0, Optional.empty());
  }
}
