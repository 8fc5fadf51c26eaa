package org.opennms.plugins.trunkline.classify.evidence;

import java.util.List;
import java.util.Objects;
import org.opennms.plugins.trunkline.model.BgpPeer;
import org.opennms.plugins.trunkline.model.Layers;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.SwitchPort;

/**
 * All that is known of one interface.
 *
 * @param networkInterface what the device says of it
 * @param neighbours who answers at its other end; may be several, empty where nothing is known
 */
public record InterfaceEvidence(NetworkInterface networkInterface, List<Neighbour> neighbours) {
  /** Copies the list and rejects missing parts. */
  public InterfaceEvidence {
    Objects.requireNonNull(networkInterface, "networkInterface");
    neighbours = List.copyOf(neighbours);
  }

  /** An interface of whose neighbours nothing is known. */
  public static InterfaceEvidence of(NetworkInterface networkInterface) {
    return new InterfaceEvidence(networkInterface, List.of());
  }

  /** What it is stacked on and bundled into. */
  public Layers layers() {
    return networkInterface.link().layers();
  }

  /** VLANs, trunk state, power. */
  public SwitchPort switchPort() {
    return networkInterface.link().switchPort();
  }

  /** The BGP session over it. */
  public BgpPeer bgpPeer() {
    return networkInterface.link().bgpPeer();
  }
}
