package org.opennms.plugins.trunkline.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.traffic.MetricArchive.Metric;

/**
 * The interfaces of a node for which the host has stored metrics. Immutable.
 *
 * <p>The host labels them with ifName (else ifDescr), all but letters and digits replaced by {@code
 * _}, and behind it {@code -} and the MAC address where the interface has one. Another interface's
 * name may begin alike, so a prefix alone says nothing.
 *
 * @param all in the host's order
 */
record NodeResources(List<Resource> all) {
  private static final Pattern ID = Pattern.compile(".*\\.interfaceSnmp\\[(.*)]");
  private static final Pattern MAC = Pattern.compile("-[0-9a-f]{12}");
  private static final Map<Metric, List<String>> ATTRIBUTES = new EnumMap<>(Metric.class);

  static {
    ATTRIBUTES.put(Metric.IN_OCTETS, List.of("ifHCInOctets", "ifInOctets"));
    ATTRIBUTES.put(Metric.OUT_OCTETS, List.of("ifHCOutOctets", "ifOutOctets"));
    // The host's own configuration spells the first of these with a small p.
    ATTRIBUTES.put(Metric.IN_PACKETS, List.of("ifHCInUcastPkts", "ifInUcastpkts", "ifInUcastPkts"));
    ATTRIBUTES.put(Metric.OUT_PACKETS, List.of("ifHCOutUcastPkts", "ifOutUcastPkts"));
    ATTRIBUTES.put(Metric.IN_ERRORS, List.of("ifInErrors"));
    ATTRIBUTES.put(Metric.OUT_ERRORS, List.of("ifOutErrors"));
    ATTRIBUTES.put(Metric.IN_DISCARDS, List.of("ifInDiscards"));
    ATTRIBUTES.put(Metric.OUT_DISCARDS, List.of("ifOutDiscards"));
  }

  /**
   * One interface.
   *
   * @param id as questions name it
   * @param label the part of the id in brackets
   * @param ifName as the host stored it beside; empty where it did not
   * @param attributes by metric, as questions name them
   */
  record Resource(String id, String label, String ifName, Map<Metric, String> attributes) {}

  /** Reads what {@code resources/fornode} answers. */
  static NodeResources of(JsonNode node) {
    List<Resource> all = new ArrayList<>();
    for (JsonNode child : node.path("children").path("resource")) {
      Matcher id = ID.matcher(child.path("id").asText());
      if (id.matches()) {
        Map<Metric, String> attributes = attributes(child.path("rrdGraphAttributes"));
        if (!attributes.isEmpty()) {
          String ifName = child.path("stringPropertyAttributes").path("ifName").asText("");
          all.add(new Resource(id.group(), id.group(1), ifName, attributes));
        }
      }
    }
    return new NodeResources(List.copyOf(all));
  }

  private static Map<Metric, String> attributes(JsonNode stored) {
    Map<Metric, String> found = new EnumMap<>(Metric.class);
    ATTRIBUTES.forEach(
        (metric, names) ->
            names.stream().filter(stored::has).findFirst().ifPresent(n -> found.put(metric, n)));
    return found;
  }

  /** The one that belongs to an interface; empty where that cannot be told for certain. */
  Optional<Resource> find(NetworkInterface wanted) {
    String mac = wanted.physAddress().replaceAll("[^0-9A-Fa-f]", "").toLowerCase(Locale.ROOT);
    List<String> names =
        Stream.of(wanted.ifName(), wanted.ifDescr())
            .filter(name -> !name.isEmpty())
            .map(NodeResources::sanitized)
            .toList();
    return names.stream()
        .filter(name -> mac.length() == 12)
        .flatMap(name -> only(r -> r.label().equals(name + "-" + mac)).stream())
        .findFirst()
        .or(() -> only(r -> !r.ifName().isEmpty() && r.ifName().equals(wanted.ifName())))
        .or(() -> names.stream().flatMap(n -> only(r -> r.label().equals(n)).stream()).findFirst())
        .or(() -> names.stream().flatMap(n -> only(r -> isMac(r, n)).stream()).findFirst());
  }

  // A replaced card has another MAC address than the host has stored.
  private static boolean isMac(Resource resource, String name) {
    return resource.label().startsWith(name)
        && MAC.matcher(resource.label().substring(name.length())).matches();
  }

  private Optional<Resource> only(Predicate<Resource> wanted) {
    List<Resource> found = all.stream().filter(wanted).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static String sanitized(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_");
  }
}
