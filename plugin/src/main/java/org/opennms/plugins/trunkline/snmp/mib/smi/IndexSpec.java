package org.opennms.plugins.trunkline.snmp.mib.smi;

/**
 * One part of an INDEX clause.
 *
 * @param name the column, or in SMIv1 possibly a type
 * @param implied IMPLIED: the last part carries no length
 */
public record IndexSpec(String name, boolean implied) {}
