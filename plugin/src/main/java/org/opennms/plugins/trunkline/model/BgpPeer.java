package org.opennms.plugins.trunkline.model;

/** Whether BGP4-MIB's bgpPeerTable (RFC 4273) has a session over an interface. */
public enum BgpPeer {
  /** None, or nothing is known. */
  NONE,
  /** In the own autonomous system. */
  INTERNAL,
  /** In another autonomous system. */
  EXTERNAL
}
