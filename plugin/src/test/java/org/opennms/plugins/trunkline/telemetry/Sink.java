package org.opennms.plugins.trunkline.telemetry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;

/** Keeps what it is given. */
public final class Sink implements TelemetrySink {
  /** Collections, in the order in which they came. */
  public final List<DeviceCollection> collections = new CopyOnWriteArrayList<>();

  /** Alarms, likewise. */
  public final List<TelemetryAlarm> alarms = new CopyOnWriteArrayList<>();

  /** Changes, likewise. */
  public final List<StatusChange> changes = new CopyOnWriteArrayList<>();

  /** The devices that the changes are of. */
  public final List<Device> changed = new CopyOnWriteArrayList<>();

  @Override
  public void collected(DeviceCollection collection) {
    collections.add(collection);
  }

  @Override
  public void alarm(Device device, DeviceFacts facts, TelemetryAlarm alarm) {
    alarms.add(alarm);
  }

  @Override
  public void alarm(TelemetryAlarm alarm) {
    alarms.add(alarm);
  }

  @Override
  public void changed(Device device, DeviceFacts facts, StatusChange change) {
    changed.add(device);
    changes.add(change);
  }
}
