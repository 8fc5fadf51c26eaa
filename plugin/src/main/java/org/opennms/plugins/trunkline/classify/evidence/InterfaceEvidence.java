package org.opennms.plugins.trunkline.classify.evidence;

import java.util.List;
import java.util.Objects;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/**
 * All that is known of one interface. Only the first part is always there; where nothing is known
 * of the others, their {@code NONE} or an empty list stands.
 *
 * @param networkInterface IF-MIB's row
 * @param layers what it is stacked on and bundled into
 * @param switchPort VLANs, trunk state, power
 * @param bgpPeer whether BGP4-MIB's bgpPeerTable has a session over it
 * @param neighbours who answers at its other end; may be several
 */
public record InterfaceEvidence(
    NetworkInterface networkInterface,
    Layers layers,
    SwitchPort switchPort,
    BgpPeer bgpPeer,
    List<Neighbour> neighbours) {
  /** A BGP session over an interface. */
  public enum BgpPeer {
    /** None, or nothing is known. */
    NONE,
    /** In the own autonomous system. */
    INTERNAL,
    /** In another autonomous system. */
    EXTERNAL
  }

  /** Copies the list and rejects missing parts. */
  public InterfaceEvidence {
    Objects.requireNonNull(networkInterface, "networkInterface");
    Objects.requireNonNull(layers, "layers");
    Objects.requireNonNull(switchPort, "switchPort");
    Objects.requireNonNull(bgpPeer, "bgpPeer");
    neighbours = List.copyOf(neighbours);
  }

  /** An interface of which nothing but IF-MIB's row is known. */
  public static InterfaceEvidence of(NetworkInterface networkInterface) {
    return new InterfaceEvidence(
        networkInterface, Layers.NONE, SwitchPort.NONE, BgpPeer.NONE, List.of());
  }
}
