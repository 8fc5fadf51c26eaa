package org.opennms.plugins.trunkline.classify;

import java.util.HashMap;
import java.util.Map;
import org.opennms.plugins.trunkline.classify.evidence.Signal;
import org.opennms.plugins.trunkline.classify.text.FoldedText;
import org.opennms.plugins.trunkline.classify.text.Lookout;
import org.opennms.plugins.trunkline.classify.text.Matches;
import org.opennms.plugins.trunkline.model.DeviceType;

/** Tells what kind of device speaks of itself in a platform string. Stateless. */
final class Platforms {
  private static final Lookout<Concept> LEXICON = Lexicon.load("platforms.yaml");

  private static final Map<String, Signal> SIGNALS = new HashMap<>();

  static {
    for (int k = 0; k < LEXICON.size(); k++) {
      Concept concept = LEXICON.keyword(k).meaning();
      SIGNALS.put(
          concept.name(), new Signal("neighbour's platform", concept.says(), concept.weights()));
    }
  }

  private Platforms() {}

  /** What an interface is that leads to such a platform. */
  static Signal neighbourSignal(Concept concept) {
    return SIGNALS.get(concept.name());
  }

  /**
   * What a platform string says: the first word that tells, because vendors begin with the product
   * and end with boilerplate. Null where nothing tells.
   */
  static Concept conceptOf(String platform, FoldedText text, Matches matches) {
    LEXICON.find(text.set(platform), matches);
    int first = -1;
    for (int i = 0; i < matches.count(); i++) {
      if (first < 0 || matches.start(i) < matches.start(first)) {
        first = i;
      }
    }
    return first < 0 ? null : LEXICON.keyword(matches.keyword(first)).meaning();
  }

  /** What kind of device has this sysDescr. */
  static DeviceType typeOf(String sysDescr) {
    Concept concept = conceptOf(sysDescr, new FoldedText(), new Matches());
    return concept == null ? DeviceType.UNKNOWN : typeOf(concept);
  }

  private static DeviceType typeOf(Concept concept) {
    return switch (concept.name()) {
      case "phone" -> DeviceType.PHONE;
      case "camera" -> DeviceType.CAMERA;
      case "access point" -> DeviceType.WIRELESS;
      case "server", "management processor" -> DeviceType.SERVER;
      case "firewall" -> DeviceType.FIREWALL;
      case "router" -> DeviceType.ROUTER;
      case "switch", "line terminal" -> DeviceType.SWITCH;
      default -> DeviceType.UNKNOWN;
    };
  }
}
