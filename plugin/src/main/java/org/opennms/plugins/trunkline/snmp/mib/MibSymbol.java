package org.opennms.plugins.trunkline.snmp.mib;

import java.util.List;
import java.util.Objects;

/**
 * A name of a module, and what is known of it. Immutable and thread-safe.
 *
 * @param module for example {@code IF-MIB}; empty for the three roots
 * @param name for example {@code ifInOctets}
 * @param oid where it stands
 * @param kind what it names
 * @param syntax of a scalar or column, else {@link Syntax#NONE}
 * @param access as the module says ({@code read-only}), empty where it says nothing
 * @param units for example {@code seconds}, empty where there are none
 * @param index of a row and its columns, in order; empty elsewhere
 * @param objects OBJECTS of a notification or members of a group, as {@code MODULE::name}, those
 *     that are known
 */
public record MibSymbol(
    String module,
    String name,
    Oid oid,
    Kind kind,
    Syntax syntax,
    String access,
    String units,
    List<IndexPart> index,
    List<String> objects) {
  /** What an OID can stand for. */
  public enum Kind {
    /** A registration or an identity. */
    NODE,
    /** An object with one instance, .0. */
    SCALAR,
    /** A table. */
    TABLE,
    /** The row of a table, with its index. */
    ROW,
    /** A column of a table, with an instance per row. */
    COLUMN,
    /** NOTIFICATION-TYPE or TRAP-TYPE; the latter with the OID of RFC 3584 section 3. */
    NOTIFICATION,
    /** A group, a compliance statement or an agent's capabilities. */
    CONFORMANCE
  }

  /** Rejects missing parts. */
  public MibSymbol {
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(oid, "oid");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(syntax, "syntax");
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(units, "units");
    index = List.copyOf(index);
    objects = List.copyOf(objects);
  }

  /** For example {@code IF-MIB::ifInOctets}. */
  public String qualifiedName() {
    return module.isEmpty() ? name : module + "::" + name;
  }

  /** Whether it has instances: a scalar or a column. */
  public boolean hasInstances() {
    return kind == Kind.SCALAR || kind == Kind.COLUMN;
  }
}
