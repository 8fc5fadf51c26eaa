/** The SNMP engine beside SNMP4J, net-snmp and what the wire permits. */
package org.opennms.plugins.trunkline.benchmarks.snmp;
