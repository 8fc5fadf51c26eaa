package org.opennms.plugins.trunkline.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads YAML text into {@link YamlNode}s. Stateless.
 *
 * <p>Aliases are refused: nothing of ours needs them, and a few lines of them make a document of
 * gigabytes.
 */
public final class YamlFile {
  private static final YAMLFactory YAML = Formats.yaml();
  private static final int MAX_DEPTH = 32;

  private final String file;
  private final YAMLParser parser;

  private YamlFile(String file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * The document's root; empty for a document without content.
   *
   * @param file named in complaints
   * @param text the whole document
   * @throws YamlException when the text is no YAML, with the line and the parser's words, which
   *     quote nothing of the text: it may hold secrets
   */
  public static Optional<YamlNode> parse(String file, String text) throws YamlException {
    try (YAMLParser parser = YAML.createParser(text)) {
      return new YamlFile(file, parser).document();
    } catch (JsonProcessingException e) {
      throw new YamlException(
          new Problem(file, line(e), "syntax", words(e), "Correct the YAML, indentation first."));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory cannot fail", e);
    }
  }

  private Optional<YamlNode> document() throws IOException, YamlException {
    if (parser.nextToken() == null) {
      return Optional.empty();
    }
    YamlNode root = node(0);
    if (parser.nextToken() != null) {
      throw refusal("a second document begins", "Keep one document in a file.");
    }
    return Optional.of(root);
  }

  private YamlNode node(int depth) throws IOException, YamlException {
    if (depth > MAX_DEPTH) {
      throw refusal("nested deeper than " + MAX_DEPTH, "Flatten the document.");
    }
    if (parser.isCurrentAlias()) {
      throw refusal("aliases are not supported", "Write the value out.");
    }
    int line = line();
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(line, depth);
      case START_ARRAY -> sequence(line, depth);
      case VALUE_NULL -> new YamlNode.Scalar(line, "");
      default -> new YamlNode.Scalar(line, parser.getText());
    };
  }

  private YamlNode mapping(int line, int depth) throws IOException, YamlException {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = line();
      parser.nextToken();
      if (entries.put(key, node(depth + 1)) != null) {
        throw new YamlException(
            new Problem(file, keyLine, key, "the key stands here twice", "Keep one."));
      }
    }
    return new YamlNode.Mapping(line, entries);
  }

  private YamlNode sequence(int line, int depth) throws IOException, YamlException {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    return new YamlNode.Sequence(line, items);
  }

  // The parser's full message shows the lines around the fault.
  private static String words(JsonProcessingException e) {
    String said =
        e.getCause() instanceof MarkedYAMLException m ? m.getProblem() : e.getOriginalMessage();
    return said.lines().findFirst().orElse("no YAML");
  }

  private static int line(JsonProcessingException e) {
    // Jackson knows where the last good token was; the cause knows where the fault is.
    if (e.getCause() instanceof MarkedYAMLException m && m.getProblemMark() != null) {
      return m.getProblemMark().getLine() + 1;
    }
    return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private YamlException refusal(String what, String remedy) {
    return new YamlException(new Problem(file, line(), "syntax", what, remedy));
  }
}
