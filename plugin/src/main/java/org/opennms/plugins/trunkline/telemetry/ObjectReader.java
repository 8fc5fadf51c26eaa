package org.opennms.plugins.trunkline.telemetry;

import java.util.List;
import org.opennms.plugins.trunkline.model.Device;

/** Reads objects of a device by their MIB names. May block for seconds; thread-safe. */
public interface ObjectReader {
  /**
   * The objects that the device has.
   *
   * @param names for example {@code SNMPv2-MIB::sysUpTime.0}
   * @return in any order; without those that the device does not have, empty when it did not answer
   */
  List<Metric> read(Device device, List<String> names);
}
