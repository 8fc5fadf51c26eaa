package org.opennms.plugins.trunkline.telemetry;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.model.DeviceType;

/**
 * How the devices of one class are exported, an entry of {@code etc/trunkline/telemetry.yaml}.
 *
 * @param name for the operator
 * @param types device types it is for; empty for all
 * @param categories surveillance categories of which a device needs one; empty for all
 * @param interval between collections; empty for the configured one
 * @param interfaces which interfaces; empty for the configured choice
 * @param objects MIB names of objects to read besides, at most 50
 * @param metadata fields of DeviceMetadata by their name in the contract, as text
 */
public record TelemetryTemplate(
    String name,
    Set<DeviceType> types,
    Set<String> categories,
    Optional<Duration> interval,
    Optional<Selection> interfaces,
    List<String> objects,
    NavigableMap<String, String> metadata) {
  /** Nothing but what is known. */
  public static final TelemetryTemplate PLAIN =
      new TelemetryTemplate(
          "plain",
          Set.of(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          new TreeMap<>(Map.of()));

  /** Which interfaces of a device are exported. */
  public enum Selection {
    /** Critical ones. */
    CRITICAL,
    /** Monitored ones. */
    MONITORED,
    /** All that the last discovery found. */
    ALL
  }

  /** Copies the collections and rejects missing parts. */
  public TelemetryTemplate {
    Objects.requireNonNull(name, "name");
    types = Set.copyOf(types);
    categories = Set.copyOf(categories);
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(interfaces, "interfaces");
    objects = List.copyOf(objects);
    metadata = Collections.unmodifiableNavigableMap(new TreeMap<>(metadata));
  }
}
