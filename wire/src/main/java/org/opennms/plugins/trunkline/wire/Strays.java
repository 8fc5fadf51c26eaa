package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Records that belong to no chain, because they cannot be read or nobody vouches for them. Such a
 * record may be what is missing between two envelopes: where what makes it unreadable is elsewhere
 * in it, the two signatures that tie it to its neighbours are still there. Not thread-safe.
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
    boolean follows = false;
    boolean leads = false;
    for (ByteString bytes : byIndex.subMap(from, false, to, false).values()) {
      follows |= bytes.isEmpty() || Octets.indexOf(bytes, end) >= 0;
      leads |= bytes.isEmpty() || Octets.indexOf(bytes, wanted) >= 0;
    }
    return follows && leads;
  }
}
