package org.opennms.plugins.trunkline.sandbox.host.nodes;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.opennms.integration.api.v1.dao.NodeDao;
import org.opennms.integration.api.v1.model.Node;

/** Nodes as Horizon hands them to plugins: immutable copies, and null for what is not there. */
public final class SandboxNodeDao implements NodeDao {

  private final NodeInventory inventory;

  /** Makes a DAO over the inventory. */
  public SandboxNodeDao(NodeInventory inventory) {
    this.inventory = inventory;
  }

  @Override
  public String getDefaultLocationName() {
    return NodeSpec.DEFAULT_LOCATION;
  }

  @Override
  public List<Node> getNodes() {
    return inventory.nodes();
  }

  @Override
  public Long getNodeCount() {
    return (long) inventory.nodes().size();
  }

  @Override
  public List<Integer> getNodeIds() {
    return inventory.nodes().stream().map(Node::getId).toList();
  }

  /**
   * {@inheritDoc}
   *
   * @throws NumberFormatException for a criteria that is neither a number nor {@code FS:FID}
   */
  @Override
  public Node getNodeByCriteria(String criteria) {
    int colon = criteria.indexOf(':');
    return colon < 0
        ? getNodeById(Integer.valueOf(criteria))
        : getNodeByForeignSourceAndForeignId(
            criteria.substring(0, colon), criteria.substring(colon + 1));
  }

  @Override
  public Node getNodeById(Integer id) {
    return inventory.node(id);
  }

  @Override
  public Node getNodeByLabel(String label) {
    return first(node -> Objects.equals(node.getLabel(), label));
  }

  @Override
  public Node getNodeByForeignSourceAndForeignId(String foreignSource, String foreignId) {
    return first(
        node ->
            node.getForeignSource() != null
                && node.getForeignSource().equals(foreignSource)
                && Objects.equals(node.getForeignId(), foreignId));
  }

  @Override
  public List<Node> getNodesInLocation(String location) {
    return all(node -> node.getLocation().equals(location));
  }

  @Override
  public List<Node> getNodesInForeignSource(String foreignSource) {
    return all(
        node -> node.getForeignSource() != null && node.getForeignSource().equals(foreignSource));
  }

  private Node first(Predicate<Node> condition) {
    return inventory.nodes().stream().filter(condition).findFirst().orElse(null);
  }

  private List<Node> all(Predicate<Node> condition) {
    return inventory.nodes().stream().filter(condition).toList();
  }
}
