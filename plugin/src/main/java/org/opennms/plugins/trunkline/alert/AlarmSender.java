package org.opennms.plugins.trunkline.alert;

import java.util.Map;
import org.opennms.plugins.trunkline.model.Alert;

/** Tells the host. Called from a thread of our own, which a host that hangs may hold. */
public interface AlarmSender {
  /**
   * An alert that is open or cleared, as a problem's or a resolution's event.
   *
   * @return whether the host took it; it may still lose it
   */
  boolean send(Alert alert);

  /**
   * The resolution of an alarm of ours whose alert is not known any more.
   *
   * @return whether the host took it
   */
  boolean resolve(HostAlarm orphan);

  /**
   * Says that more happened than may be sent.
   *
   * @param what counts of what waits and of what was over before it could be sent
   * @return whether the host took it
   */
  boolean heldBack(HeldBack what);

  /**
   * What could not be sent at once.
   *
   * @param waiting alerts that wait, by rule
   * @param over alerts that were over before they could be sent
   * @param perMinute the bound that is in force
   */
  record HeldBack(Map<String, Integer> waiting, long over, int perMinute) {
    /** Copies the map. */
    public HeldBack {
      waiting = Map.copyOf(waiting);
    }
  }
}
