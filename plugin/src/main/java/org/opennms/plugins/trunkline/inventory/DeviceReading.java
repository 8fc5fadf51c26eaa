package org.opennms.plugins.trunkline.inventory;

import java.util.List;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/** What came of reading a device. */
public sealed interface DeviceReading {
  /** How many varbinds were received for it. */
  int varbinds();

  /**
   * Everything was read.
   *
   * @param facts what the device says of itself
   * @param interfaces by ascending ifIndex, keys unique on the device; may be empty
   * @param fingerprint to be handed in at the next reading
   * @param remarks what was odd but bearable, for example duplicate names; may be empty
   * @param varbinds received
   */
  record Complete(
      DeviceFacts facts,
      List<NetworkInterface> interfaces,
      DeviceFingerprint fingerprint,
      List<String> remarks,
      int varbinds)
      implements DeviceReading {
    /** Copies the lists. */
    public Complete {
      interfaces = List.copyOf(interfaces);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * The device says that its interface table is as it was.
   *
   * @param fingerprint of now
   * @param varbinds received
   */
  record Unchanged(DeviceFingerprint fingerprint, int varbinds) implements DeviceReading {}

  /**
   * Nothing usable was read.
   *
   * @param reason to group by
   * @param detail for the operator: what was tried, what came back, what to do; no secrets
   * @param varbinds received before it failed
   */
  record Failed(FailureReason reason, String detail, int varbinds) implements DeviceReading {}
}
