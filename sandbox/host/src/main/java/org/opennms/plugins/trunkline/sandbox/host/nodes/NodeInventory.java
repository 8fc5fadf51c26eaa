package org.opennms.plugins.trunkline.sandbox.host.nodes;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opennms.integration.api.v1.model.IpInterface;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.integration.api.v1.model.immutables.ImmutableNode;
import org.opennms.plugins.trunkline.sandbox.host.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The nodes of the host: what the file says, under ids that the database keeps. Readers see one
 * consistent, immutable view; {@link #refresh} replaces it.
 */
public final class NodeInventory {

  private static final Logger LOG = LoggerFactory.getLogger(NodeInventory.class);

  private final Database database;
  private final NodesFile file;
  private volatile View view = new View(Map.of(), Map.of());

  /** Makes an empty inventory; nothing is read before the first {@link #refresh}. */
  public NodeInventory(Database database, Path file) {
    this.database = database;
    this.file = new NodesFile(file);
  }

  /** All nodes, by ascending id. */
  public List<Node> nodes() {
    return List.copyOf(view.nodes.values());
  }

  /** The node with this id, or null. */
  public Node node(Integer id) {
    return id == null ? null : view.nodes.get(id);
  }

  /** The node that owns an address in a location. */
  public Optional<Integer> nodeId(String location, InetAddress address) {
    return Optional.ofNullable(view.addresses.get(new Place(location, address)));
  }

  /** Reads the file if it changed and says what became different; a bad file changes nothing. */
  public synchronized List<NodeChange> refresh() {
    try {
      return file.readIfChanged().map(this::replace).orElse(List.of());
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("nodes.file is not usable, the nodes stay as they are: {}", e.getMessage());
      return List.of();
    }
  }

  private List<NodeChange> replace(List<NodeSpec> specs) {
    View before = view;
    List<NodeChange> changes = new ArrayList<>();
    Map<Integer, Node> nodes = new TreeMap<>();
    database.inTransaction(
        () -> {
          Map<String, Integer> gone = presentIds();
          for (NodeSpec spec : specs) {
            boolean known = gone.remove(spec.identity()) != null;
            Node node = NodeMapper.toNode(idOf(spec.identity()), spec);
            nodes.put(node.getId(), node);
            change(before, known, node).ifPresent(changes::add);
          }
          gone.values().forEach(id -> changes.add(delete(before, id)));
          return nodes;
        });
    view = new View(nodes, addresses(nodes));
    return changes;
  }

  private static Optional<NodeChange> change(View before, boolean known, Node node) {
    if (!known) {
      return Optional.of(new NodeChange(NodeChange.Kind.ADDED, node));
    }
    Node old = before.nodes.get(node.getId());
    return old == null || old.equals(node)
        ? Optional.empty()
        : Optional.of(new NodeChange(NodeChange.Kind.UPDATED, node));
  }

  private Map<String, Integer> presentIds() {
    Map<String, Integer> ids = new HashMap<>();
    database
        .query(
            "SELECT identity_key, id FROM nodes WHERE present",
            row -> Map.entry(row.text("identity_key"), row.number("id")))
        .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
    return ids;
  }

  /** The id of a present node; a node that comes back after a deletion is a new one. */
  private int idOf(String identity) {
    return database
        .first(
            "SELECT id FROM nodes WHERE identity_key = ? AND present",
            row -> row.number("id"),
            identity)
        .orElseGet(
            () ->
                database.insert(
                    "INSERT INTO nodes (identity_key, present) VALUES (?, TRUE)", identity));
  }

  private NodeChange delete(View before, int id) {
    database.update(
        "UPDATE nodes SET present = FALSE, identity_key = identity_key || ? WHERE id = ?",
        " (deleted " + id + ")",
        id);
    Node old = before.nodes.get(id);
    return new NodeChange(
        NodeChange.Kind.DELETED,
        old != null
            ? old
            : ImmutableNode.newBuilder()
                .setId(id)
                .setLabel("node " + id)
                .setLocation(NodeSpec.DEFAULT_LOCATION)
                .build());
  }

  private static Map<Place, Integer> addresses(Map<Integer, Node> nodes) {
    Map<Place, Integer> addresses = new HashMap<>();
    for (Node node : nodes.values()) {
      for (IpInterface ip : node.getIpInterfaces()) {
        addresses.putIfAbsent(new Place(node.getLocation(), ip.getIpAddress()), node.getId());
      }
    }
    return addresses;
  }

  private record Place(String location, InetAddress address) {}

  private record View(Map<Integer, Node> nodes, Map<Place, Integer> addresses) {}
}
