package org.opennms.plugins.trunkline.inventory;

import java.util.concurrent.CancellationException;
import org.opennms.plugins.trunkline.model.Device;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what should not happen during a reading into a reading. Stateless. */
final class ReadingFaults {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingFaults.class);

  private ReadingFaults() {}

  static DeviceReading.Failed of(Device device, Throwable fault) {
    if (fault instanceof CancellationException) {
      return new DeviceReading.Failed(FailureReason.CANCELLED, "stopped", 0);
    }
    LOG.error("Reading {} failed by a fault of Trunkline", device.label(), fault);
    return new DeviceReading.Failed(FailureReason.INTERNAL, "see the log", 0);
  }
}
