package org.opennms.plugins.trunkline.traffic;

/**
 * A counter as an agent told it.
 *
 * @param value unsigned
 * @param bits 32 or 64; 0 where the agent did not tell the counter
 */
public record Counter(long value, int bits) {
  /** Not told. */
  public static final Counter ABSENT = new Counter(0, 0);

  private static final long MAX_32 = 0xffff_ffffL;

  /** Rejects widths that SNMP does not have, and values beyond them. */
  public Counter {
    boolean fits = bits == 64 || (bits == 32 && value >= 0 && value <= MAX_32);
    if (!fits && !(bits == 0 && value == 0)) {
      throw new IllegalArgumentException(value + " is no counter of " + bits + " bits");
    }
  }

  /** A Counter32. */
  public static Counter of32(long value) {
    return new Counter(value, 32);
  }

  /** A Counter64. */
  public static Counter of64(long value) {
    return new Counter(value, 64);
  }

  /** Whether the agent told it. */
  public boolean isTold() {
    return bits != 0;
  }

  /** Whether both are told and of one width, so that their difference means something. */
  boolean isComparable(Counter later) {
    return bits != 0 && bits == later.bits;
  }

  /** Whether the later reading is less; both are comparable. */
  boolean fellTo(Counter later) {
    return Long.compareUnsigned(later.value, value) < 0;
  }

  /**
   * How much was counted up to the later reading, if the counter went through zero at most once.
   * Exact as long as it is below 2^53.
   */
  double countedUntil(Counter later) {
    long difference = later.value - value;
    long modular = bits == 32 ? difference & MAX_32 : difference;
    double signed = modular;
    return modular >= 0 ? signed : signed + 0x1p64;
  }
}
