package org.opennms.plugins.trunkline.classify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/**
 * What is the same for all interfaces of a device, computed once for them. It depends on the set of
 * the interfaces, never on their order.
 */
final class DeviceContext {
  private static final int MANY_PORTS = 16;
  private static final int TEMPLATE = 4;
  private static final int NAME_PREFIX = 3;

  private final Device device;
  private final DeviceFacts facts;
  private final DeviceType type;
  private final long commonSpeed;
  private final int[] nameTemplates;
  private final Map<String, InterfaceEvidence> byName;
  private final Map<Integer, InterfaceEvidence> byIndex;
  private final String scheme;

  DeviceContext(Device device, DeviceFacts facts, List<InterfaceEvidence> interfaces) {
    this.device = device;
    this.facts = facts;
    byName = new HashMap<>(2 * interfaces.size());
    byIndex = new HashMap<>(2 * interfaces.size());
    for (InterfaceEvidence each : interfaces) {
      byName.merge(each.networkInterface().ifName(), each, DeviceContext::lower);
      byIndex.merge(each.networkInterface().ifIndex(), each, DeviceContext::lower);
    }
    nameTemplates =
        interfaces.stream()
            .mapToInt(each -> template(each.networkInterface().ifDescr()))
            .sorted()
            .toArray();
    long[] speeds = physicalSpeeds(interfaces);
    commonSpeed = speeds.length == 0 ? 0 : speeds[speeds.length / 2];
    type = typeOf(facts, speeds.length);
    scheme = scheme(facts.sysName().isBlank() ? device.label() : facts.sysName());
  }

  /** Where a name is there twice, the lower ifIndex stands for it. */
  private static InterfaceEvidence lower(InterfaceEvidence one, InterfaceEvidence other) {
    int first = one.networkInterface().ifIndex();
    return first <= other.networkInterface().ifIndex() ? one : other;
  }

  private static long[] physicalSpeeds(List<InterfaceEvidence> interfaces) {
    return interfaces.stream()
        .map(InterfaceEvidence::networkInterface)
        .filter(row -> InterfaceKind.of(row) == InterfaceKind.PHYSICAL)
        .mapToLong(NetworkInterface::speed)
        .sorted()
        .toArray();
  }

  private static DeviceType typeOf(DeviceFacts facts, int physicalPorts) {
    if (facts.type() != DeviceType.UNKNOWN) {
      return facts.type();
    }
    DeviceType spoken = Platforms.typeOf(facts.sysDescr());
    boolean manyPorts = spoken == DeviceType.UNKNOWN && physicalPorts >= MANY_PORTS;
    return manyPorts ? DeviceType.SWITCH : spoken;
  }

  /** The letters that a node's name begins with; the names of its peers often begin so too. */
  private static String scheme(String name) {
    int end = 0;
    while (end < name.length() && Character.isLetter(name.charAt(end))) {
      end++;
    }
    return end >= NAME_PREFIX && end < name.length() ? name.substring(0, end) : "";
  }

  /** A hash of a name without its digits. */
  private static int template(String name) {
    int hash = 7;
    for (int i = 0; i < Math.min(name.length(), 64); i++) {
      char c = name.charAt(i);
      hash = c >= '0' && c <= '9' ? hash : 31 * hash + c;
    }
    return hash;
  }

  Device device() {
    return device;
  }

  DeviceFacts facts() {
    return facts;
  }

  /** What kind of device it is, as well as can be told. */
  DeviceType type() {
    return type;
  }

  /** The median speed of its physical ports, bit/s; 0 where they do not tell. */
  long commonSpeed() {
    return commonSpeed;
  }

  /** Empty where the node's name has no letters to begin with. */
  String scheme() {
    return scheme;
  }

  /** Whether the names of several interfaces differ from this one in digits only. */
  boolean isTemplate(String ifDescr) {
    int wanted = template(ifDescr);
    int at = Arrays.binarySearch(nameTemplates, wanted);
    if (at < 0) {
      return false;
    }
    int first = at;
    while (first > 0 && nameTemplates[first - 1] == wanted) {
      first--;
    }
    int last = first + TEMPLATE - 1;
    return last < nameTemplates.length && nameTemplates[last] == wanted;
  }

  /**
   * The interface whose text may speak for one that has none: the aggregate of a member, the port
   * of a unit, the first layer below; null for none.
   */
  InterfaceEvidence relative(InterfaceEvidence of) {
    NetworkInterface row = of.networkInterface();
    if (of.layers().aggregate() != 0) {
      return byIndex.get(of.layers().aggregate());
    }
    int parent = InterfaceKind.parentLength(row.ifName());
    if (parent > 0) {
      return byName.get(row.ifName().substring(0, parent));
    }
    return of.layers().lower().isEmpty() ? null : byIndex.get(of.layers().lower().get(0));
  }
}
