package org.opennms.plugins.trunkline.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/**
 * Typed access to the PID's properties. A value that cannot be used adds a problem and yields the
 * default, so that all problems are found in one go.
 */
final class Values {
  private final Map<String, ?> properties;
  private final List<Problem> problems;

  Values(Map<String, ?> properties, List<Problem> problems) {
    this.properties = properties;
    this.problems = problems;
  }

  boolean flag(ConfigKey key) {
    String text = text(key);
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return Boolean.parseBoolean(text);
    }
    refuse(key, "is neither true nor false", "Write one of them");
    return Boolean.parseBoolean(key.defaultValue());
  }

  int count(ConfigKey key, int least, int most) {
    String text = text(key);
    if (text.matches("\\d{1,9}")) {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    refuse(
        key,
        "is not a whole number from " + least + " to " + most,
        "Write one, for example " + key.defaultValue());
    return Integer.parseInt(key.defaultValue());
  }

  Duration duration(ConfigKey key, String least, String most) {
    Optional<Duration> value =
        Durations.parse(text(key))
            .filter(d -> d.compareTo(known(least)) >= 0 && d.compareTo(known(most)) <= 0);
    if (value.isEmpty()) {
      refuse(
          key,
          "is not a time from " + least + " to " + most,
          "Write a number with ms, s, m, h or d, for example " + key.defaultValue());
    }
    return value.orElseGet(() -> known(key.defaultValue()));
  }

  /** The words; the set is empty for {@code *}, which accepts all. */
  Set<String> set(ConfigKey key) {
    List<String> words = words(key);
    if (words.isEmpty()) {
      refuse(key, "is empty, so that nothing would be read", "Write * for all");
    }
    return words.contains("*") ? Set.of() : new LinkedHashSet<>(words);
  }

  AddressSet addresses(ConfigKey key) {
    Set<String> words = set(key);
    words.stream()
        .filter(w -> AddressRange.parse(w).isEmpty())
        .forEach(
            w ->
                refuse(
                    key,
                    "has '" + w + "', which is no address, network or range",
                    "Write for example 192.0.2.7, 192.0.2.0/24 or 192.0.2.1-192.0.2.9"));
    return new AddressSet(
        words.stream().map(AddressRange::parse).flatMap(Optional::stream).toList());
  }

  Set<InterfaceRole> roles(ConfigKey key) {
    Set<InterfaceRole> roles = EnumSet.noneOf(InterfaceRole.class);
    for (String word : words(key)) {
      InterfaceRole.parse(word)
          .ifPresentOrElse(
              roles::add,
              () ->
                  refuse(
                      key,
                      "has '" + word + "', which is no role",
                      "Roles are " + InterfaceRole.spellings()));
    }
    return roles;
  }

  void refuse(ConfigKey key, String why, String remedy) {
    problems.add(
        new Problem(ConfigReader.FILE, 0, key.key(), "'" + text(key) + "' " + why, remedy + "."));
  }

  private List<String> words(ConfigKey key) {
    return Arrays.stream(text(key).split(",", -1))
        .map(String::trim)
        .filter(w -> !w.isEmpty())
        .toList();
  }

  private String text(ConfigKey key) {
    Object value = properties.get(key.key());
    return value == null ? key.defaultValue() : value.toString().trim();
  }

  private static Duration known(String text) {
    return Durations.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("the key table has '" + text + "'"));
  }
}
