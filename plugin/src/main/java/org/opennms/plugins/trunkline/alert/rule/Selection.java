package org.opennms.plugins.trunkline.alert.rule;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;

/**
 * Which interfaces and nodes something is about; what is empty does not narrow.
 *
 * @param roles roles of interfaces
 * @param categories the host's surveillance categories, one of which the node needs
 * @param nodes node labels, ids or {@code FS:FID}
 * @param interfaces interface names or descriptions (ifAlias)
 */
public record Selection(
    Set<InterfaceRole> roles, Patterns categories, Patterns nodes, Patterns interfaces) {
  /** Everything. */
  public static final Selection ALL =
      new Selection(Set.of(), Patterns.ANY, Patterns.ANY, Patterns.ANY);

  /** Copies the set and rejects missing parts. */
  public Selection {
    roles = Set.copyOf(roles);
    Objects.requireNonNull(categories, "categories");
    Objects.requireNonNull(nodes, "nodes");
    Objects.requireNonNull(interfaces, "interfaces");
  }

  /** Whether it is about this interface. */
  public boolean accepts(KnownInterface known) {
    return acceptsNode(known.device())
        && (roles.isEmpty() || roles.contains(known.classification().role()))
        && interfaces.accept(List.of(known.key().name(), known.networkInterface().ifAlias()));
  }

  /** Whether it is about this node as a whole: not where it names roles or interfaces. */
  public boolean accepts(Device device) {
    return roles.isEmpty() && interfaces.globs().isEmpty() && acceptsNode(device);
  }

  private boolean acceptsNode(Device device) {
    return categories.accept(List.copyOf(device.categories()))
        && nodes.accept(
            List.of(device.label(), device.key().text(), Integer.toString(device.nodeId())));
  }
}
