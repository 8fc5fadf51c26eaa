package org.opennms.plugins.trunkline.model;

import java.util.Locale;
import java.util.Objects;

/**
 * What is set differently at the two ends of a link.
 *
 * @param kind what
 * @param a at the first end, in words for an operator
 * @param b at the second end
 */
public record LinkMismatch(Kind kind, String a, String b) {
  /** What can differ. */
  public enum Kind {
    /** ifHighSpeed. */
    SPEED,
    /** dot3StatsDuplexStatus, cdpCacheDuplex. */
    DUPLEX,
    /** ifMtu. */
    MTU,
    /** dot1qPvid, cdpCacheNativeVLAN, lldpXdot1RemPortVlanId. */
    NATIVE_VLAN;

    /** As in exports, for example {@code native-vlan}. */
    public String spelling() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Rejects missing parts. */
  public LinkMismatch {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
  }
}
