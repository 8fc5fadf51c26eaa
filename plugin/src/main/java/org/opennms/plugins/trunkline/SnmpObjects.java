package org.opennms.plugins.trunkline;

import java.util.List;
import java.util.Locale;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.SnmpDesk;
import org.opennms.plugins.trunkline.telemetry.Metric;
import org.opennms.plugins.trunkline.telemetry.ObjectReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Objects that the export wants besides, read as an operator would read them. Thread-safe. */
final class SnmpObjects implements ObjectReader {
  private static final Logger LOG = LoggerFactory.getLogger(SnmpObjects.class);

  private final SnmpDesk desk;

  SnmpObjects(SnmpDesk desk) {
    this.desk = desk;
  }

  @Override
  public List<Metric> read(Device device, List<String> names) {
    try {
      return desk.get(device.key().text(), names).stream()
          .filter(SnmpDesk.Row::isPresent)
          .map(SnmpObjects::metric)
          .toList();
    } catch (OperationException e) {
      LOG.debug("{} gave no objects for the export: {}", device.label(), e.getMessage());
      return List.of();
    }
  }

  private static Metric metric(SnmpDesk.Row row) {
    if (!row.raw().matches("-?\\d{1,20}")) {
      return Metric.text(row.name(), row.value());
    }
    double number = Double.parseDouble(row.raw());
    return row.type().toLowerCase(Locale.ROOT).startsWith("counter")
        ? Metric.counter(row.name(), number, "")
        : Metric.gauge(row.name(), number, "");
  }
}
