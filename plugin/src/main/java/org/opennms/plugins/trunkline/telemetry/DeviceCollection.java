package org.opennms.plugins.trunkline.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;

/**
 * What was collected of a device at one time.
 *
 * @param device which
 * @param facts what it says of itself
 * @param at when; together with the device it names the collection for ever
 * @param interval to the next collection; zero where there is none
 * @param uptime since its start; empty where it did not say
 * @param interfaces with their metrics
 * @param metrics of the device as a whole
 * @param template how the operator wants its metadata
 */
public record DeviceCollection(
    Device device,
    DeviceFacts facts,
    Instant at,
    Duration interval,
    Optional<Duration> uptime,
    List<InterfaceMetrics> interfaces,
    List<Metric> metrics,
    TelemetryTemplate template) {
  /** Copies the lists and rejects missing parts. */
  public DeviceCollection {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(uptime, "uptime");
    interfaces = List.copyOf(interfaces);
    metrics = List.copyOf(metrics);
    Objects.requireNonNull(template, "template");
  }
}
