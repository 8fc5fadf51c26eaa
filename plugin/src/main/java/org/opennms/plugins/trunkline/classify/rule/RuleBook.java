package org.opennms.plugins.trunkline.classify.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.classify.text.FoldedText;
import org.opennms.plugins.trunkline.classify.text.KeywordAutomaton;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/**
 * The operator's rules, in order. A rule with a condition on a name, description or alias is only
 * looked at where one of its literals stands; one pass over the text finds all of them. Immutable
 * and thread-safe.
 */
public final class RuleBook {
  private static final RuleBook EMPTY = new RuleBook(List.of());

  private final List<Rule> rules;
  private final BitSet unkeyed = new BitSet();
  private final KeywordAutomaton automaton;
  private final List<BitSet> rulesOfLiteral = new ArrayList<>();
  private final Field[] keyField;

  RuleBook(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    keyField = new Field[rules.size()];
    Map<String, BitSet> literals = new LinkedHashMap<>();
    for (int r = 0; r < rules.size(); r++) {
      var key = rules.get(r).key();
      if (key.isEmpty()) {
        unkeyed.set(r);
        continue;
      }
      keyField[r] = key.get().field();
      for (String literal : key.get().test().literals()) {
        literals.computeIfAbsent(FoldedText.foldEach(literal), l -> new BitSet()).set(r);
      }
    }
    automaton = new KeywordAutomaton(List.copyOf(literals.keySet()));
    rulesOfLiteral.addAll(literals.values());
  }

  /** Without rules. */
  public static RuleBook empty() {
    return EMPTY;
  }

  /** How many rules there are. */
  public int size() {
    return rules.size();
  }

  Rule rule(int number) {
    return rules.get(number);
  }

  /** Chooses the rules whose conditions on the device hold. */
  public BitSet on(Device device, DeviceFacts facts) {
    BitSet active = new BitSet();
    for (int r = 0; r < rules.size(); r++) {
      active.set(r, rules.get(r).matches(device, facts));
    }
    return active;
  }

  /**
   * Applies the rules to an interface.
   *
   * @param active from {@link #on}
   * @param evidence of the interface
   * @param text a buffer
   * @param verdict filled with what the rules say; cleared by the caller
   */
  public void apply(
      BitSet active, InterfaceEvidence evidence, FoldedText text, RuleVerdict verdict) {
    if (active.isEmpty()) {
      return;
    }
    BitSet candidates = verdict.candidates();
    candidates.or(unkeyed);
    NetworkInterface row = evidence.networkInterface();
    nominate(Field.IF_ALIAS, row.ifAlias(), text, candidates);
    nominate(Field.IF_NAME, row.ifName(), text, candidates);
    nominate(Field.IF_DESCR, row.ifDescr(), text, candidates);
    candidates.and(active);
    for (int r = candidates.nextSetBit(0); r >= 0; r = candidates.nextSetBit(r + 1)) {
      if (rules.get(r).matches(evidence)) {
        verdict.take(rules.get(r), evidence);
      }
    }
  }

  private void nominate(Field field, String value, FoldedText text, BitSet candidates) {
    if (value.isEmpty() || rulesOfLiteral.isEmpty()) {
      return;
    }
    automaton.scan(
        text.set(value),
        (literal, start, end) -> {
          BitSet of = rulesOfLiteral.get(literal);
          for (int r = of.nextSetBit(0); r >= 0; r = of.nextSetBit(r + 1)) {
            if (keyField[r] == field) {
              candidates.set(r);
            }
          }
        });
  }
}
