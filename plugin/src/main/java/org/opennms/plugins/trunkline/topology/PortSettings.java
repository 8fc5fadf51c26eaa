package org.opennms.plugins.trunkline.topology;

import java.util.Objects;

/**
 * What should be equal at both ends of a link.
 *
 * @param speed bit/s; 0 unknown
 * @param duplex dot3StatsDuplexStatus or cdpCacheDuplex
 * @param mtu ifMtu, octets; 0 unknown
 * @param nativeVlan untagged VLAN, 1..4094; 0 unknown
 */
public record PortSettings(long speed, Duplex duplex, int mtu, int nativeVlan) {
  /** Nothing is known. */
  public static final PortSettings UNKNOWN = new PortSettings(0, Duplex.UNKNOWN, 0, 0);

  /** EtherLike-MIB dot3StatsDuplexStatus. */
  public enum Duplex {
    /** Not told. */
    UNKNOWN,
    /** halfDuplex(2). */
    HALF,
    /** fullDuplex(3). */
    FULL
  }

  /** Rejects a missing duplex. */
  public PortSettings {
    Objects.requireNonNull(duplex, "duplex");
  }
}
