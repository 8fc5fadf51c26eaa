/**
 * MIB text (SMIv1, SMIv2) and the compact table, read into definitions whose names are not yet
 * resolved.
 */
package org.opennms.plugins.trunkline.snmp.mib.smi;
