package org.opennms.plugins.trunkline.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.config.Formats;
import org.opennms.plugins.trunkline.config.IpLiteral;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.LinkFacts;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;

/**
 * A device's state as one JSON document. Classifications are left out: they follow from the rest,
 * and from rules that may have changed in between.
 */
final class DeviceCodec {
  private static final int VERSION = 2;
  private static final int WITHOUT_LINKS = 1;
  // Strict: a document that lacks something is damaged, not half good.
  private static final ObjectMapper JSON =
      Formats.json()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  // The address is empty where the host knows none.
  private record Document(
      int version,
      String node,
      int nodeId,
      String label,
      String location,
      String foreignSource,
      String address,
      boolean snmp,
      List<String> categories,
      Map<String, String> metadata,
      DeviceFacts facts,
      DeviceFingerprint fingerprint,
      long fullyReadAt,
      List<Row> interfaces) {
    // Jackson reports what a constructor throws as a document that cannot be read.
    private Document {
      categories = List.copyOf(categories);
      metadata = Map.copyOf(metadata);
      interfaces = List.copyOf(interfaces);
    }
  }

  // Most interfaces have no link facts: then the list is empty, else there is one.
  private record Row(
      String key,
      int ifIndex,
      String ifName,
      String ifDescr,
      String ifAlias,
      int ifType,
      long speed,
      AdminStatus admin,
      OperStatus oper,
      String phys,
      List<String> addresses,
      long first,
      long last,
      boolean stale,
      List<LinkFacts> link) {
    private Row {
      addresses = List.copyOf(addresses);
      link = List.copyOf(link);
    }
  }

  private final InterfaceClassifier classifier;

  DeviceCodec(InterfaceClassifier classifier) {
    this.classifier = classifier;
  }

  String encode(DeviceState state) {
    Device d = state.device();
    Document document =
        new Document(
            VERSION,
            d.key().text(),
            d.nodeId(),
            d.label(),
            d.location(),
            d.foreignSource(),
            d.address().map(DeviceCodec::text).orElse(""),
            d.hasSnmpService(),
            List.copyOf(d.categories()),
            d.metadata(),
            state.facts(),
            state.fingerprint(),
            state.fullyReadAt().toEpochMilli(),
            state.sightings().stream().map(DeviceCodec::row).toList());
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of plain values is always JSON", e);
    }
  }

  /** Empty when the text is not such a document, or one of a version that is not known. */
  Optional<DeviceState> decode(String json) {
    try {
      JsonNode tree = JSON.readTree(json);
      if (tree.path("version").asInt() == WITHOUT_LINKS) {
        upgrade(tree);
      }
      Document d = JSON.treeToValue(tree, Document.class);
      if (d == null || d.version() != VERSION) {
        return Optional.empty();
      }
      Device device = device(d);
      List<NetworkInterface> interfaces =
          d.interfaces().stream().map(r -> networkInterface(device.key(), r)).toList();
      return Optional.of(state(d, device, interfaces));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The first version had no link facts; the next full reading brings them. */
  private static void upgrade(JsonNode document) {
    ((ObjectNode) document).put("version", VERSION);
    for (JsonNode row : document.path("interfaces")) {
      if (row instanceof ObjectNode fields) {
        fields.putArray("link");
      }
    }
  }

  private static Device device(Document d) {
    return new Device(
        new NodeKey(d.node()),
        d.nodeId(),
        d.label(),
        d.location(),
        d.foreignSource(),
        d.address().isEmpty() ? Optional.empty() : Optional.of(address(d.address())),
        d.snmp(),
        new TreeSet<>(d.categories()),
        d.metadata());
  }

  private DeviceState state(Document d, Device device, List<NetworkInterface> interfaces) {
    List<Judgement> classes = classifier.classify(device, d.facts(), interfaces);
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < interfaces.size(); i++) {
      Row row = d.interfaces().get(i);
      sightings.add(
          new Sighting(
              interfaces.get(i),
              classes.get(i),
              Instant.ofEpochMilli(row.first()),
              Instant.ofEpochMilli(row.last()),
              row.stale()));
    }
    Instant fullyReadAt = Instant.ofEpochMilli(d.fullyReadAt());
    return new DeviceState(device, d.facts(), d.fingerprint(), fullyReadAt, sightings);
  }

  private static Row row(Sighting s) {
    NetworkInterface n = s.networkInterface();
    return new Row(
        n.key().name(),
        n.ifIndex(),
        n.ifName(),
        n.ifDescr(),
        n.ifAlias(),
        n.ifType(),
        n.speed(),
        n.adminStatus(),
        n.operStatus(),
        n.physAddress(),
        n.addresses().stream().map(DeviceCodec::text).toList(),
        s.firstSeen().toEpochMilli(),
        s.lastSeen().toEpochMilli(),
        s.stale(),
        n.link().equals(LinkFacts.NONE) ? List.of() : List.of(n.link()));
  }

  private static NetworkInterface networkInterface(NodeKey node, Row r) {
    return new NetworkInterface(
        new InterfaceKey(node, r.key()),
        r.ifIndex(),
        r.ifName(),
        r.ifDescr(),
        r.ifAlias(),
        r.ifType(),
        r.speed(),
        r.admin(),
        r.oper(),
        r.phys(),
        r.addresses().stream().map(DeviceCodec::interfaceAddress).toList(),
        r.link().isEmpty() ? LinkFacts.NONE : r.link().get(0));
  }

  private static InterfaceAddress interfaceAddress(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new InterfaceAddress(address(text), -1)
        : new InterfaceAddress(
            address(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }

  private static String text(InterfaceAddress address) {
    String prefix = address.prefixLength() < 0 ? "" : "/" + address.prefixLength();
    return text(address.address()) + prefix;
  }

  // Without a zone: it may be another one, or none, after the next start.
  private static String text(InetAddress address) {
    return address.getHostAddress().replaceFirst("%.*", "");
  }

  private static InetAddress address(String text) {
    return IpLiteral.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no address"));
  }
}
