package org.opennms.plugins.trunkline.snmp.mib;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands between the dots of a name.
 *
 * @param text without quotes
 * @param quoted whether it was in single or double quotes
 */
record NamePart(String text, boolean quoted) {
  /** The sub-identifier, or -1 where the part is none. */
  long arc() {
    return quoted ? -1 : Oid.arc(text, 0, text.length());
  }

  /** Splits at dots outside quotes; empty for a missing quote or an empty part. */
  static Optional<List<NamePart>> split(String name) {
    List<NamePart> parts = new ArrayList<>();
    int at = 0;
    while (at <= name.length()) {
      char first = at < name.length() ? name.charAt(at) : '.';
      boolean quoted = first == '"' || first == '\'';
      int from = quoted ? at + 1 : at;
      int end = name.indexOf(quoted ? first : '.', from);
      if (end < 0 && !quoted) {
        end = name.length();
      }
      int next = quoted ? end + 1 : end;
      boolean separated =
          next == name.length() || (next < name.length() && name.charAt(next) == '.');
      if (end < from || !separated || (end == from && !quoted)) {
        return Optional.empty();
      }
      parts.add(new NamePart(name.substring(from, end), quoted));
      at = next + 1;
    }
    return Optional.of(parts);
  }
}
