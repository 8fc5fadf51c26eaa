package org.opennms.plugins.trunkline;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opennms.plugins.trunkline.inventory.DeviceEvents;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;

/** Tells several what happened to devices. Thread-safe. */
final class DeviceEventRelay implements DeviceEvents {
  private final List<DeviceEvents> listeners;

  DeviceEventRelay(DeviceEvents first) {
    listeners = new CopyOnWriteArrayList<>(List.of(first));
  }

  void add(DeviceEvents listener) {
    listeners.add(listener);
  }

  @Override
  public void restarted(Device device, long uptimeSeconds) {
    listeners.forEach(l -> l.restarted(device, uptimeSeconds));
  }

  @Override
  public void identityChanged(Device device, String object, String before, String now) {
    listeners.forEach(l -> l.identityChanged(device, object, before, now));
  }

  @Override
  public void classificationChanged(
      Device device, InterfaceKey key, Classification before, Classification now) {
    listeners.forEach(l -> l.classificationChanged(device, key, before, now));
  }

  @Override
  public void vanished(KnownInterface was) {
    listeners.forEach(l -> l.vanished(was));
  }
}
