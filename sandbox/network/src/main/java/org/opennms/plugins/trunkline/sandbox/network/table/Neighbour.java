package org.opennms.plugins.trunkline.sandbox.network.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.Link;
import org.opennms.plugins.trunkline.sandbox.network.device.Platform;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.device.PortNaming;

/**
 * What a device hears on one of its ports.
 *
 * @param local the port that hears
 * @param localNumber its number in LLDP-MIB
 * @param peer the device that speaks
 * @param peerPort the port it speaks from
 */
record Neighbour(Port local, int localNumber, GeneratedDevice peer, Port peerPort) {

  static List<Neighbour> byLldp(GeneratedDevice device) {
    return of(device, Neighbour::speaksLldp);
  }

  static List<Neighbour> byCdp(GeneratedDevice device) {
    return of(device, Neighbour::speaksCdp);
  }

  private static List<Neighbour> of(GeneratedDevice device, Predicate<GeneratedDevice> speaks) {
    List<Neighbour> result = new ArrayList<>();
    if (!speaks.test(device)) {
      return result;
    }
    List<Port> ports = device.ports();
    for (int position = 0; position < ports.size(); position++) {
      Port port = ports.get(position);
      Link link = port.link();
      if (link != null && link.announced() && speaks.test(link.opposite(port).device())) {
        Link.End end = link.opposite(port);
        result.add(new Neighbour(port, number(device, position), end.device(), end.port()));
      }
    }
    return result;
  }

  /** The LLDP port number: on some platforms the ifIndex, on others a count of the ports. */
  static int number(GeneratedDevice device, int position) {
    PortNaming naming = device.identity().platform().naming();
    boolean counted = naming == PortNaming.IOS_SWITCH || naming == PortNaming.VRP;
    return counted ? position + 1 : device.ports().get(position).ifIndex();
  }

  static boolean speaksLldp(GeneratedDevice device) {
    return switch (device.identity().platform()) {
      case ISR_4331, PALO_ALTO, WINDOWS_SERVER, PROVIDER_EDGE -> false;
      default -> true;
    };
  }

  static boolean speaksCdp(GeneratedDevice device) {
    Platform platform = device.identity().platform();
    return platform.cisco() && platform != Platform.ASR_9000;
  }

  /** lldpRemTimeMark, lldpRemLocalPortNum, lldpRemIndex. */
  int[] lldpIndex() {
    return new int[] {0, localNumber, 1};
  }

  /** cdpCacheIfIndex, cdpCacheDeviceIndex. */
  int[] cdpIndex() {
    return new int[] {local.ifIndex(), 1};
  }
}
