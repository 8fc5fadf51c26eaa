package org.opennms.plugins.trunkline.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.config.Formats;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.OverrideDesk;
import org.opennms.plugins.trunkline.operations.OverrideTransfer;

/** Overrides to CSV and back. Thread-safe. */
final class OverrideCsv implements OverrideTransfer {
  static final List<String> COLUMNS =
      List.of(
          "node",
          "name",
          "role",
          "provider",
          "critical",
          "monitored",
          "capacity",
          "by",
          "at",
          "why");
  static final String HEADER = String.join(",", COLUMNS);

  private static final ObjectWriter CSV =
      Formats.csv().writer().with(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS);

  private final OverrideDesk desk;

  OverrideCsv(OverrideDesk desk) {
    this.desk = desk;
  }

  @Override
  public String export() {
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    desk.all().forEach((key, decided) -> csv.append(line(key, decided)));
    return csv.toString();
  }

  @Override
  public Outcome take(String csv, String by, Instant at, boolean skipBad) {
    OverrideLines lines = OverrideLines.read(csv, by, at);
    if (lines.isBroken() || (!skipBad && !lines.problems().isEmpty())) {
      return new Outcome(0, 0, lines.problems());
    }
    Map<InterfaceKey, InterfaceOverride> inForce = desk.all();
    int set = 0;
    int unchanged = 0;
    for (Map.Entry<InterfaceKey, InterfaceOverride> each : lines.decisions().entrySet()) {
      if (each.getValue().equals(inForce.get(each.getKey()))) {
        unchanged++;
      } else {
        set(each.getKey(), each.getValue(), set);
        set++;
      }
    }
    return new Outcome(set, unchanged, lines.problems());
  }

  private void set(InterfaceKey key, InterfaceOverride decision, int before) {
    try {
      desk.set(key, decision);
    } catch (OperationException e) {
      throw new OperationException(
          e.getMessage() + "; " + before + " overrides were imported before",
          "Import the file again when the host's database answers; what is in force already stays.",
          e);
    }
  }

  private static String line(InterfaceKey key, InterfaceOverride decided) {
    String capacity = decided.capacity().isPresent() ? "" + decided.capacity().getAsLong() : "";
    String[] fields = {
      key.node().text(),
      key.name(),
      decided.role().map(InterfaceRole::spelling).orElse(""),
      decided.provider().orElse(""),
      decided.critical().map(Object::toString).orElse(""),
      decided.monitored().map(Object::toString).orElse(""),
      capacity,
      decided.by(),
      decided.at().toString(),
      decided.why()
    };
    try {
      return CSV.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an array of texts is always CSV", e);
    }
  }
}
