package org.opennms.plugins.trunkline.sandbox.network.generate;

import java.util.EnumMap;
import java.util.Map;
import org.opennms.plugins.trunkline.sandbox.network.device.DeviceRole;

/** How many devices of each role a network of a given size has. */
final class Census {
  private final Map<DeviceRole, Integer> counts = new EnumMap<>(DeviceRole.class);
  private int left;

  private Census(int devices) {
    this.left = devices;
  }

  /** Counts that add up to the number of devices. */
  static Map<DeviceRole, Integer> of(GeneratorSettings settings) {
    int devices = settings.devices();
    Census census = new Census(devices);
    census.take(DeviceRole.EDGE, 2 + devices / 400);
    census.take(DeviceRole.CORE, 2 + devices / 300);
    census.take(DeviceRole.FIREWALL, 1 + Math.min(1, devices / 20) + devices / 300);
    census.take(DeviceRole.DISTRIBUTION, 1 + devices / 35);
    census.take(DeviceRole.BRANCH, Math.max(1, devices * 15 / 100));
    if (settings.ports() == 0) {
      census.take(DeviceRole.SERVER, devices * 12 / 100);
      census.take(DeviceRole.PHONE, devices * 16 / 100);
      census.take(DeviceRole.CAMERA, devices * 9 / 100);
    }
    census.take(DeviceRole.ACCESS, census.left);
    return census.counts;
  }

  private void take(DeviceRole role, int wanted) {
    int count = Math.min(wanted, left);
    counts.put(role, count);
    left -= count;
  }
}
