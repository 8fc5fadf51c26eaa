package org.opennms.plugins.trunkline.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.telemetry.DeviceCollection;
import org.opennms.plugins.trunkline.telemetry.InterfaceMetrics;
import org.opennms.plugins.trunkline.telemetry.Metric;
import org.opennms.plugins.trunkline.telemetry.TelemetryTemplate;

/** Collections whose envelopes are about 1,165 bytes, as five metrics make. */
final class SampleTelemetry {
  private static final DeviceFacts FACTS =
      new DeviceFacts(
          "edge", "", "1.3.6.1.4.1.9", "", "", DeviceType.ROUTER, "Example Networks", "X", "7", "");

  private SampleTelemetry() {}

  /** The collection of a number: a device of a hundred, at a time of its own. */
  static DeviceCollection collection(long number, Instant at) {
    NodeKey node = new NodeKey("lab:edge" + number % 100);
    Device device =
        new Device(
            node,
            (int) (number % 100),
            "edge",
            "Default",
            "lab",
            Optional.empty(),
            true,
            new TreeSet<>(),
            Map.of());
    List<Metric> metrics = new ArrayList<>();
    metrics.add(Metric.counter("ifHCInOctets", number * 1000.0, "By"));
    metrics.add(Metric.counter("ifHCOutOctets", number * 700.0, "By"));
    metrics.add(Metric.gauge("ifInUtilization", 0.31, "1"));
    return new DeviceCollection(
        device,
        FACTS,
        at,
        Duration.ofMinutes(5),
        Optional.of(Duration.ofHours(number)),
        List.of(new InterfaceMetrics(known(device), metrics)),
        List.of(),
        TelemetryTemplate.PLAIN);
  }

  private static KnownInterface known(Device device) {
    InterfaceKey key = new InterfaceKey(device.key(), "Te0/0/1");
    NetworkInterface is =
        new NetworkInterface(
            key,
            7,
            "Te0/0/1",
            "TenGigE0/0/1",
            "ISP: circuit XT-4711/A, 10 GE",
            6,
            10_000_000_000L,
            AdminStatus.UP,
            OperStatus.UP,
            "",
            List.of());
    Classification as =
        new Classification(
            InterfaceRole.ISP_UPLINK,
            Optional.of("Example Telecom"),
            true,
            Classification.Boundary.EXTERNAL,
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            0.97,
            List.of());
    return new KnownInterface(
        device,
        FACTS,
        is,
        new Judgement(as, 1, InterfaceRole.OTHER, 0, Optional.empty()),
        as,
        Optional.empty(),
        true,
        Instant.EPOCH,
        Instant.EPOCH,
        false);
  }
}
