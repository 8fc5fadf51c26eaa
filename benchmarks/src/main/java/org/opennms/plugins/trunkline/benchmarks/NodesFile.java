package org.opennms.plugins.trunkline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.inventory.NodeSource;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NodeKey;

/** The simulated network's {@code nodes.json} as the host's nodes. Immutable. */
public final class NodesFile implements NodeSource {
  private final List<Device> devices = new ArrayList<>();

  /**
   * Reads it.
   *
   * @throws IOException when it cannot be read
   */
  public NodesFile(Path file) throws IOException {
    JsonNode nodes = new ObjectMapper().readTree(file.toFile()).get("nodes");
    for (JsonNode node : nodes) {
      devices.add(device(devices.size() + 1, node));
    }
  }

  @Override
  public List<Integer> nodeIds() {
    return devices.stream().map(Device::nodeId).toList();
  }

  @Override
  public Optional<Device> node(int nodeId) {
    return Optional.of(devices.get(nodeId - 1));
  }

  @Override
  public Optional<Device> find(String text) {
    return devices.stream().filter(d -> d.label().equals(text)).findFirst();
  }

  private static Device device(int id, JsonNode node) throws IOException {
    String source = node.path("foreignSource").asText("");
    TreeSet<String> categories = new TreeSet<>();
    node.path("categories").forEach(c -> categories.add(c.asText()));
    return new Device(
        new NodeKey(Integer.toString(id)),
        id,
        node.get("label").asText(),
        node.path("location").asText("Default"),
        source,
        Optional.of(InetAddress.getByName(node.get("address").asText())),
        true,
        categories,
        Map.of());
  }
}
