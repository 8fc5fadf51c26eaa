package org.opennms.plugins.trunkline.snmp.mib.smi;

import java.util.List;

/**
 * A definition that gives an OID a name.
 *
 * @param name for example {@code ifInOctets}
 * @param line 1-based; 0 in the compact table
 * @param macro by what it is defined
 * @param oid where it stands; of a TRAP-TYPE the ENTERPRISE and the specific number
 * @param type of an OBJECT-TYPE, else {@link TypeSpec#NONE}
 * @param access ACCESS or MAX-ACCESS as written, empty where there is none
 * @param units UNITS, empty where there is none
 * @param index of a row; empty elsewhere
 * @param augments the row whose index this row shares, empty where there is none
 * @param objects OBJECTS of a notification, VARIABLES of a trap, members of a group
 */
public record SmiSymbol(
    String name,
    int line,
    Macro macro,
    OidSpec oid,
    TypeSpec type,
    String access,
    String units,
    List<IndexSpec> index,
    String augments,
    List<String> objects) {
  /** The macros that give OIDs a name, and the plain assignment. */
  public enum Macro {
    /** {@code name OBJECT IDENTIFIER ::= …}. */
    OBJECT_IDENTIFIER,
    /** MODULE-IDENTITY, RFC 2578. */
    MODULE_IDENTITY,
    /** OBJECT-IDENTITY, RFC 2578. */
    OBJECT_IDENTITY,
    /** OBJECT-TYPE, RFC 2578 and RFC 1212. */
    OBJECT_TYPE,
    /** NOTIFICATION-TYPE, RFC 2578. */
    NOTIFICATION_TYPE,
    /** TRAP-TYPE, RFC 1215. */
    TRAP_TYPE,
    /** OBJECT-GROUP, RFC 2580. */
    OBJECT_GROUP,
    /** NOTIFICATION-GROUP, RFC 2580. */
    NOTIFICATION_GROUP,
    /** MODULE-COMPLIANCE, RFC 2580. */
    MODULE_COMPLIANCE,
    /** AGENT-CAPABILITIES, RFC 2580. */
    AGENT_CAPABILITIES
  }

  /** Keeps immutable copies. */
  public SmiSymbol {
    index = List.copyOf(index);
    objects = List.copyOf(objects);
  }

  /** Whether it is a table: a SEQUENCE OF rows. */
  public boolean isTable() {
    return type.name().equals(TypeSpec.TABLE);
  }
}
