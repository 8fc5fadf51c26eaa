package org.opennms.plugins.trunkline.sandbox.network.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.opennms.plugins.trunkline.sandbox.network.SimulatedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.InterfaceAddress;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.replay.Recording;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/**
 * {@code nodes.json}: the nodes as the host's requisition and scan would have them, with the host's
 * thin interface model.
 */
public final class NodeFile {
  private static final String FOREIGN_SOURCE = "sandbox";
  private static final int UNREQUISITIONED_EVERY = 17;
  private static final OID IF_INDEX = new OID("1.3.6.1.2.1.2.2.1.1");
  private static final OID IF_DESCR = new OID("1.3.6.1.2.1.2.2.1.2");
  private static final OID IF_NAME = new OID("1.3.6.1.2.1.31.1.1.1.1");

  /** The file's one object. */
  record Nodes(List<Node> nodes) {}

  /** A node of the host; no foreign source and id where it was discovered. */
  record Node(
      String label,
      String address,
      String location,
      String foreignSource,
      String foreignId,
      List<String> categories,
      List<MetaData> metadata,
      List<String> services,
      List<Interface> interfaces) {}

  /** Metadata of a node. */
  record MetaData(String context, String key, String value) {}

  /** All that the host's plugin interface tells about an interface. */
  record Interface(int ifIndex, String ifName, String ifDescr) {}

  private NodeFile() {}

  /** Writes the devices in their order. */
  public static void write(Path file, List<SimulatedDevice> devices) throws IOException {
    List<Node> nodes = new ArrayList<>();
    for (SimulatedDevice device : devices) {
      boolean requisitioned = (nodes.size() + 1) % UNREQUISITIONED_EVERY != 0;
      nodes.add(node(device, requisitioned));
    }
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(file.toFile(), new Nodes(nodes));
  }

  private static Node node(SimulatedDevice device, boolean requisitioned) {
    if (device instanceof SimulatedDevice.Generated generated) {
      GeneratedDevice source = generated.device();
      var identity = source.identity();
      return node(
          source.label(),
          identity.address(),
          requisitioned,
          List.of(identity.role().category()),
          List.of(
              new MetaData("requisition", "site", identity.site()),
              new MetaData("requisition", "timezone", zone(identity.utcOffsetHours()))),
          source.ports().stream().map(NodeFile::thin).toList());
    }
    SimulatedDevice.Recorded recorded = (SimulatedDevice.Recorded) device;
    Recording recording = recorded.recording();
    return node(
        recording.label(),
        recorded.address(),
        requisitioned,
        List.of("Recordings"),
        List.of(),
        thin(recording.values()));
  }

  private static Node node(
      String label,
      int address,
      boolean requisitioned,
      List<String> categories,
      List<MetaData> metadata,
      List<Interface> interfaces) {
    return new Node(
        label,
        InterfaceAddress.ipv4(address, 32).address().getHostAddress(),
        "Default",
        requisitioned ? FOREIGN_SOURCE : null,
        requisitioned ? label : null,
        categories,
        metadata,
        List.of("ICMP", "SNMP"),
        interfaces);
  }

  private static String zone(int utcOffsetHours) {
    return "UTC" + ZoneOffset.ofHours(utcOffsetHours).getId().replace("Z", "");
  }

  private static Interface thin(Port port) {
    return new Interface(port.ifIndex(), port.ifName(), port.ifDescr());
  }

  private static List<Interface> thin(NavigableMap<OID, Variable> values) {
    List<Interface> result = new ArrayList<>();
    for (OID instance : values.subMap(IF_INDEX, true, IF_DESCR, false).keySet()) {
      int ifIndex = instance.last();
      result.add(
          new Interface(ifIndex, text(values, IF_NAME, ifIndex), text(values, IF_DESCR, ifIndex)));
    }
    return result;
  }

  private static String text(NavigableMap<OID, Variable> values, OID column, int ifIndex) {
    OID instance = new OID(column);
    instance.append(ifIndex);
    Variable value = values.get(instance);
    return value == null ? null : value.toString();
  }
}
