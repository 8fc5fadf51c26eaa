package org.opennms.plugins.trunkline.model;

import java.util.Objects;

/**
 * What the device's other tables say of an interface, beside IF-MIB's row.
 *
 * @param layers what it is stacked on and bundled into
 * @param switchPort VLANs, trunk state, power
 * @param bgpPeer the session over it; an external one where there are several
 */
public record LinkFacts(Layers layers, SwitchPort switchPort, BgpPeer bgpPeer) {
  /** Nothing is known. */
  public static final LinkFacts NONE = new LinkFacts(Layers.NONE, SwitchPort.NONE, BgpPeer.NONE);

  /** Rejects missing parts. */
  public LinkFacts {
    Objects.requireNonNull(layers, "layers");
    Objects.requireNonNull(switchPort, "switchPort");
    Objects.requireNonNull(bgpPeer, "bgpPeer");
  }
}
