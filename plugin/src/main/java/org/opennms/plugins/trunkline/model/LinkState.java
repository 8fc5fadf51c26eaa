package org.opennms.plugins.trunkline.model;

import java.util.Locale;

/** How well a link is attested, the best first. */
public enum LinkState {
  /** An operator said so. */
  MANUAL,
  /** Both ends told of the same pair of ports. */
  CONFIRMED,
  /** Only one end told of it, and the other does not speak against it. */
  ONE_SIDED,
  /** The other end's port tells of another neighbour, or of another port. */
  CONFLICTING,
  /** Nobody announced it: concluded from addresses, forwarding tables or a description. */
  INFERRED;

  /** As in exports, for example {@code one-sided}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
