package org.opennms.plugins.trunkline.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * One mapping of the file under reading: hands out typed values and gathers what is wrong with
 * them. Used by one thread.
 */
public final class YamlSection {
  private final String file;
  private final String path;
  private final YamlNode.Mapping mapping;
  private final List<Problem> problems;

  /**
   * A mapping.
   *
   * @param file named in complaints
   * @param path of keys down to it; empty for the document
   * @param problems gathers complaints
   */
  public YamlSection(String file, String path, YamlNode.Mapping mapping, List<Problem> problems) {
    this.file = file;
    this.path = path;
    this.mapping = mapping;
    this.problems = problems;
  }

  /** Whether the key is there. */
  public boolean has(String key) {
    return mapping.get(key).isPresent();
  }

  /** Complains of keys that nobody reads. */
  public void allow(Collection<String> keys) {
    mapping
        .entries()
        .forEach(
            (key, node) -> {
              if (!keys.contains(key)) {
                add(node.line(), key, "unknown key", hint(key, keys));
              }
            });
  }

  /** A single value; empty when it is not there. */
  public Optional<String> text(String key) {
    Optional<YamlNode> node = mapping.get(key);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.get() instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
      return Optional.of(scalar.text().trim());
    }
    complain(key, "a single value is expected here", "Write " + key + ": VALUE.");
    return Optional.empty();
  }

  /** A single value that must be there. */
  public Optional<String> required(String key, String remedy) {
    if (!has(key)) {
      add(mapping.line(), key, "is missing", remedy);
      return Optional.empty();
    }
    return text(key);
  }

  /** A value of a form of its own. */
  public <T> Optional<T> parsed(String key, Function<String, Optional<T>> parser, String remedy) {
    Optional<String> text = text(key);
    Optional<T> value = text.flatMap(parser);
    if (text.isPresent() && value.isEmpty()) {
      complain(key, "'" + text.get() + "' is not understood", remedy);
    }
    return value;
  }

  /** A whole number within bounds. */
  public OptionalInt number(String key, int min, int max) {
    Optional<Integer> value =
        parsed(
            key, t -> integer(t, min, max), "Use a whole number from " + min + " to " + max + ".");
    return value.isPresent() ? OptionalInt.of(value.get()) : OptionalInt.empty();
  }

  /** Whether the key is there and true. */
  public boolean flag(String key) {
    return parsed(
            key,
            t ->
                t.equals("true") || t.equals("false")
                    ? Optional.of(t.equals("true"))
                    : Optional.empty(),
            "Use true or false.")
        .orElse(false);
  }

  /** The mapping below a key. */
  public Optional<YamlSection> section(String key) {
    Optional<YamlNode> node = mapping.get(key);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.get() instanceof YamlNode.Mapping inner) {
      return Optional.of(new YamlSection(file, at(key), inner, problems));
    }
    complain(
        key, "a group of keys is expected here", "Write its keys indented below " + key + ":.");
    return Optional.empty();
  }

  /** The mappings of a list. */
  public List<YamlSection> sections(String key) {
    Optional<YamlNode> node = mapping.get(key);
    if (node.isEmpty() || (node.get() instanceof YamlNode.Scalar s && s.text().isEmpty())) {
      return List.of();
    }
    List<YamlSection> sections = new ArrayList<>();
    if (node.get() instanceof YamlNode.Sequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof YamlNode.Mapping inner) {
          String place = at(key) + "[" + sections.size() + "]";
          sections.add(new YamlSection(file, place, inner, problems));
        }
      }
      if (sections.size() == list.items().size()) {
        return sections;
      }
    }
    complain(key, "a list of groups is expected here", "Begin each with a hyphen.");
    return List.of();
  }

  /** The keys below a key with their single values. */
  public Map<String, String> texts(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    section(key)
        .ifPresent(
            s ->
                s.mapping
                    .entries()
                    .keySet()
                    .forEach(k -> s.text(k).ifPresent(t -> texts.put(k, t))));
    return texts;
  }

  /** The parsed items of a list; a single value counts as a list of one. */
  public <T> List<T> items(String key, Function<String, Optional<T>> parser, String remedy) {
    Optional<YamlNode> node = mapping.get(key);
    if (node.isEmpty()) {
      return List.of();
    }
    List<YamlNode> nodes =
        node.get() instanceof YamlNode.Sequence list ? list.items() : List.of(node.get());
    List<T> items = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      String text = nodes.get(i) instanceof YamlNode.Scalar scalar ? scalar.text().trim() : "";
      Optional<T> item = text.isEmpty() ? Optional.empty() : parser.apply(text);
      if (item.isPresent()) {
        items.add(item.get());
      } else {
        add(nodes.get(i).line(), key + "[" + i + "]", "'" + text + "' is not understood", remedy);
      }
    }
    return items;
  }

  /** Notes what is wrong with a key. */
  public void complain(String key, String what, String remedy) {
    add(mapping.get(key).map(YamlNode::line).orElse(mapping.line()), key, what, remedy);
  }

  private void add(int line, String key, String what, String remedy) {
    problems.add(new Problem(file, line, at(key), what, remedy));
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static Optional<Integer> integer(String text, int min, int max) {
    if (!text.matches("\\d{1,9}")) {
      return Optional.empty();
    }
    int value = Integer.parseInt(text);
    return value >= min && value <= max ? Optional.of(value) : Optional.empty();
  }

  private static String hint(String key, Collection<String> keys) {
    Optional<String> nearest = keys.stream().min(Comparator.comparingInt(k -> distance(key, k)));
    return nearest
        .filter(k -> distance(key, k) <= Math.max(2, k.length() / 3))
        .map(k -> "Did you mean " + k + "?")
        .orElse("Known keys: " + String.join(", ", keys) + ".");
  }

  /** Levenshtein's distance, upper and lower case alike. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        boolean same =
            Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
        int cost = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
        diagonal = row[j];
        row[j] = cost;
      }
    }
    return row[right.length()];
  }
}
