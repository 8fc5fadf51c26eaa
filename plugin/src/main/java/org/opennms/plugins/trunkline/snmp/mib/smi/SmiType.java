package org.opennms.plugins.trunkline.snmp.mib.smi;

/**
 * A textual convention (RFC 2579) or a plain type assignment.
 *
 * @param name for example {@code MacAddress}
 * @param line 1-based; 0 in the compact table
 * @param hint the DISPLAY-HINT as written, empty where there is none
 * @param spec what it refines
 */
public record SmiType(String name, int line, String hint, TypeSpec spec) {}
