package org.opennms.plugins.trunkline.inventory;

import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;

/**
 * Tells the host what happened to a device. Never blocks; a failure is logged by the host's side.
 */
public interface DeviceEvents {
  /**
   * The device started anew.
   *
   * @param uptimeSeconds since its start
   */
  void restarted(Device device, long uptimeSeconds);

  /**
   * The device says something else of itself.
   *
   * @param object {@code sysDescr}, {@code sysName} or {@code sysLocation}
   * @param before what it said before
   * @param now what it says now
   */
  void identityChanged(Device device, String object, String before, String now);

  /**
   * An interface that is or was critical has another role or provider.
   *
   * @param device its device
   * @param key which
   * @param before as it was in force
   * @param now as it is in force
   */
  void classificationChanged(
      Device device, InterfaceKey key, Classification before, Classification now);

  /**
   * A device that was read whole no longer has a monitored interface.
   *
   * @param was as it was known before
   */
  default void vanished(KnownInterface was) {}
}
