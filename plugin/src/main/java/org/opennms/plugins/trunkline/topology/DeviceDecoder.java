package org.opennms.plugins.trunkline.topology;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;

/** Turns what was read of a device into a report. */
public interface DeviceDecoder {
  /**
   * What is known of the device beforehand.
   *
   * @param key lasting identity
   * @param label what operators call it
   * @param addresses where the host reaches it; may be empty
   * @param interfaces as the inventory knows them; empty where IF-MIB is among the tables
   */
  record Subject(
      NodeKey key,
      String label,
      Set<InetAddress> addresses,
      Optional<List<NetworkInterface>> interfaces) {
    /** Copies the collections and rejects missing parts. */
    public Subject {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(label, "label");
      addresses = Set.copyOf(addresses);
      interfaces = interfaces.map(List::copyOf);
    }
  }

  /**
   * Decodes. Never fails: rows that make no sense are left out.
   *
   * @param subject whose tables these are
   * @param tables what was read
   * @param covered what was read to its end; LLDP covers all of its tables, vendors' copies
   *     included
   * @param at when
   * @param expires when the observations stop to count unless they are seen again
   */
  DeviceReport decode(
      Subject subject,
      NeighbourTables tables,
      Set<LinkSource> covered,
      Instant at,
      Instant expires);
}
