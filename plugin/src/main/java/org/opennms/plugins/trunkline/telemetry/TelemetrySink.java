package org.opennms.plugins.trunkline.telemetry;

import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;

/**
 * Takes what is to be exported. Never blocks and never throws: what cannot be taken is counted and
 * declared to receivers. Does nothing while the export is off. Thread-safe.
 */
public interface TelemetrySink {
  /** What was collected of a device. */
  void collected(DeviceCollection collection);

  /** An alert was opened, changed or cleared. */
  void alarm(Device device, DeviceFacts facts, TelemetryAlarm alarm);

  /** Likewise of an alert that concerns no single device. */
  void alarm(TelemetryAlarm alarm);

  /** Something about a device changed. */
  void changed(Device device, DeviceFacts facts, StatusChange change);
}
