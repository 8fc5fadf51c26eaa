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
 * @param fullyReadAt when its tables were read last; long ago makes the next look a full one
 * @param sightings its interfaces by ifIndex, stale ones last
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

  /** The same with other interfaces. */
  DeviceState with(List<Sighting> others) {
    return new DeviceState(device, facts, fingerprint, fullyReadAt, others);
  }

  /** The same as the host describes it now. */
  DeviceState with(Device described) {
    return new DeviceState(described, facts, fingerprint, fullyReadAt, sightings);
  }

  /** Nothing of it is there any more; should it come back, it is read wholly. */
  DeviceState vanished() {
    List<Sighting> gone = sightings.stream().map(Sighting::vanished).toList();
    return new DeviceState(device, facts, fingerprint, Instant.EPOCH, gone);
  }

  /** Whether the host still has it, as far as the last look told. */
  boolean isThere() {
    return sightings.isEmpty() || sightings.stream().anyMatch(s -> !s.stale());
  }

  /** What others may know of it. */
  KnownDevices.Known known() {
    return new KnownDevices.Known(
        device,
        facts,
        sightings.stream().filter(s -> !s.stale()).map(Sighting::networkInterface).toList());
  }

  /** The device said that nothing changed; what is not stale was thereby seen. */
  DeviceState confirmed(DeviceFingerprint now, Instant at) {
    List<Sighting> seen = sightings.stream().map(s -> s.confirmed(at)).toList();
    return new DeviceState(device, facts, now, fullyReadAt, seen);
  }

  /** Without interfaces that are stale and were seen last before this time. */
  DeviceState without(Instant before) {
    return with(
        sightings.stream().filter(s -> !s.stale() || !s.lastSeen().isBefore(before)).toList());
  }
}
