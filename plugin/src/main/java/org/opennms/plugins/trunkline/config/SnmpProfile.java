package org.opennms.plugins.trunkline.config;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How to ask the agents of some addresses.
 *
 * @param name unique in the file; shown to operators
 * @param match which agents it is for
 * @param version message format
 * @param credentials a community for v1 and v2c, USM for v3
 * @param port 1..65535
 * @param timeout of one attempt; empty leaves the engine's default
 * @param retries 0..10 after the first attempt; empty leaves the default
 * @param maxRepetitions 1..100 rows a GETBULK may ask for at most; empty leaves the default
 * @param allowSet whether SET may be sent to these agents at all
 */
public record SnmpProfile(
    String name,
    Match match,
    SnmpVersion version,
    SnmpCredentials credentials,
    int port,
    Optional<Duration> timeout,
    OptionalInt retries,
    OptionalInt maxRepetitions,
    boolean allowSet) {
  /** Rejects missing parts and credentials of another version. */
  public SnmpProfile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(match, "match");
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(retries, "retries");
    Objects.requireNonNull(maxRepetitions, "maxRepetitions");
    if ((version == SnmpVersion.V3) != (credentials instanceof SnmpCredentials.Usm)) {
      throw new IllegalArgumentException("credentials of profile " + name + " are not " + version);
    }
  }

  /**
   * Which agents a profile is for: those that meet each of the three conditions. An empty list is
   * no condition.
   *
   * @param addresses of the agent
   * @param locations monitoring locations, spelled exactly
   * @param foreignSources requisitions, spelled exactly
   */
  public record Match(
      List<AddressRange> addresses, List<String> locations, List<String> foreignSources) {
    /** Everything. */
    public static final Match ANY = new Match(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Match {
      addresses = List.copyOf(addresses);
      locations = List.copyOf(locations);
      foreignSources = List.copyOf(foreignSources);
    }

    /** Whether an agent meets the conditions. */
    public boolean covers(InetAddress address, String location, String foreignSource) {
      return (addresses.isEmpty() || addresses.stream().anyMatch(r -> r.contains(address)))
          && (locations.isEmpty() || locations.contains(location))
          && (foreignSources.isEmpty() || foreignSources.contains(foreignSource));
    }
  }
}
