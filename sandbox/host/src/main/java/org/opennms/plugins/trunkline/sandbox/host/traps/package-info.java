/** SNMP traps, as the host's Trapd takes them. */
package org.opennms.plugins.trunkline.sandbox.host.traps;
