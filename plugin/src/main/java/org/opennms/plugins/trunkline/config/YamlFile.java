package org.opennms.plugins.trunkline.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads YAML text into {@link YamlNode}s. Stateless. */
public final class YamlFile {
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final int MAX_DEPTH = 32;

  private YamlFile() {}

  /**
   * The document's root; empty for a document without content.
   *
   * @param file named in complaints
   * @param text the whole document
   * @throws YamlException when the text is no YAML, with the line and the parser's words
   */
  public static Optional<YamlNode> parse(String file, String text) throws YamlException {
    try (JsonParser parser = YAML.createParser(text)) {
      JsonToken first = parser.nextToken();
      return first == null ? Optional.empty() : Optional.of(node(file, parser, 0));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      throw new YamlException(
          new Problem(file, line, "syntax", e.getOriginalMessage(), "Correct the YAML."));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory cannot fail", e);
    }
  }

  private static YamlNode node(String file, JsonParser parser, int depth)
      throws IOException, YamlException {
    int line = parser.currentTokenLocation().getLineNr();
    if (depth > MAX_DEPTH) {
      throw new YamlException(
          new Problem(
              file, line, "syntax", "nested deeper than " + MAX_DEPTH, "Flatten the document."));
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(file, parser, line, depth);
      case START_ARRAY -> sequence(file, parser, line, depth);
      case VALUE_NULL -> new YamlNode.Scalar(line, "");
      default -> new YamlNode.Scalar(line, parser.getText());
    };
  }

  private static YamlNode mapping(String file, JsonParser parser, int line, int depth)
      throws IOException, YamlException {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = parser.currentTokenLocation().getLineNr();
      parser.nextToken();
      if (entries.put(key, node(file, parser, depth + 1)) != null) {
        throw new YamlException(
            new Problem(file, keyLine, key, "the key stands here twice", "Keep one."));
      }
    }
    return new YamlNode.Mapping(line, entries);
  }

  private static YamlNode sequence(String file, JsonParser parser, int line, int depth)
      throws IOException, YamlException {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(file, parser, depth + 1));
    }
    return new YamlNode.Sequence(line, items);
  }
}
