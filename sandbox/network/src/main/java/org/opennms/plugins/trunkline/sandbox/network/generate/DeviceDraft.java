package org.opennms.plugins.trunkline.sandbox.network.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.device.PortKind;
import org.opennms.plugins.trunkline.sandbox.network.device.PortRole;

/** A device while the network is being cabled. */
final class DeviceDraft {
  final List<PortDraft> ports = new ArrayList<>();
  final Site site;
  final Aliases aliases;
  final int capacity;
  private final GeneratedDevice.Identity identity;
  private final String sysName;
  private final long bootedAt;
  private final Map<PortKind, Integer> numbers = new EnumMap<>(PortKind.class);

  DeviceDraft(
      GeneratedDevice.Identity identity,
      String sysName,
      long bootedAt,
      Site site,
      Aliases aliases,
      int capacity) {
    this.identity = identity;
    this.sysName = sysName;
    this.bootedAt = bootedAt;
    this.site = site;
    this.aliases = aliases;
    this.capacity = capacity;
  }

  GeneratedDevice.Identity identity() {
    return identity;
  }

  /** The next port of a kind. */
  PortDraft add(PortKind kind, PortRole role) {
    PortDraft port = new PortDraft(this, kind, numbers.merge(kind, 1, Integer::sum), role);
    ports.add(port);
    return port;
  }

  /** A port whose number means something, for instance a VLAN. */
  PortDraft add(PortKind kind, int number, PortRole role) {
    PortDraft port = new PortDraft(this, kind, number, role);
    ports.add(port);
    return port;
  }

  /** How many more cables can be plugged in. */
  int free() {
    long used =
        ports.stream()
            .filter(port -> port.kind.physical() && port.kind != PortKind.MANAGEMENT)
            .count();
    return capacity - (int) used;
  }

  /** Numbers the ports as the platform does: by kind, then by number. */
  Map<PortDraft, Port> build(GeneratedDevice device) {
    ports.sort(
        Comparator.comparing((PortDraft port) -> port.kind).thenComparingInt(port -> port.number));
    Map<PortDraft, Port> built = new LinkedHashMap<>();
    for (PortDraft draft : ports) {
      int position = built.size();
      boolean hasMac = draft.kind != PortKind.LOOPBACK && draft.kind != PortKind.TUNNEL;
      built.put(draft, draft.build(position, hasMac ? identity.mac() + 1 + position : 0));
    }
    device.equip(List.copyOf(built.values()));
    return built;
  }

  GeneratedDevice toDevice() {
    return new GeneratedDevice(identity, sysName, bootedAt);
  }
}
