package org.opennms.plugins.trunkline.snmp.mib.smi;

/**
 * A label of an enumeration, or of a bit.
 *
 * @param label for example {@code up}
 * @param number the value, or the bit's position from 0
 */
public record NamedNumber(String label, long number) {}
