package org.opennms.plugins.trunkline.snmp.mib.smi;

import java.util.List;

/**
 * A SYNTAX clause as written.
 *
 * @param name a base type ({@code INTEGER}, {@code OCTET STRING}, {@code OBJECT IDENTIFIER}, {@code
 *     BITS}), the name of a type, or {@link #TABLE}
 * @param numbers labels of an enumeration or of BITS, in the order of the text
 * @param sizes permitted lengths in octets, empty without a SIZE
 * @param values permitted values, empty without a range
 */
public record TypeSpec(
    String name, List<NamedNumber> numbers, List<ValueRange> sizes, List<ValueRange> values) {
  /** The name of a SEQUENCE OF, which makes an object a table. */
  public static final String TABLE = "SEQUENCE OF";

  /** For symbols without a SYNTAX. */
  public static final TypeSpec NONE = of("");

  /** Keeps immutable copies. */
  public TypeSpec {
    numbers = List.copyOf(numbers);
    sizes = List.copyOf(sizes);
    values = List.copyOf(values);
  }

  /** A type without refinement. */
  public static TypeSpec of(String name) {
    return new TypeSpec(name, List.of(), List.of(), List.of());
  }
}
