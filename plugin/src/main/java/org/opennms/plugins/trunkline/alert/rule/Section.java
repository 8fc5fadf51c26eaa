package org.opennms.plugins.trunkline.alert.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opennms.plugins.trunkline.config.Durations;
import org.opennms.plugins.trunkline.config.Problem;
import org.opennms.plugins.trunkline.config.Spelling;
import org.opennms.plugins.trunkline.config.YamlNode;

/** One mapping of the file, read key by key; what is wrong is noted, and a default stands in. */
final class Section {
  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s*%");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

  private final String file;
  private final String where;
  private final YamlNode.Mapping entries;
  private final List<Problem> problems;

  Section(String file, String where, YamlNode.Mapping entries, List<Problem> problems) {
    this.file = file;
    this.where = where;
    this.entries = entries;
    this.problems = problems;
  }

  /** A mapping under this one; an empty one where it is absent or no mapping. */
  Section section(String key) {
    YamlNode node = entries.get(key).orElse(new YamlNode.Mapping(entries.line(), Map.of()));
    if (!(node instanceof YamlNode.Mapping mapping)) {
      note(node.line(), key, "is no mapping", "Write keys and values under it.");
      return section("");
    }
    return new Section(file, path(key), mapping, problems);
  }

  void allow(List<String> keys) {
    entries
        .entries()
        .forEach(
            (key, node) -> {
              if (!keys.contains(key)) {
                note(node.line(), key, "is no setting", Spelling.advice(key, keys));
              }
            });
  }

  boolean has(String key) {
    return entries.get(key).isPresent();
  }

  Map<String, YamlNode> entries() {
    return entries.entries();
  }

  Optional<String> text(String key) {
    Optional<YamlNode> node = entries.get(key);
    if (node.isPresent() && !(node.get() instanceof YamlNode.Scalar)) {
      note(node.get().line(), key, "is no single value", "Write one value after the colon.");
      return Optional.empty();
    }
    return node.map(n -> ((YamlNode.Scalar) n).text().strip());
  }

  /** Values of a list; one value alone is a list of one. */
  List<String> texts(String key) {
    YamlNode node = entries.get(key).orElse(null);
    if (node instanceof YamlNode.Scalar scalar) {
      return List.of(scalar.text().strip());
    }
    if (!(node instanceof YamlNode.Sequence list)) {
      return List.of();
    }
    return list.items().stream()
        .filter(i -> i instanceof YamlNode.Scalar)
        .map(i -> ((YamlNode.Scalar) i).text().strip())
        .toList();
  }

  Duration duration(String key, Duration otherwise) {
    return value(key, otherwise, Durations::parse, "is no duration", "Write 30s, 15m, 2h or 1d.");
  }

  double share(String key, double otherwise) {
    return value(key, otherwise, Section::share, "is no share", "Write a percentage, as in 80%.");
  }

  long count(String key, long otherwise) {
    return value(
        key,
        otherwise,
        t -> COUNT.matcher(t).matches() ? Optional.of(Long.parseLong(t)) : Optional.empty(),
        "is no count",
        "Write a whole number.");
  }

  /** One value through a parser; the default where it is absent or wrong. */
  <T> T value(
      String key, T otherwise, Function<String, Optional<T>> parser, String what, String remedy) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    Optional<T> parsed = parser.apply(text.get());
    if (parsed.isEmpty()) {
      note(line(key), key, "'" + text.get() + "' " + what, remedy);
    }
    return parsed.orElse(otherwise);
  }

  void note(String key, String what, String remedy) {
    note(line(key), key, what, remedy);
  }

  private void note(int line, String key, String what, String remedy) {
    problems.add(new Problem(file, line, path(key), what, remedy));
  }

  private int line(String key) {
    return entries.get(key).map(YamlNode::line).orElse(entries.line());
  }

  private String path(String key) {
    return key.isEmpty() ? where : where + "." + key;
  }

  private static Optional<Double> share(String text) {
    Matcher share = SHARE.matcher(text);
    return share.matches()
        ? Optional.of(Double.parseDouble(share.group(1)) / 100)
        : Optional.empty();
  }
}
