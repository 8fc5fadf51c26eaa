package org.opennms.plugins.trunkline.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What an alert is raised about; lasting identities only. */
public sealed interface AlertSubject {
  /**
   * Text that no other subject has, without characters that XML 1.0 lacks; part of the host's
   * reduction keys, so its form must not change between versions.
   */
  String key();

  /** The node that an operator would look at, if there is one. */
  Optional<NodeKey> node();

  /** An interface. */
  record OfInterface(InterfaceKey is) implements AlertSubject {
    /** Rejects a missing key. */
    public OfInterface {
      Objects.requireNonNull(is, "is");
    }

    @Override
    public String key() {
      return Keys.of("interface", List.of(is.node().text(), is.name()));
    }

    @Override
    public Optional<NodeKey> node() {
      return Optional.of(is.node());
    }
  }

  /** A node. */
  record OfNode(NodeKey is) implements AlertSubject {
    /** Rejects a missing key. */
    public OfNode {
      Objects.requireNonNull(is, "is");
    }

    @Override
    public String key() {
      return Keys.of("node", List.of(is.text()));
    }

    @Override
    public Optional<NodeKey> node() {
      return Optional.of(is);
    }
  }

  /**
   * What is no single node.
   *
   * @param kind {@code location}, {@code behind} or {@code trunkline}
   * @param name which one; not empty
   */
  record OfGroup(String kind, String name) implements AlertSubject {
    /** Rejects missing parts. */
    public OfGroup {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(name, "name");
    }

    @Override
    public String key() {
      return Keys.of(kind, List.of(name));
    }

    @Override
    public Optional<NodeKey> node() {
      return Optional.empty();
    }
  }

  /** Joins parts so that different parts never give the same text. Stateless. */
  final class Keys {
    private Keys() {}

    private static String of(String kind, List<String> parts) {
      StringBuilder key = new StringBuilder(kind);
      for (String part : parts) {
        key.append('|');
        part.codePoints().forEach(c -> append(key, c));
      }
      return key.toString();
    }

    // A replacement character instead would make two odd names one.
    private static void append(StringBuilder key, int c) {
      if (c == '|' || c == '\\' || c == '%' || !isLegal(c)) {
        key.append('\\').append(Integer.toHexString(c)).append(';');
      } else {
        key.appendCodePoint(c);
      }
    }

    private static boolean isLegal(int c) {
      return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
  }
}
