package org.opennms.plugins.trunkline.classify.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.classify.evidence.Signal;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/** What the rules say of one interface. A reusable buffer for one thread. */
public final class RuleVerdict {
  private final BitSet candidates = new BitSet();
  private final List<Signal> signals = new ArrayList<>();
  private Optional<InterfaceRole> role = Optional.empty();
  private Optional<String> provider = Optional.empty();
  private Optional<Boolean> critical = Optional.empty();
  private Optional<Boolean> monitored = Optional.empty();
  private OptionalLong contractBandwidth = OptionalLong.empty();

  /** An empty verdict. */
  public RuleVerdict() {}

  /** Begins a new interface. */
  public void clear() {
    candidates.clear();
    signals.clear();
    role = Optional.empty();
    provider = Optional.empty();
    critical = Optional.empty();
    monitored = Optional.empty();
    contractBandwidth = OptionalLong.empty();
  }

  BitSet candidates() {
    return candidates;
  }

  void take(Rule rule, InterfaceEvidence evidence) {
    Effect effect = rule.effect();
    signals.add(rule.signal());
    role = role.or(effect::role);
    provider = provider.or(() -> rule.provider(evidence));
    critical = critical.or(effect::critical);
    monitored = monitored.or(effect::monitored);
    contractBandwidth =
        contractBandwidth.isPresent() ? contractBandwidth : effect.contractBandwidth();
  }

  /** The rules that matched, in order. */
  public List<Signal> signals() {
    return signals;
  }

  /** Set by a rule, if any. */
  public Optional<InterfaceRole> role() {
    return role;
  }

  /** Set by a rule, if any; as the rule writes it or its group reads. */
  public Optional<String> provider() {
    return provider;
  }

  /** Set by a rule, if any. */
  public Optional<Boolean> critical() {
    return critical;
  }

  /** Set by a rule, if any. */
  public Optional<Boolean> monitored() {
    return monitored;
  }

  /** Set by a rule, if any, bit/s. */
  public OptionalLong contractBandwidth() {
    return contractBandwidth;
  }
}
