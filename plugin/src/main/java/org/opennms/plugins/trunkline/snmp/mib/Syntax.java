package org.opennms.plugins.trunkline.snmp.mib;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.opennms.plugins.trunkline.snmp.mib.smi.ValueRange;

/**
 * What values an object takes, all textual conventions followed. Immutable and thread-safe.
 *
 * @param base the base type; {@link BaseType#NONE} for what has no value
 * @param convention the type's name as the object gives it ({@code DisplayString}), empty where it
 *     gives the base type itself
 * @param labels of an enumeration or of BITS
 * @param hint how RFC 2579 would show it; {@link DisplayHint#NONE} where nothing is said
 * @param sizes permitted lengths in octets, empty when any
 * @param values permitted values, empty when any
 */
public record Syntax(
    BaseType base,
    String convention,
    Labels labels,
    DisplayHint hint,
    List<ValueRange> sizes,
    List<ValueRange> values) {
  /** Of nodes, tables and rows. */
  public static final Syntax NONE =
      new Syntax(BaseType.NONE, "", Labels.NONE, DisplayHint.NONE, List.of(), List.of());

  /** Rejects missing parts. */
  public Syntax {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(convention, "convention");
    Objects.requireNonNull(labels, "labels");
    Objects.requireNonNull(hint, "hint");
    sizes = List.copyOf(sizes);
    values = List.copyOf(values);
  }

  /** The length in octets, where only one is permitted; an index of it carries no length then. */
  public OptionalInt fixedSize() {
    boolean isFixed = sizes.size() == 1 && sizes.get(0).low() == sizes.get(0).high();
    long size = isFixed ? sizes.get(0).low() : -1;
    return size >= 0 && size <= Oid.MAX_SIZE ? OptionalInt.of((int) size) : OptionalInt.empty();
  }

  /** The name to show: the convention's, else the base type's. */
  public String typeName() {
    return convention.isEmpty() ? base.toString() : convention;
  }
}
