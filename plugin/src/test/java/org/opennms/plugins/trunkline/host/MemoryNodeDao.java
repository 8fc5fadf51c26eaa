package org.opennms.plugins.trunkline.host;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.opennms.integration.api.v1.dao.NodeDao;
import org.opennms.integration.api.v1.model.Node;

/** Behaves as the host's: null for what is not found, exceptions for criteria that are none. */
final class MemoryNodeDao implements NodeDao {
  final Map<Integer, Node> nodes = new TreeMap<>();
  RuntimeException fault;

  void add(Node node) {
    nodes.put(node.getId(), node);
  }

  @Override
  public String getDefaultLocationName() {
    return "Default";
  }

  @Override
  public List<Node> getNodes() {
    throw new UnsupportedOperationException("expensive on a real host");
  }

  @Override
  public Long getNodeCount() {
    return (long) nodes.size();
  }

  @Override
  public List<Integer> getNodeIds() {
    reach();
    return List.copyOf(nodes.keySet());
  }

  @Override
  public Node getNodeByCriteria(String criteria) {
    reach();
    if (criteria.contains(":")) {
      String[] parts = criteria.split(":", 0);
      return getNodeByForeignSourceAndForeignId(parts[0], parts[1]);
    }
    return nodes.get(Integer.parseInt(criteria));
  }

  @Override
  public Node getNodeById(Integer id) {
    reach();
    return nodes.get(id);
  }

  @Override
  public Node getNodeByLabel(String label) {
    reach();
    return first(n -> n.getLabel().equals(label));
  }

  @Override
  public Node getNodeByForeignSourceAndForeignId(String foreignSource, String foreignId) {
    return first(
        n -> foreignSource.equals(n.getForeignSource()) && foreignId.equals(n.getForeignId()));
  }

  @Override
  public List<Node> getNodesInLocation(String location) {
    throw new UnsupportedOperationException("not used");
  }

  @Override
  public List<Node> getNodesInForeignSource(String foreignSource) {
    throw new UnsupportedOperationException("not used");
  }

  private Node first(Predicate<Node> wanted) {
    return nodes.values().stream().filter(wanted).findFirst().orElse(null);
  }

  private void reach() {
    if (fault != null) {
      throw fault;
    }
  }
}
