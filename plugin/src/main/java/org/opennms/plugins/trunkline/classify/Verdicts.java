package org.opennms.plugins.trunkline.classify;

import java.util.Optional;
import java.util.OptionalLong;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.classify.provider.Providers;
import org.opennms.plugins.trunkline.model.BgpPeer;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Classification.Boundary;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Judgement;

/** Writes the judgement down once the role is settled. Immutable. */
final class Verdicts {
  /** An ISP uplink is critical from this confidence on; below it goes to the work list. */
  static final double CRITICAL_CONFIDENCE = 0.8;

  private static final double SURE_BY_RULE = 0.99;
  private static final int LONGEST_NAME = 40;

  private final Providers providers;
  private final Calibration calibration;

  Verdicts(Providers providers, Calibration calibration) {
    this.providers = providers;
    this.calibration = calibration;
  }

  Judgement of(InterfaceRole role, InterfaceEvidence evidence, Desk desk) {
    double raw = desk.score.probability(role);
    double calibrated = calibration.apply(raw);
    boolean byRule = desk.rules.role().isPresent();
    double confidence = round(byRule ? Math.max(calibrated, SURE_BY_RULE) : calibrated);
    InterfaceRole rival = desk.score.rival(role);
    boolean uplink = role == InterfaceRole.ISP_UPLINK && confidence >= CRITICAL_CONFIDENCE;
    boolean leaves = role == InterfaceRole.ISP_UPLINK || role == InterfaceRole.BRANCH_LINK;
    boolean carries = leaves || role == InterfaceRole.TRUNK;
    String text = desk.findings.text;
    Classification classification =
        new Classification(
            role,
            desk.rules.provider().map(name -> known(name, desk)).or(() -> provider(role, desk)),
            desk.rules.critical().orElse(uplink),
            boundary(role, evidence, desk),
            text.isEmpty() ? Optional.empty() : Particulars.circuitId(text),
            carries ? Particulars.remotePort(desk.findings) : Optional.empty(),
            bandwidth(leaves, evidence, desk),
            confidence,
            desk.score.reasons(role));
    return new Judgement(
        classification, raw, rival, desk.score.probability(rival), desk.rules.monitored());
  }

  /** Four digits: more would show noise, and the last bits of a library's exponential function. */
  private static double round(double probability) {
    return Math.rint(probability * 10_000) / 10_000;
  }

  private static Boundary boundary(InterfaceRole role, InterfaceEvidence evidence, Desk desk) {
    boolean customer =
        role == InterfaceRole.ACCESS && (desk.findings.customerFirst || desk.findings.customer);
    boolean external =
        role == InterfaceRole.ISP_UPLINK || evidence.bgpPeer() == BgpPeer.EXTERNAL || customer;
    return external ? Boundary.EXTERNAL : Boundary.INTERNAL;
  }

  private static OptionalLong bandwidth(boolean leaves, InterfaceEvidence evidence, Desk desk) {
    if (desk.rules.contractBandwidth().isPresent()) {
      return desk.rules.contractBandwidth();
    }
    return leaves && !desk.findings.text.isEmpty()
        ? Particulars.bandwidth(desk.findings.text, evidence.networkInterface().speed())
        : OptionalLong.empty();
  }

  /** What a rule calls a provider, by the catalogue's name where it knows it. */
  private String known(String name, Desk desk) {
    int found = providers.find(desk.text.set(name), desk.matches);
    return found < 0 ? name : providers.alias(desk.matches, found).provider().name();
  }

  /** The catalogue's name, else what follows the operator's keyword: {@code transit: NAME [5G]}. */
  private static Optional<String> provider(InterfaceRole role, Desk desk) {
    TextFindings findings = desk.findings;
    boolean outside = role == InterfaceRole.ISP_UPLINK || role == InterfaceRole.BRANCH_LINK;
    if (findings.provider != null && (outside || role == InterfaceRole.TRUNK)) {
      return Optional.of(findings.provider.name());
    }
    if (role == InterfaceRole.ISP_UPLINK && findings.afterExternalKeyword >= 0) {
      return Optional.of(nameAt(findings.text, findings.afterExternalKeyword))
          .filter(name -> !name.isEmpty());
    }
    return Optional.empty();
  }

  private static String nameAt(String text, int from) {
    int end = Math.min(from, text.length());
    while (end < text.length() && "[({|;,#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String name = text.substring(Math.min(from, text.length()), end).strip();
    return name.length() <= LONGEST_NAME ? name : "";
  }
}
