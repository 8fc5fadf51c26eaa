package org.opennms.plugins.trunkline.topology;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.Reason;

/**
 * Which node a neighbour is.
 *
 * @param node empty where none fits, or several do
 * @param candidates the others that were looked at, sorted
 * @param reasons for the node, and against the candidates
 */
record Resolution(Optional<NodeKey> node, List<NodeKey> candidates, List<Reason> reasons) {
  Resolution {
    Objects.requireNonNull(node, "node");
    candidates = List.copyOf(candidates);
    reasons = List.copyOf(reasons);
  }

  static Resolution to(NodeKey node, Reason why) {
    return new Resolution(Optional.of(node), List.of(), List.of(why));
  }
}
