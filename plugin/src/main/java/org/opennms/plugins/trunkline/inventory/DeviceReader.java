package org.opennms.plugins.trunkline.inventory;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.opennms.plugins.trunkline.model.Device;

/**
 * Reads a device's interfaces from the device itself. Thread-safe; never blocks the caller.
 *
 * <p>Concurrency, pacing and retries are the reader's business: a caller may ask for thousands of
 * devices at once and gets the answers as they come.
 */
public interface DeviceReader {
  /**
   * Reads one device. The stage never completes exceptionally: a failure is a {@link
   * DeviceReading.Failed}. Cancelling its future ({@code toCompletableFuture().cancel}) stops
   * further requests to that device.
   *
   * @param device must have an address
   * @param known what was read last time; when the device says that nothing changed since, the
   *     answer is {@link DeviceReading.Unchanged}. Empty asks for everything.
   */
  CompletionStage<DeviceReading> read(Device device, Optional<DeviceFingerprint> known);
}
