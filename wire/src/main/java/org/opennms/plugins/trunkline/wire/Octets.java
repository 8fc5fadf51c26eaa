package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;

/** Octets found and replaced within others. */
final class Octets {
  private Octets() {}

  /** Where a part begins; -1 when it is not there or empty. */
  static int indexOf(ByteString all, ByteString part) {
    return part.isEmpty() ? -1 : latin(all).indexOf(latin(part));
  }

  /** With the first occurrence of a part replaced; the same when it is not there. */
  static ByteString replaced(ByteString all, ByteString part, ByteString by) {
    int at = indexOf(all, part);
    return at < 0 ? all : all.substring(0, at).concat(by).concat(all.substring(at + part.size()));
  }

  private static String latin(ByteString bytes) {
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
