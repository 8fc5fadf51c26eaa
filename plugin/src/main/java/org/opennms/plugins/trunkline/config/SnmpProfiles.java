package org.opennms.plugins.trunkline.config;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The ordered profiles of {@code etc/trunkline/snmp.yaml}. Immutable.
 *
 * @param profiles in the order of the file; the first that matches an agent is the only one tried
 */
public record SnmpProfiles(List<SnmpProfile> profiles) {
  /** No profiles: nothing can be asked. */
  public static final SnmpProfiles NONE = new SnmpProfiles(List.of());

  /** Copies the list. */
  public SnmpProfiles {
    profiles = List.copyOf(profiles);
  }

  /**
   * Reads the file's text and gathers all problems. Never throws on bad input.
   *
   * @param file named in problems
   * @param text the whole file
   */
  public static ConfigReading<SnmpProfiles> parse(String file, String text) {
    return SnmpProfilesReader.read(file, text);
  }

  /**
   * The first profile that matches an agent; later ones are never tried.
   *
   * @param foreignSource empty for a discovered node
   */
  public Optional<SnmpProfile> firstMatch(
      InetAddress address, String location, String foreignSource) {
    return profiles.stream()
        .filter(p -> p.match().covers(address, location, foreignSource))
        .findFirst();
  }

  /** Aliases of the host's vault that the profiles refer to, for a check that they exist. */
  public SortedSet<String> vaultAliases() {
    SortedSet<String> aliases = new TreeSet<>();
    for (SnmpProfile profile : profiles) {
      profile
          .credentials()
          .secrets()
          .filter(SnmpSecret.VaultReference.class::isInstance)
          .forEach(s -> aliases.add(((SnmpSecret.VaultReference) s).alias()));
    }
    return aliases;
  }

  /** Whether a secret stands in the file itself, so that the file must not be readable by all. */
  public boolean holdsLiteralSecrets() {
    return profiles.stream()
        .flatMap(p -> p.credentials().confidential())
        .anyMatch(SnmpSecret.Literal.class::isInstance);
  }
}
