package org.opennms.plugins.trunkline.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/**
 * Typed access to the PID's properties. A value that cannot be used adds a problem and yields the
 * default, so that all problems are found in one go.
 */
final class Values {
  private static final Pattern TIME_OF_DAY = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

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

  LocalTime time(ConfigKey key) {
    String text = text(key);
    if (TIME_OF_DAY.matcher(text).matches()) {
      return LocalTime.parse(text);
    }
    refuse(key, "is no time of day", "Write it as hh:mm, for example " + key.defaultValue());
    return LocalTime.parse(key.defaultValue());
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

  /** One of an enum's constants, in small letters. */
  <E extends Enum<E>> E choice(ConfigKey key, Class<E> of) {
    List<E> all = List.of(of.getEnumConstants());
    String words =
        all.stream().map(e -> e.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    return all.stream()
        .filter(e -> e.name().equalsIgnoreCase(text(key)))
        .findFirst()
        .orElseGet(
            () -> {
              refuse(key, "is none of " + words, "Write one of them");
              return Enum.valueOf(of, key.defaultValue().toUpperCase(Locale.ROOT));
            });
  }

  /** An address of HTTP or HTTPS, without a slash at its end. */
  URI url(ConfigKey key) {
    String text = text(key).replaceAll("/+$", "");
    try {
      URI url = new URI(text);
      String scheme = String.valueOf(url.getScheme());
      if (url.getHost() != null && scheme.matches("https?")) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Falls through to the same advice.
    }
    refuse(key, "is no http or https address", "Write for example " + key.defaultValue());
    return URI.create(key.defaultValue());
  }

  /** A time zone of the IANA database, or an offset. */
  ZoneId zone(ConfigKey key) {
    try {
      return ZoneId.of(text(key));
    } catch (DateTimeException e) {
      refuse(key, "is no time zone", "Write for example Europe/Berlin or UTC");
      return ZoneId.of(key.defaultValue());
    }
  }

  /** An alias in the vault. */
  String alias(ConfigKey key) {
    String text = text(key);
    if (!text.matches("[A-Za-z0-9._-]+")) {
      refuse(
          key,
          "is no alias",
          "Write letters, digits, dots, dashes, for example " + key.defaultValue());
    }
    return text;
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
