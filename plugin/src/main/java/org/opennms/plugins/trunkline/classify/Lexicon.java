package org.opennms.plugins.trunkline.classify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.classify.evidence.Weights;
import org.opennms.plugins.trunkline.classify.text.Fit;
import org.opennms.plugins.trunkline.classify.text.FoldedText;
import org.opennms.plugins.trunkline.classify.text.Keyword;
import org.opennms.plugins.trunkline.classify.text.Lookout;
import org.opennms.plugins.trunkline.classify.text.Resources;
import org.opennms.plugins.trunkline.config.YamlException;
import org.opennms.plugins.trunkline.config.YamlFile;
import org.opennms.plugins.trunkline.config.YamlNode;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/**
 * Reads the lexicons that are part of the bundle: concepts with their weights and the words for
 * them in many languages. A fault in one is a fault of the build and an {@link
 * IllegalStateException}.
 */
final class Lexicon {
  private Lexicon() {}

  /** The lexicon in resources beside this class. */
  static Lookout<Concept> load(String... resources) {
    List<Keyword<Concept>> keywords = new ArrayList<>();
    for (String resource : resources) {
      read(resource, keywords);
    }
    return new Lookout<>(keywords);
  }

  private static void read(String resource, List<Keyword<Concept>> keywords) {
    for (YamlNode item : sequence(resource, parse(resource))) {
      YamlNode.Mapping entry = (YamlNode.Mapping) item;
      Concept concept =
          new Concept(text(entry, "concept"), text(entry, "says"), weights(resource, entry));
      for (Fit fit : Fit.values()) {
        for (String word : words(resource, entry, fit)) {
          keywords.add(new Keyword<>(FoldedText.fold(word), fit, concept));
        }
      }
    }
  }

  private static YamlNode parse(String resource) {
    try {
      String text = Resources.text(Lexicon.class, resource);
      return YamlFile.parse(resource, text).orElseThrow();
    } catch (YamlException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<YamlNode> sequence(String resource, YamlNode node) {
    if (node instanceof YamlNode.Sequence list) {
      return list.items();
    }
    throw new IllegalStateException(resource + ":" + node.line() + ": a list is expected");
  }

  private static String text(YamlNode.Mapping entry, String key) {
    return ((YamlNode.Scalar) entry.get(key).orElseThrow()).text();
  }

  private static Weights weights(String resource, YamlNode.Mapping entry) {
    Map<InterfaceRole, Double> table = new EnumMap<>(InterfaceRole.class);
    if (entry.get("weights").orElse(null) instanceof YamlNode.Mapping weights) {
      weights
          .entries()
          .forEach(
              (role, nats) ->
                  table.put(
                      InterfaceRole.parse(role)
                          .orElseThrow(() -> new IllegalStateException(resource + ": " + role)),
                      Double.valueOf(((YamlNode.Scalar) nats).text())));
    }
    return Weights.of(table);
  }

  private static List<String> words(String resource, YamlNode.Mapping entry, Fit fit) {
    String key =
        switch (fit) {
          case WORD -> "words";
          case STEM -> "stems";
          case INSIDE -> "inside";
        };
    return entry.get(key).stream()
        .flatMap(node -> sequence(resource, node).stream())
        .map(node -> ((YamlNode.Scalar) node).text())
        .toList();
  }
}
