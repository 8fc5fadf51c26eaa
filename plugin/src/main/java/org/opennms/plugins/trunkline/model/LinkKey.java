package org.opennms.plugins.trunkline.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A link's lasting identity. It is made of node keys and port names, and where an end is no node,
 * of its chassis id and port id as announced; never of a system name, which anyone may change or
 * leave out. Both directions of a link have the same key.
 *
 * @param text both ends, the lesser first
 */
public record LinkKey(String text) implements Comparable<LinkKey> {
  private static final int SHORT = 12;

  /** Rejects a missing text. */
  public LinkKey {
    Objects.requireNonNull(text, "text");
  }

  /** The key of a link between two ends, in whichever order they are given. */
  public static LinkKey between(String one, String other) {
    return one.compareTo(other) <= 0
        ? new LinkKey(one + " -- " + other)
        : new LinkKey(other + " -- " + one);
  }

  /** 12 hexadecimal digits of its SHA-256: what an operator types and a path carries. */
  public String id() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, SHORT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public int compareTo(LinkKey other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
