package org.opennms.plugins.trunkline.snmp;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Comparing object identifiers where they lie, as arrays of unsigned sub-identifiers. */
final class SubIds {
  private SubIds() {}

  /** In the order of RFC 2578 section 7.10. */
  static int compare(int[] left, int leftLength, int[] right, int rightLength) {
    int common = Math.min(leftLength, rightLength);
    for (int i = 0; i < common; i++) {
      if (left[i] != right[i]) {
        return Integer.compareUnsigned(left[i], right[i]);
      }
    }
    return leftLength - rightLength;
  }

  /** One behind the other. */
  static int[] join(int[] left, int[] right) {
    int[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }

  /** A part of an array as it is written. */
  static String dotted(int[] subIds, int from, int to) {
    return Arrays.stream(subIds, from, to)
        .mapToObj(Integer::toUnsignedString)
        .collect(Collectors.joining("."));
  }
}
