package org.opennms.plugins.trunkline.classify.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.classify.evidence.Neighbour;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/** A text that a rule can match on, with its name in {@code rules.yaml}. */
enum Field {
  IF_NAME("ifName"),
  IF_DESCR("ifDescr"),
  IF_ALIAS("ifAlias"),
  ADMIN_STATUS("adminStatus"),
  OPER_STATUS("operStatus"),
  MAC("mac"),
  ACCESS_VLAN_NAME("accessVlanName"),
  TRUNK_STATE("trunkState"),
  BGP_PEER("bgpPeer"),
  NEIGHBOUR_NAME("neighbourName"),
  NEIGHBOUR_PORT("neighbourPort"),
  NEIGHBOUR_PLATFORM("neighbourPlatform"),
  NEIGHBOUR_CAPABILITY("neighbourCapability"),
  NEIGHBOUR_TYPE("neighbourType"),
  NODE("node"),
  CATEGORY("category"),
  LOCATION("location"),
  FOREIGN_SOURCE("foreignSource"),
  METADATA("metadata"),
  SYS_NAME("sysName"),
  SYS_DESCR("sysDescr"),
  SYS_OBJECT_ID("sysObjectId"),
  SYS_LOCATION("sysLocation"),
  DEVICE_TYPE("deviceType"),
  MANUFACTURER("manufacturer"),
  MODEL("model");

  static final String SPELLINGS =
      Arrays.stream(values()).map(f -> f.spelling).collect(Collectors.joining(", "));

  final String spelling;

  Field(String spelling) {
    this.spelling = spelling;
  }

  static Optional<Field> parse(String text) {
    return Arrays.stream(values()).filter(f -> f.spelling.equals(text)).findFirst();
  }

  /** Whether it is the same for all interfaces of a device. */
  boolean isOfDevice() {
    return compareTo(NODE) >= 0;
  }

  /** Whether rules are found by literals in it. */
  boolean isScanned() {
    return compareTo(IF_ALIAS) <= 0;
  }

  /** Whether a value of the device satisfies a test; the key is of METADATA only. */
  boolean any(Device device, DeviceFacts facts, String key, Predicate<String> test) {
    return switch (this) {
      case NODE -> test.test(device.label());
      case CATEGORY -> device.categories().stream().anyMatch(test);
      case LOCATION -> test.test(device.location());
      case FOREIGN_SOURCE -> test.test(device.foreignSource());
      case METADATA -> device.metadata().containsKey(key) && test.test(device.metadata().get(key));
      case SYS_NAME -> test.test(facts.sysName());
      case SYS_DESCR -> test.test(facts.sysDescr());
      case SYS_OBJECT_ID -> test.test(facts.sysObjectId());
      case SYS_LOCATION -> test.test(facts.sysLocation());
      case DEVICE_TYPE -> test.test(facts.type().spelling());
      case MANUFACTURER -> test.test(facts.manufacturer());
      case MODEL -> test.test(facts.model());
      default -> throw new IllegalStateException(spelling + " is no field of a device");
    };
  }

  /** Whether a value of the interface satisfies a test. */
  boolean any(InterfaceEvidence evidence, Predicate<String> test) {
    NetworkInterface row = evidence.networkInterface();
    return switch (this) {
      case IF_NAME -> test.test(row.ifName());
      case IF_DESCR -> test.test(row.ifDescr());
      case IF_ALIAS -> test.test(row.ifAlias());
      case ADMIN_STATUS -> test.test(lower(row.adminStatus()));
      case OPER_STATUS -> test.test(lower(row.operStatus()));
      case MAC -> test.test(row.physAddress());
      case ACCESS_VLAN_NAME -> test.test(evidence.switchPort().accessVlanName());
      case TRUNK_STATE -> test.test(lower(evidence.switchPort().mode()));
      case BGP_PEER -> test.test(lower(evidence.bgpPeer()));
      default -> evidence.neighbours().stream().anyMatch(n -> ofNeighbour(n, test));
    };
  }

  private boolean ofNeighbour(Neighbour neighbour, Predicate<String> test) {
    return switch (this) {
      case NEIGHBOUR_NAME -> test.test(neighbour.name());
      case NEIGHBOUR_PORT -> test.test(neighbour.port());
      case NEIGHBOUR_PLATFORM -> test.test(neighbour.platform());
      case NEIGHBOUR_CAPABILITY ->
          neighbour.capabilities().stream().anyMatch(c -> test.test(lower(c)));
      case NEIGHBOUR_TYPE -> test.test(neighbour.type().spelling());
      default -> throw new IllegalStateException(spelling + " is no field of an interface");
    };
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The addresses of an interface, for {@code address}. */
  static boolean anyAddress(InterfaceEvidence evidence, Predicate<InterfaceAddress> test) {
    return evidence.networkInterface().addresses().stream().anyMatch(test);
  }
}
