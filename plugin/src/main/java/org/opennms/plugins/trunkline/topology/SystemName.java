package org.opennms.plugins.trunkline.topology;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opennms.plugins.trunkline.config.IpLiteral;

/**
 * A system name, normalised: lower case, without the serial number that CDP puts behind or before
 * it.
 *
 * @param full with its domain, if it has one
 * @param host its first label
 */
record SystemName(String full, String host) {
  private static final Pattern SERIAL_BEHIND = Pattern.compile("([^()]+)\\([^()]*\\)");
  private static final Pattern SERIAL_BEFORE = Pattern.compile("[A-Za-z0-9]{6,}\\(([^()]+)\\)");

  /** The name; empty for a filler. */
  static Optional<SystemName> of(String text) {
    if (Identifiers.isFiller(text)) {
      return Optional.empty();
    }
    String full = text.strip().toLowerCase(Locale.ROOT);
    var behind = SERIAL_BEHIND.matcher(full);
    if (behind.matches() && !behind.group(1).isBlank()) {
      full = behind.group(1).strip();
    }
    while (full.endsWith(".")) {
      full = full.substring(0, full.length() - 1);
    }
    return full.isEmpty() ? Optional.empty() : Optional.of(new SystemName(full, host(full)));
  }

  /** Nexus and CatOS: {@code serial(name)}; the name in brackets. */
  static Optional<SystemName> inBrackets(String text) {
    var before = SERIAL_BEFORE.matcher(text.strip());
    return before.matches() ? of(before.group(1)) : Optional.empty();
  }

  /** Whether both can be the same device's: equal, or equal but for a domain that one lacks. */
  boolean agreesWith(SystemName other) {
    return full.equals(other.full) || (host.equals(other.host) && (isBare() || other.isBare()));
  }

  /** Whether it has no domain. */
  boolean isBare() {
    return full.equals(host);
  }

  private static String host(String full) {
    int dot = full.indexOf('.');
    boolean isName = dot > 0 && full.indexOf(' ') < 0 && IpLiteral.parse(full).isEmpty();
    return isName ? full.substring(0, dot) : full;
  }
}
