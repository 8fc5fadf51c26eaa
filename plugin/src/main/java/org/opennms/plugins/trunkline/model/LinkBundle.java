package org.opennms.plugins.trunkline.model;

import java.util.List;
import java.util.Objects;

/**
 * Links that are one: members of the same aggregate at both ends, or at one end where the other
 * does not say.
 *
 * @param a the aggregate at the first end
 * @param b the aggregate at the second end; without an interface where that end does not aggregate
 * @param members keys of the links, sorted; at least one
 */
public record LinkBundle(LinkEnd a, LinkEnd b, List<LinkKey> members) {
  /** Copies the list and rejects missing parts. */
  public LinkBundle {
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
    members = List.copyOf(members);
  }
}
