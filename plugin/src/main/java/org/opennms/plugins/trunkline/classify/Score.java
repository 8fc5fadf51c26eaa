package org.opennms.plugins.trunkline.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.opennms.plugins.trunkline.classify.evidence.Signal;
import org.opennms.plugins.trunkline.classify.evidence.Weights;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Reason;

/**
 * Adds up the log odds of the roles of one interface, each signal once, in the order in which they
 * are added. For one thread; begin each interface with {@link #clear}.
 */
final class Score {
  private static final InterfaceRole[] ROLES = InterfaceRole.values();
  private static final int MAX_REASONS = 12;
  private static final double WORTH_SAYING = 0.05;
  private static final Comparator<Reason> STRONGEST =
      Comparator.comparingDouble((Reason r) -> -Math.abs(r.weight()));

  private final double[] sum = new double[ROLES.length];
  private final double[] probability = new double[ROLES.length];
  private final List<Signal> signals = new ArrayList<>();
  private double[] factors = new double[32];

  /** Begins a new interface. */
  void clear() {
    Arrays.fill(sum, 0);
    signals.clear();
  }

  /** Adds a signal at full weight. */
  void add(Signal signal) {
    add(signal, 1);
  }

  /** Adds a signal whose weights are multiplied, for example because the text is a vendor's. */
  void add(Signal signal, double factor) {
    if (signals.size() == factors.length) {
      factors = Arrays.copyOf(factors, 2 * factors.length);
    }
    factors[signals.size()] = factor;
    signals.add(signal);
    for (int r = 0; r < sum.length; r++) {
      sum[r] += factor * signal.weights().at(r);
    }
  }

  /** Turns the sums into probabilities and says which role is the likeliest. */
  InterfaceRole settle() {
    int best = 0;
    for (int r = 1; r < sum.length; r++) {
      best = sum[r] > sum[best] ? r : best;
    }
    double total = 0;
    for (int r = 0; r < sum.length; r++) {
      probability[r] = Math.exp(sum[r] - sum[best]);
      total += probability[r];
    }
    for (int r = 0; r < sum.length; r++) {
      probability[r] /= total;
    }
    return ROLES[best];
  }

  /** Of a role, 0..1, after {@link #settle}. */
  double probability(InterfaceRole role) {
    return probability[Weights.index(role)];
  }

  /** The likeliest role besides one, after {@link #settle}. */
  InterfaceRole rival(InterfaceRole winner) {
    InterfaceRole rival = winner == ROLES[0] ? ROLES[1] : ROLES[0];
    for (InterfaceRole role : ROLES) {
      if (role != winner && probability(role) > probability(rival)) {
        rival = role;
      }
    }
    return rival;
  }

  /**
   * Why a role, strongest first. A reason's weight is what its signal adds to the log odds of the
   * role against all others, these weighed by their own probability (the derivative of the log
   * odds), so that evidence for a rival counts against the role.
   */
  List<Reason> reasons(InterfaceRole role) {
    double rest = Math.max(1 - probability(role), Double.MIN_NORMAL);
    List<Reason> reasons = new ArrayList<>(signals.size());
    for (int i = 0; i < signals.size(); i++) {
      Signal signal = signals.get(i);
      double weight = factors[i] * against(signal.weights(), role, rest);
      if (Math.abs(weight) >= WORTH_SAYING) {
        double rounded = Math.rint(weight * 100) / 100;
        reasons.add(new Reason(signal.evidence(), signal.says(), rounded));
      }
    }
    reasons.sort(STRONGEST);
    return reasons.size() > MAX_REASONS ? reasons.subList(0, MAX_REASONS) : reasons;
  }

  private double against(Weights weights, InterfaceRole role, double rest) {
    double others = 0;
    for (int r = 0; r < sum.length; r++) {
      others += r == Weights.index(role) ? 0 : weights.at(r) * probability[r];
    }
    return weights.get(role) - others / rest;
  }
}
