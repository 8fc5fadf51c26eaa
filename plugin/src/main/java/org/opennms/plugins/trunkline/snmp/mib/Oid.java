package org.opennms.plugins.trunkline.snmp.mib;

import java.util.Arrays;
import java.util.Optional;

/**
 * An object identifier, or a part of one such as an index. Immutable and thread-safe; ordered as
 * SNMP orders (RFC 3416): by sub-identifier, unsigned, a prefix first.
 */
public final class Oid implements Comparable<Oid> {
  /** Sub-identifiers that SMIv2 permits (RFC 2578 section 3.5). */
  public static final int MAX_SIZE = 128;

  /** Without any sub-identifier. */
  public static final Oid EMPTY = new Oid(new int[0]);

  private static final int LONGEST_ARC = 10;
  private static final long MAX_ARC = 0xffff_ffffL;

  private final int[] arcs;

  private Oid(int[] arcs) {
    this.arcs = arcs;
  }

  /**
   * From sub-identifiers.
   *
   * @param arcs unsigned 32-bit numbers; copied
   */
  public static Oid of(int... arcs) {
    return arcs.length == 0 ? EMPTY : new Oid(arcs.clone());
  }

  /**
   * Reads {@code .1.3.6.1} or {@code 1.3.6.1}.
   *
   * @return empty unless the text is 1 to {@link #MAX_SIZE} sub-identifiers of 0 to 2^32 - 1
   */
  public static Optional<Oid> parse(String text) {
    int[] arcs = new int[MAX_SIZE];
    int size = 0;
    int from = text.startsWith(".") ? 1 : 0;
    while (from <= text.length()) {
      int dot = text.indexOf('.', from);
      int end = dot < 0 ? text.length() : dot;
      long arc = arc(text, from, end);
      if (arc < 0 || size == MAX_SIZE) {
        return Optional.empty();
      }
      arcs[size++] = (int) arc;
      from = end + 1;
    }
    return Optional.of(new Oid(Arrays.copyOf(arcs, size)));
  }

  /** A sub-identifier in decimal, or -1. */
  static long arc(String text, int from, int end) {
    if (from >= end || end - from > LONGEST_ARC) {
      return -1;
    }
    long arc = 0;
    for (int i = from; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      arc = arc * 10 + digit;
    }
    return arc > MAX_ARC ? -1 : arc;
  }

  /** How many sub-identifiers. */
  public int size() {
    return arcs.length;
  }

  /** The sub-identifier at a position from 0, as a number of 0 to 2^32 - 1. */
  public long arc(int position) {
    return arcs[position] & MAX_ARC;
  }

  /** The sub-identifiers as unsigned 32-bit numbers; a copy. */
  public int[] toArray() {
    return arcs.clone();
  }

  /** This OID followed by one more sub-identifier (0 to 2^32 - 1). */
  public Oid child(long arc) {
    int[] longer = Arrays.copyOf(arcs, arcs.length + 1);
    longer[arcs.length] = (int) arc;
    return new Oid(longer);
  }

  /** This OID followed by another one. */
  public Oid append(Oid index) {
    if (index.arcs.length == 0) {
      return this;
    }
    int[] longer = Arrays.copyOf(arcs, arcs.length + index.arcs.length);
    System.arraycopy(index.arcs, 0, longer, arcs.length, index.arcs.length);
    return new Oid(longer);
  }

  /** The sub-identifiers from one position (included) to another (excluded). */
  public Oid slice(int from, int to) {
    return from == to ? EMPTY : new Oid(Arrays.copyOfRange(arcs, from, to));
  }

  /** The sub-identifiers from a position on, for example the index behind a column. */
  public Oid tail(int from) {
    return slice(from, arcs.length);
  }

  /** Whether the other OID is a prefix of this one, or the same. */
  public boolean startsWith(Oid prefix) {
    return prefix.arcs.length <= arcs.length
        && Arrays.equals(arcs, 0, prefix.arcs.length, prefix.arcs, 0, prefix.arcs.length);
  }

  @Override
  public int compareTo(Oid other) {
    return Arrays.compareUnsigned(arcs, other.arcs);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Oid oid && Arrays.equals(arcs, oid.arcs);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(arcs);
  }

  /** For example {@code 1.3.6.1.2.1}; empty for no sub-identifiers. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(arcs.length * 4);
    for (int i = 0; i < arcs.length; i++) {
      if (i > 0) {
        text.append('.');
      }
      text.append(arc(i));
    }
    return text.toString();
  }
}
