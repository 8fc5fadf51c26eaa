package org.opennms.plugins.trunkline.config;

import java.net.InetAddress;
import java.util.List;

/**
 * A set of addresses, given by ranges.
 *
 * @param ranges none means every address
 */
public record AddressSet(List<AddressRange> ranges) {
  /** Every address. */
  public static final AddressSet ALL = new AddressSet(List.of());

  /** Copies the list. */
  public AddressSet {
    ranges = List.copyOf(ranges);
  }

  /** Whether the address is in the set. */
  public boolean contains(InetAddress address) {
    return ranges.isEmpty() || ranges.stream().anyMatch(r -> r.contains(address));
  }
}
