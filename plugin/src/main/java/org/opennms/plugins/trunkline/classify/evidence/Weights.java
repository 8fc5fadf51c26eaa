package org.opennms.plugins.trunkline.classify.evidence;

import java.util.Arrays;
import java.util.Map;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/** What a piece of evidence adds to each role's log odds, in nats. Immutable. */
public final class Weights {
  /** How many roles there are. */
  public static final int ROLES = InterfaceRole.values().length;

  /** Says nothing. */
  public static final Weights NONE = new Weights(new double[Weights.ROLES]);

  private final double[] nats;

  private Weights(double[] nats) {
    this.nats = nats;
  }

  /** For one role. */
  public static Weights of(InterfaceRole role, double nats) {
    return NONE.and(role, nats);
  }

  /** From a table; roles that it lacks get 0. */
  public static Weights of(Map<InterfaceRole, Double> table) {
    double[] nats = new double[ROLES];
    table.forEach((role, weight) -> nats[index(role)] = weight);
    return new Weights(nats);
  }

  /** These and one more. */
  public Weights and(InterfaceRole role, double more) {
    double[] copy = nats.clone();
    copy[index(role)] += more;
    return new Weights(copy);
  }

  /** What it adds to a role. */
  public double get(InterfaceRole role) {
    return nats[index(role)];
  }

  /** What it adds to the role with this {@link #index}. */
  public double at(int index) {
    return nats[index];
  }

  /** The place of a role in arrays of {@link #ROLES}: no map is as fast. */
  @SuppressWarnings("EnumOrdinal")
  public static int index(InterfaceRole role) {
    return role.ordinal();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Weights weights && Arrays.equals(nats, weights.nats);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(nats);
  }

  @Override
  public String toString() {
    return Arrays.toString(nats);
  }
}
