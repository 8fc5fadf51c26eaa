package org.opennms.plugins.trunkline.inventory;

import java.time.Instant;
import java.util.List;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;

/**
 * What is known of a device and its interfaces.
 *
 * @param device as the host describes it
 * @param facts what the device says of itself
 * @param fingerprint of the last look
 * @param fullyReadAt when its tables were read last
 * @param sightings its interfaces by name, stale ones included
 */
record DeviceState(
    Device device,
    DeviceFacts facts,
    DeviceFingerprint fingerprint,
    Instant fullyReadAt,
    List<Sighting> sightings) {
  DeviceState {
    sightings = List.copyOf(sightings);
  }
}
