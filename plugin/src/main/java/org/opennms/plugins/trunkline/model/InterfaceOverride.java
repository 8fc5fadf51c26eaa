package org.opennms.plugins.trunkline.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an operator decided about an interface; it wins over every other evidence and survives
 * rediscovery, renumbering and restart.
 *
 * @param role empty leaves the role to the classifier
 * @param provider empty leaves it
 * @param critical empty leaves it
 * @param monitored empty leaves it
 * @param capacity bit/s, positive; empty leaves it
 * @param by who decided
 * @param at when
 * @param why may be empty
 */
public record InterfaceOverride(
    Optional<InterfaceRole> role,
    Optional<String> provider,
    Optional<Boolean> critical,
    Optional<Boolean> monitored,
    OptionalLong capacity,
    String by,
    Instant at,
    String why) {
  /** Rejects missing parts and a capacity that is not positive. */
  public InterfaceOverride {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(critical, "critical");
    Objects.requireNonNull(monitored, "monitored");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(why, "why");
    if (capacity.isPresent() && capacity.getAsLong() <= 0) {
      throw new IllegalArgumentException(
          "capacity " + capacity.getAsLong() + " is not a positive number of bit/s");
    }
  }
}
