package org.opennms.plugins.trunkline.classify.provider;

import java.util.ArrayList;
import java.util.List;
import org.opennms.plugins.trunkline.classify.text.Fit;
import org.opennms.plugins.trunkline.classify.text.FoldedText;
import org.opennms.plugins.trunkline.classify.text.Keyword;
import org.opennms.plugins.trunkline.classify.text.Resources;
import org.opennms.plugins.trunkline.config.YamlException;
import org.opennms.plugins.trunkline.config.YamlFile;
import org.opennms.plugins.trunkline.config.YamlNode;

/**
 * Reads the bundle's catalogue: country to provider to aliases, a weak one with {@code ~} behind
 * it.
 */
final class ProviderCatalogue {
  private static final String RESOURCE = "catalogue.yaml";
  private static final int FIRST_UNSPACED_SCRIPT = 0x0E00;

  private ProviderCatalogue() {}

  static List<Keyword<Alias>> shipped() {
    List<Keyword<Alias>> keywords = new ArrayList<>();
    mapping(parse())
        .entries()
        .forEach(
            (country, providers) ->
                mapping(providers)
                    .entries()
                    .forEach(
                        (name, aliases) ->
                            add(new Provider(name, country), strings(aliases), keywords)));
    return keywords;
  }

  /** Adds the provider's name and aliases; {@code ~} behind one marks it weak. */
  static void add(Provider provider, List<String> aliases, List<Keyword<Alias>> keywords) {
    for (String written : aliases) {
      boolean weak = written.endsWith("~");
      String folded = FoldedText.fold(written);
      keywords.add(new Keyword<>(folded, fit(folded), new Alias(provider, weak)));
    }
  }

  private static Fit fit(String folded) {
    return folded.charAt(0) >= FIRST_UNSPACED_SCRIPT ? Fit.INSIDE : Fit.WORD;
  }

  private static YamlNode parse() {
    try {
      String text = Resources.text(ProviderCatalogue.class, RESOURCE);
      return YamlFile.parse(RESOURCE, text).orElseThrow();
    } catch (YamlException e) {
      throw new IllegalStateException(e);
    }
  }

  private static YamlNode.Mapping mapping(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping;
    }
    throw new IllegalStateException(RESOURCE + ":" + node.line() + ": a mapping is expected");
  }

  private static List<String> strings(YamlNode node) {
    return ((YamlNode.Sequence) node)
        .items().stream().map(item -> ((YamlNode.Scalar) item).text()).toList();
  }
}
