package org.opennms.plugins.trunkline.host;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.opennms.integration.api.v1.dao.NodeDao;
import org.opennms.integration.api.v1.model.IpInterface;
import org.opennms.integration.api.v1.model.MetaData;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.plugins.trunkline.inventory.NodeSource;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NodeKey;

/** The host's nodes through its {@code NodeDao}. Thread-safe; blocks as the host does. */
public final class HostNodes implements NodeSource {
  private static final String SERVICE = "The host's node DAO";
  private static final String SNMP = "SNMP";
  private static final Pattern CRITERIA = Pattern.compile("\\d{1,9}|[^:]+:[^:]+");

  private final NodeDao dao;

  /** Over the host's DAO. */
  public HostNodes(NodeDao dao) {
    this.dao = dao;
  }

  @Override
  public List<Integer> nodeIds() {
    return HostCalls.call(SERVICE, dao::getNodeIds);
  }

  @Override
  public Optional<Device> node(int nodeId) {
    return device(() -> dao.getNodeById(nodeId));
  }

  @Override
  public Optional<Device> find(String text) {
    return device(() -> dao.getNodeByLabel(text)).or(() -> byCriteria(text));
  }

  private Optional<Device> byCriteria(String text) {
    // The DAO expects a number or FS:FID and fails at anything else.
    return CRITERIA.matcher(text).matches()
        ? device(() -> dao.getNodeByCriteria(text))
        : Optional.empty();
  }

  // Within the call: a node that cannot be understood is a failure of that one call.
  private static Optional<Device> device(Supplier<Node> call) {
    return HostCalls.call(SERVICE, () -> Optional.ofNullable(call.get()).map(HostNodes::device));
  }

  private static Device device(Node node) {
    return new Device(
        NodeKey.of(node.getId(), node.getForeignSource(), node.getForeignId()),
        node.getId(),
        node.getLabel(),
        node.getLocation(),
        Optional.ofNullable(node.getForeignSource()).orElse(""),
        address(node),
        node.getIpInterfaces().stream().anyMatch(HostNodes::hasSnmp),
        new TreeSet<>(node.getCategories()),
        metadata(node.getMetaData()));
  }

  // The API does not tell which interface is primary, so the one with the SNMP service is taken.
  private static Optional<InetAddress> address(Node node) {
    List<IpInterface> interfaces = node.getIpInterfaces();
    return interfaces.stream()
        .filter(HostNodes::hasSnmp)
        .findFirst()
        .or(() -> interfaces.stream().findFirst())
        .map(IpInterface::getIpAddress);
  }

  private static boolean hasSnmp(IpInterface address) {
    return address.getMonitoredService(SNMP).isPresent();
  }

  private static Map<String, String> metadata(List<MetaData> entries) {
    Map<String, String> metadata = new LinkedHashMap<>();
    entries.stream()
        .filter(e -> e.getValue() != null)
        .forEach(e -> metadata.put(e.getContext() + ":" + e.getKey(), e.getValue()));
    return metadata;
  }
}
