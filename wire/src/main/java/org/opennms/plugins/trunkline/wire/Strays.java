package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Records that belong to no chain, because they cannot be read or nobody vouches for them. Such a
 * record may be what is missing between two envelopes: when bytes of it were altered, one of the
 * two signatures that tie it to its neighbours is still in it. Not thread-safe.
 */
final class Strays {
  /** What is kept of them; beyond it, they are known by their place alone. */
  private static final long MOST_KEPT = 64L << 20;

  /** Empty where there are no bytes. */
  private final NavigableMap<Integer, ByteString> byIndex = new TreeMap<>();

  private long kept;

  /** Takes a place of which there are no bytes. */
  void add(int index) {
    byIndex.put(index, ByteString.EMPTY);
  }

  /** Takes a record. */
  void add(int index, ByteString bytes) {
    kept += bytes.size();
    byIndex.put(index, kept <= MOST_KEPT ? bytes : ByteString.EMPTY);
  }

  /**
   * Whether a record between two envelopes may be what stood there.
   *
   * @param end signature of the first envelope
   * @param wanted signature of the predecessor that the second one names
   */
  boolean explain(int from, int to, ByteString end, ByteString wanted) {
    for (Map.Entry<Integer, ByteString> stray : byIndex.subMap(from, false, to, false).entrySet()) {
      ByteString bytes = stray.getValue();
      if (bytes.isEmpty() || holds(bytes, end) || holds(bytes, wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(ByteString bytes, ByteString signature) {
    return !signature.isEmpty() && latin(bytes).contains(latin(signature));
  }

  private static String latin(ByteString bytes) {
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
