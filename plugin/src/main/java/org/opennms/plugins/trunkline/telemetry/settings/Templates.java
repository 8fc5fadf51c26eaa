package org.opennms.plugins.trunkline.telemetry.settings;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.config.YamlSection;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.telemetry.TelemetryTemplate;
import org.opennms.plugins.trunkline.telemetry.content.Metadata;

/** Templates of device classes: how they are written, and which one a device has. Stateless. */
public final class Templates {
  private static final int MOST_OBJECTS = 50;

  private Templates() {}

  /** The first that matches; a plain one where none does. */
  public static TelemetryTemplate of(
      List<TelemetryTemplate> templates, Device device, DeviceFacts facts) {
    return templates.stream()
        .filter(t -> t.types().isEmpty() || t.types().contains(facts.type()))
        .filter(
            t ->
                t.categories().isEmpty()
                    || t.categories().stream().anyMatch(c -> device.categories().contains(c)))
        .findFirst()
        .orElse(TelemetryTemplate.PLAIN);
  }

  static TelemetryTemplate read(YamlSection section) {
    section.allow(
        List.of("name", "types", "categories", "interval", "interfaces", "objects", "metadata"));
    List<String> objects =
        section.items("objects", t -> Optional.of(t).filter(o -> !o.contains(" ")), "Use a name.");
    if (objects.size() > MOST_OBJECTS) {
      section.complain("objects", "more than " + MOST_OBJECTS, "Leave some out.");
    }
    Duration none = Duration.ZERO;
    Duration interval = TelemetryFile.duration(section, "interval", none, "10s", "24h");
    return new TelemetryTemplate(
        section.required("name", "Give the template a name.").orElse(""),
        new HashSet<>(
            section.items(
                "types",
                t -> TelemetryFile.word(t, DeviceType.values()),
                "Use device types, for example router.")),
        new HashSet<>(section.items("categories", Optional::of, "Use a category's name.")),
        Optional.of(interval).filter(i -> !i.isZero()),
        TelemetryFile.selection(section),
        objects,
        metadata(section));
  }

  private static NavigableMap<String, String> metadata(YamlSection section) {
    NavigableMap<String, String> metadata = new TreeMap<>(section.texts("metadata"));
    metadata.keySet().stream()
        .filter(k -> !Metadata.fields().contains(k))
        .forEach(
            k ->
                section.complain(
                    "metadata",
                    "'" + k + "' is no field of the contract",
                    "Fields are "
                        + String.join(", ", Metadata.fields().stream().sorted().toList())));
    return metadata;
  }
}
