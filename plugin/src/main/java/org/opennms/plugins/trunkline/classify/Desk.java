package org.opennms.plugins.trunkline.classify;

import org.opennms.plugins.trunkline.classify.rule.RuleVerdict;
import org.opennms.plugins.trunkline.classify.text.FoldedText;
import org.opennms.plugins.trunkline.classify.text.Matches;

/** The buffers for one interface's evidence, used again for the next. For one thread. */
final class Desk {
  final Score score = new Score();
  final FoldedText text = new FoldedText();
  final Matches matches = new Matches();
  final TextVotes votes = new TextVotes();
  final TextFindings findings = new TextFindings();
  final RuleVerdict rules = new RuleVerdict();

  /** Begins a new interface. */
  void clear() {
    score.clear();
    votes.clear();
    findings.clear();
    rules.clear();
  }
}
