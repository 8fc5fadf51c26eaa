package org.opennms.plugins.trunkline.baseline;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/**
 * What deviations are worth telling, role by role. Immutable.
 *
 * @param byRole limits that differ from the standard
 */
public record RoleLimits(Map<InterfaceRole, Limit> byRole) {
  /** The standard for all roles. */
  public static final RoleLimits STANDARD = new RoleLimits(Map.of());

  /** Copies the map. */
  public RoleLimits {
    byRole = byRole.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(byRole));
  }

  /** That of a role. */
  Limit of(InterfaceRole role) {
    return byRole.getOrDefault(role, Limit.STANDARD);
  }

  /** Which deviations are alarmed. */
  public enum Direction {
    /** Rises and drops. */
    BOTH,
    /** Only more than expected. */
    RISE,
    /** Only less than expected. */
    DROP;

    /** For example {@code both}. */
    public String spelling() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What a deviation must be at least for an alarm; smaller ones are listed.
   *
   * @param share of what was expected, 0.2 is 20 %
   * @param bits bit/s
   * @param packets packets/s
   * @param direction rises, drops or both
   */
  public record Limit(double share, double bits, double packets, Direction direction) {
    /** As shipped. */
    public static final Limit STANDARD = new Limit(0.2, 100_000, 50, Direction.BOTH);

    /** Whether a deviation of a value from what was expected is worth an alarm. */
    boolean allows(boolean isBits, double value, double expected) {
      double off = Math.abs(value - expected);
      boolean wanted =
          direction == Direction.BOTH || (direction == Direction.RISE) == (value >= expected);
      return wanted && off >= (isBits ? bits : packets) && off >= share * Math.abs(expected);
    }
  }
}
