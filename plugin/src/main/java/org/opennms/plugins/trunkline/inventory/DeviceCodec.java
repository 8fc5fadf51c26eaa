package org.opennms.plugins.trunkline.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;

/**
 * A device's state as one JSON document. Classifications are left out: they follow from the rest,
 * and from rules that may have changed in between.
 */
final class DeviceCodec {
  private static final int VERSION = 1;
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

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
      List<Row> interfaces) {}

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
      boolean stale) {}

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
            d.address().map(InetAddress::getHostAddress).orElse(null),
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
      Document d = JSON.readValue(json, Document.class);
      return d.version() == VERSION ? Optional.of(state(d)) : Optional.empty();
    } catch (JsonProcessingException
        | UnknownHostException
        | NullPointerException
        | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private DeviceState state(Document d) throws UnknownHostException {
    Device device =
        new Device(
            new NodeKey(d.node()),
            d.nodeId(),
            d.label(),
            d.location(),
            d.foreignSource(),
            d.address() == null
                ? Optional.empty()
                : Optional.of(InetAddress.getByName(d.address())),
            d.snmp(),
            new TreeSet<>(d.categories()),
            d.metadata());
    List<NetworkInterface> interfaces = new ArrayList<>();
    for (Row row : d.interfaces()) {
      interfaces.add(networkInterface(device.key(), row));
    }
    List<Classification> classes = classifier.classify(device, d.facts(), interfaces);
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
        n.addresses().stream().map(InterfaceAddress::toString).toList(),
        s.firstSeen().toEpochMilli(),
        s.lastSeen().toEpochMilli(),
        s.stale());
  }

  private static NetworkInterface networkInterface(NodeKey node, Row r)
      throws UnknownHostException {
    List<InterfaceAddress> addresses = new ArrayList<>();
    for (String text : r.addresses()) {
      int slash = text.indexOf('/');
      String literal = slash < 0 ? text : text.substring(0, slash);
      int prefix = slash < 0 ? -1 : Integer.parseInt(text.substring(slash + 1));
      addresses.add(new InterfaceAddress(InetAddress.getByName(literal), prefix));
    }
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
        addresses);
  }
}
