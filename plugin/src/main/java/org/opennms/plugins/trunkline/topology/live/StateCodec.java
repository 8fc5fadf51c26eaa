package org.opennms.plugins.trunkline.topology.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.config.Formats;
import org.opennms.plugins.trunkline.config.IpLiteral;
import org.opennms.plugins.trunkline.model.Capability;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.topology.Announced;
import org.opennms.plugins.trunkline.topology.DeviceState;
import org.opennms.plugins.trunkline.topology.Identifier;
import org.opennms.plugins.trunkline.topology.LocalPort;
import org.opennms.plugins.trunkline.topology.Observation;
import org.opennms.plugins.trunkline.topology.Port;
import org.opennms.plugins.trunkline.topology.PortSettings;
import org.opennms.plugins.trunkline.topology.TopologyDevice;

/** What is known of a device's neighbours, as one JSON document. Stateless. */
final class StateCodec {
  private static final int VERSION = 1;
  // Strict: a document that lacks something is damaged, not half good.
  static final JsonMapper JSON =
      Formats.json()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .build();

  private record Document(
      int version,
      String node,
      String label,
      String sysName,
      List<Identifier> chassis,
      String bridge,
      List<String> addresses,
      List<Interface> ports,
      List<Row> seen) {}

  private record Interface(
      String key,
      int ifIndex,
      String ifName,
      String ifDescr,
      String ifAlias,
      int ifType,
      String phys,
      Port.LldpPort lldp,
      int bridgePort,
      int aggregate,
      PortSettings settings,
      List<String> addresses) {}

  // The port's key and the node told are empty where there is none.
  private record Row(
      String port,
      String name,
      String how,
      LinkSource source,
      Identifier chassis,
      Identifier remotePort,
      String description,
      String sysName,
      String platform,
      List<String> addresses,
      Set<Capability> capabilities,
      int medClass,
      PortSettings settings,
      String told,
      long first,
      long last,
      long expires) {}

  private StateCodec() {}

  static String encode(DeviceState state) {
    TopologyDevice device = state.device();
    Document document =
        new Document(
            VERSION,
            device.key().text(),
            device.label(),
            device.sysName(),
            device.chassis().stream().sorted(StateCodec::order).toList(),
            device.bridge(),
            literals(device.addresses()),
            device.ports().stream().map(StateCodec::port).toList(),
            state.seen().stream().map(StateCodec::row).toList());
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of plain values is always JSON", e);
    }
  }

  /** Empty for a document that is damaged or of another version. */
  static Optional<DeviceState> decode(String json) {
    try {
      Document document = JSON.readValue(json, Document.class);
      return document.version() == VERSION ? Optional.of(state(document)) : Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
      return Optional.empty();
    }
  }

  private static int order(Identifier one, Identifier other) {
    return one.toString().compareTo(other.toString());
  }

  private static List<String> literals(Set<InetAddress> addresses) {
    return addresses.stream().map(InetAddress::getHostAddress).sorted().toList();
  }

  private static Interface port(Port p) {
    return new Interface(
        p.key().name(),
        p.ifIndex(),
        p.ifName(),
        p.ifDescr(),
        p.ifAlias(),
        p.ifType(),
        p.physAddress(),
        p.lldp(),
        p.bridgePort(),
        p.aggregate(),
        p.settings(),
        p.addresses().stream().map(InterfaceAddress::toString).toList());
  }

  private static Row row(DeviceState.Seen seen) {
    Observation o = seen.observation();
    Announced a = o.announced();
    return new Row(
        o.local().key().map(InterfaceKey::name).orElse(""),
        o.local().name(),
        o.local().how(),
        o.source(),
        a.chassis(),
        a.port(),
        a.portDescription(),
        a.name(),
        a.platform(),
        a.addresses().stream().map(InetAddress::getHostAddress).toList(),
        new TreeSet<>(a.capabilities()),
        a.medClass(),
        a.settings(),
        o.told().map(NodeKey::text).orElse(""),
        seen.firstSeen().toEpochMilli(),
        seen.lastSeen().toEpochMilli(),
        seen.expires().toEpochMilli());
  }

  private static DeviceState state(Document d) {
    NodeKey node = new NodeKey(d.node());
    TopologyDevice device =
        new TopologyDevice(
            node,
            d.label(),
            d.sysName(),
            Set.copyOf(d.chassis()),
            d.bridge(),
            d.addresses().stream().map(StateCodec::address).collect(Collectors.toSet()),
            d.ports().stream().map(p -> port(node, p)).toList());
    return new DeviceState(device, d.seen().stream().map(r -> seen(node, r)).toList());
  }

  private static Port port(NodeKey node, Interface p) {
    return new Port(
        new InterfaceKey(node, p.key()),
        p.ifIndex(),
        p.ifName(),
        p.ifDescr(),
        p.ifAlias(),
        p.ifType(),
        p.phys(),
        p.lldp(),
        p.bridgePort(),
        p.aggregate(),
        p.settings(),
        p.addresses().stream().map(StateCodec::interfaceAddress).toList());
  }

  private static DeviceState.Seen seen(NodeKey node, Row r) {
    LocalPort local =
        new LocalPort(
            Optional.of(r.port()).filter(k -> !k.isEmpty()).map(k -> new InterfaceKey(node, k)),
            r.name(),
            r.how());
    Announced announced =
        new Announced(
            r.chassis(),
            r.remotePort(),
            r.description(),
            r.sysName(),
            r.platform(),
            r.addresses().stream().map(StateCodec::address).toList(),
            r.capabilities(),
            r.medClass(),
            r.settings());
    return new DeviceState.Seen(
        new Observation(
            local,
            r.source(),
            announced,
            Optional.of(r.told()).filter(t -> !t.isEmpty()).map(NodeKey::new)),
        Instant.ofEpochMilli(r.first()),
        Instant.ofEpochMilli(r.last()),
        Instant.ofEpochMilli(r.expires()));
  }

  private static InterfaceAddress interfaceAddress(String text) {
    int slash = text.lastIndexOf('/');
    return slash < 0
        ? new InterfaceAddress(address(text), -1)
        : new InterfaceAddress(
            address(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }

  private static InetAddress address(String literal) {
    // A scope such as fe80::1%eth0 means nothing elsewhere.
    return IpLiteral.parse(literal.replaceFirst("%.*", ""))
        .orElseThrow(() -> new IllegalArgumentException(literal));
  }
}
