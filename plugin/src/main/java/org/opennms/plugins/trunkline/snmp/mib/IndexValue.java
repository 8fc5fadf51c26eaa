package org.opennms.plugins.trunkline.snmp.mib;

/**
 * One part of an instance's index.
 *
 * @param part what it is
 * @param arcs its sub-identifiers, a length included
 * @param text as it stands in a name: a number, a label, an address, or quoted text
 */
public record IndexValue(IndexPart part, Oid arcs, String text) {}
