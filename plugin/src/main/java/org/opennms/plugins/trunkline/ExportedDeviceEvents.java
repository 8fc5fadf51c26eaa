package org.opennms.plugins.trunkline;

import java.time.InstantSource;
import java.util.List;
import org.opennms.plugins.trunkline.inventory.DeviceEvents;
import org.opennms.plugins.trunkline.inventory.KnownDevices;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.telemetry.StatusChange;
import org.opennms.plugins.trunkline.telemetry.TelemetrySink;

/** What happened to devices, for the export. Thread-safe. */
final class ExportedDeviceEvents implements DeviceEvents {
  private static final String ONLINE = "ONLINE";

  private final TelemetrySink sink;
  private final KnownDevices inventory;
  private final InstantSource clock;

  ExportedDeviceEvents(TelemetrySink sink, KnownDevices inventory, InstantSource clock) {
    this.sink = sink;
    this.inventory = inventory;
    this.clock = clock;
  }

  @Override
  public void restarted(Device device, long uptimeSeconds) {
    tell(device, "device", "restart", List.of("uptime_seconds=" + uptimeSeconds));
  }

  @Override
  public void identityChanged(Device device, String object, String before, String now) {
    List<String> tags = List.of("object=" + object, "before=" + before, "now=" + now);
    tell(device, "device", "identity", tags);
  }

  @Override
  public void classificationChanged(
      Device device, InterfaceKey key, Classification before, Classification now) {
    List<String> tags =
        List.of(
            "role_before=" + before.role().spelling(),
            "role=" + now.role().spelling(),
            "provider_before=" + before.provider().orElse("none"),
            "provider=" + now.provider().orElse("none"),
            "critical=" + now.critical());
    tell(device, key.name(), "classification", tags);
  }

  private void tell(Device device, String component, String kind, List<String> tags) {
    DeviceFacts facts =
        inventory.device(device.key()).map(KnownDevices.Known::facts).orElse(DeviceFacts.UNKNOWN);
    sink.changed(
        device, facts, new StatusChange(component, kind, ONLINE, ONLINE, clock.instant(), tags));
  }
}
