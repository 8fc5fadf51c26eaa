package org.opennms.plugins.trunkline.classify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.classify.evidence.Signal;
import org.opennms.plugins.trunkline.classify.provider.Providers;
import org.opennms.plugins.trunkline.classify.rule.RuleBook;
import org.opennms.plugins.trunkline.inventory.InterfaceClassifier;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/**
 * Combines the operator's rules and four kinds of evidence in one score: the log odds of the roles
 * are added up in a fixed order, become probabilities, and the likeliest role's probability is
 * calibrated into the confidence. Immutable, thread-safe, and without memory: the same interfaces
 * give the same classifications, whatever their order.
 */
public final class RuleBookClassifier implements InterfaceClassifier {
  private final RuleBook rules;
  private final List<EvidenceSource> sources;
  private final Verdicts verdicts;

  /**
   * From what the configuration gives.
   *
   * @param rules the operator's, which win over all evidence
   * @param providers the catalogue with the operator's own entries
   * @param calibration from the score to the confidence
   */
  public RuleBookClassifier(RuleBook rules, Providers providers, Calibration calibration) {
    this.rules = Objects.requireNonNull(rules, "rules");
    sources =
        List.of(
            new FactEvidence(),
            new SwitchingEvidence(),
            new NeighbourEvidence(),
            new TextEvidence(providers));
    verdicts = new Verdicts(providers, calibration);
  }

  @Override
  public List<Judgement> classify(
      Device device, DeviceFacts facts, List<NetworkInterface> interfaces) {
    List<InterfaceEvidence> evidence = new ArrayList<>(interfaces.size());
    interfaces.forEach(each -> evidence.add(InterfaceEvidence.of(each)));
    return judge(device, facts, evidence);
  }

  /**
   * Judges all interfaces of a device with all that is known of them.
   *
   * @return one judgement per interface, in the order of the interfaces
   */
  public List<Judgement> judge(
      Device device, DeviceFacts facts, List<InterfaceEvidence> interfaces) {
    DeviceContext context = new DeviceContext(device, facts, interfaces);
    BitSet active = rules.on(device, facts);
    Desk desk = new Desk();
    List<Judgement> judgements = new ArrayList<>(interfaces.size());
    for (InterfaceEvidence evidence : interfaces) {
      judgements.add(judge(context, active, evidence, desk));
    }
    return judgements;
  }

  private Judgement judge(
      DeviceContext context, BitSet active, InterfaceEvidence evidence, Desk desk) {
    desk.clear();
    rules.apply(active, evidence, desk.text, desk.rules);
    for (Signal signal : desk.rules.signals()) {
      desk.score.add(signal);
    }
    for (EvidenceSource source : sources) {
      source.collect(context, evidence, desk);
    }
    InterfaceRole likeliest = desk.score.settle();
    return verdicts.of(desk.rules.role().orElse(likeliest), evidence, desk);
  }
}
