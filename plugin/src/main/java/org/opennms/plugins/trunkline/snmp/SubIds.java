package org.opennms.plugins.trunkline.snmp;

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

  static boolean startsWith(int[] name, int length, int[] prefix) {
    if (length < prefix.length) {
      return false;
    }
    // From the end: names in a table differ late.
    for (int i = prefix.length - 1; i >= 0; i--) {
      if (name[i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
