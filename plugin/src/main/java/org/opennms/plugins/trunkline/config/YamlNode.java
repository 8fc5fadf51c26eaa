package org.opennms.plugins.trunkline.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A YAML document that remembers lines, so that a complaint can name one. Scalars keep their text:
 * the reader of a setting knows which type it wants.
 */
public sealed interface YamlNode {
  /** Where the node starts, 1-based. */
  int line();

  /**
   * Keys in the document's order.
   *
   * @param line where it starts, 1-based
   * @param entries never null; a key without a value maps to an empty scalar
   */
  record Mapping(int line, Map<String, YamlNode> entries) implements YamlNode {
    /** The value of a key, if it is there. */
    public Optional<YamlNode> get(String key) {
      return Optional.ofNullable(entries.get(key));
    }
  }

  /**
   * A list.
   *
   * @param line where it starts, 1-based
   * @param items in order
   */
  record Sequence(int line, List<YamlNode> items) implements YamlNode {}

  /**
   * A value as it is written, quotes removed; empty for null.
   *
   * @param line where it stands, 1-based
   * @param text never null
   */
  record Scalar(int line, String text) implements YamlNode {}
}
