package org.opennms.plugins.trunkline.snmp.mib;

/**
 * A definition of a module.
 *
 * @param module the module that defines it
 * @param name its name there
 */
record Reference(String module, String name) {}
