package org.opennms.plugins.trunkline.snmp.mib;

/**
 * One part of a row's index.
 *
 * @param name the column that gives it, for example {@code lldpRemIndex}; in SMIv1 possibly a type
 * @param syntax by which its sub-identifiers are read (RFC 2578 section 7.7)
 * @param implied whether the length of a string or OID is left out, as is possible for the last
 *     part
 */
public record IndexPart(String name, Syntax syntax, boolean implied) {}
