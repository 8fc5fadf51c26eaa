package org.opennms.plugins.trunkline.classify.provider;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.classify.text.FoldedText;
import org.opennms.plugins.trunkline.classify.text.Keyword;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.Problem;
import org.opennms.plugins.trunkline.config.YamlException;
import org.opennms.plugins.trunkline.config.YamlFile;
import org.opennms.plugins.trunkline.config.YamlNode;

/**
 * Reads {@code providers.yaml}: {@code providers} (own entries, which win over the catalogue's),
 * {@code rename} (catalogue name to the name wanted) and {@code ignore} (aliases that are no
 * provider here). Its format is in docs/classification.md.
 */
public final class ProviderFile {
  private static final int SHORTEST_ALIAS = 2;
  private static final Set<String> KEYS = Set.of("providers", "rename", "ignore");

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  private ProviderFile(String file) {
    this.file = file;
  }

  /**
   * The shipped catalogue with the file's corrections.
   *
   * @param file named in problems
   * @param text the whole file; an empty one leaves the catalogue as it is
   */
  public static ConfigReading<Providers> parse(String file, String text) {
    try {
      Optional<YamlNode> root = YamlFile.parse(file, text);
      return root.isEmpty()
          ? ConfigReading.of(Providers.shipped())
          : new ProviderFile(file).read(root.get());
    } catch (YamlException e) {
      return ConfigReading.failed(List.of(e.problem()));
    }
  }

  private ConfigReading<Providers> read(YamlNode root) {
    Map<String, YamlNode> entries = mapping(root, "file");
    entries.forEach(
        (key, value) -> {
          if (!KEYS.contains(key)) {
            add(value, key, "is unknown", "Use providers, rename, ignore.");
          }
        });
    List<Keyword<Alias>> own = own(entries.get("providers"));
    Map<String, String> renamed = renames(entries.get("rename"));
    Set<String> ignored = ignored(entries.get("ignore"));
    if (!problems.isEmpty()) {
      return ConfigReading.failed(problems);
    }
    List<Keyword<Alias>> all = new ArrayList<>(own);
    for (Keyword<Alias> shipped : Providers.shipped().keywords()) {
      if (!ignored.contains(shipped.text())) {
        all.add(rename(shipped, renamed));
      }
    }
    return ConfigReading.of(new Providers(all));
  }

  private List<Keyword<Alias>> own(YamlNode node) {
    List<Keyword<Alias>> own = new ArrayList<>();
    for (YamlNode item : sequence(node, "providers")) {
      Map<String, YamlNode> entry = mapping(item, "providers");
      String name = scalar(entry.get("name"));
      List<String> aliases = new ArrayList<>();
      for (YamlNode alias : sequence(entry.get("aliases"), "providers.aliases")) {
        aliases.add(alias(alias));
      }
      if (name.isEmpty() || aliases.isEmpty()) {
        add(item, "providers", "an entry without name or aliases", "Write both.");
      } else if (!aliases.contains("")) {
        ProviderCatalogue.add(new Provider(name, scalar(entry.get("country"))), aliases, own);
      }
    }
    return own;
  }

  private String alias(YamlNode node) {
    String alias = scalar(node);
    if (FoldedText.fold(alias).length() < SHORTEST_ALIAS) {
      add(
          node,
          "providers.aliases",
          "'" + alias + "' is too short",
          "Give at least " + SHORTEST_ALIAS + " letters or digits.");
      return "";
    }
    return alias;
  }

  private Map<String, String> renames(YamlNode node) {
    Map<String, String> renamed = new HashMap<>();
    if (node == null) {
      return renamed;
    }
    Set<String> known = new HashSet<>();
    Providers.shipped().keywords().forEach(k -> known.add(k.meaning().provider().name()));
    mapping(node, "rename")
        .forEach(
            (from, to) -> {
              if (!known.contains(from) || scalar(to).isEmpty()) {
                add(
                    to,
                    "rename." + from,
                    "is no name of the catalogue",
                    "Names are spelled as in docs/classification.md.");
              }
              renamed.put(from, scalar(to));
            });
    return renamed;
  }

  private Set<String> ignored(YamlNode node) {
    Set<String> ignored = new HashSet<>();
    sequence(node, "ignore").forEach(item -> ignored.add(FoldedText.fold(scalar(item))));
    return ignored;
  }

  private static Keyword<Alias> rename(Keyword<Alias> keyword, Map<String, String> renamed) {
    Provider provider = keyword.meaning().provider();
    String name = renamed.get(provider.name());
    return name == null
        ? keyword
        : new Keyword<>(
            keyword.text(),
            keyword.fit(),
            new Alias(new Provider(name, provider.country()), keyword.meaning().weak()));
  }

  private Map<String, YamlNode> mapping(YamlNode node, String where) {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping.entries();
    }
    add(node, where, "is no mapping", "Write 'key: value' lines.");
    return Map.of();
  }

  private List<YamlNode> sequence(YamlNode node, String where) {
    if (node instanceof YamlNode.Sequence list) {
      return list.items();
    }
    boolean empty = node instanceof YamlNode.Scalar && scalar(node).isEmpty();
    if (node != null && !empty) {
      add(node, where, "is no list", "Write a list, one item per line after '- '.");
    }
    return List.of();
  }

  private static String scalar(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar ? scalar.text().strip() : "";
  }

  private void add(YamlNode node, String where, String what, String remedy) {
    problems.add(new Problem(file, node.line(), where, what, remedy));
  }
}
