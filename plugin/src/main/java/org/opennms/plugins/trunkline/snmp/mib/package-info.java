/** Names and OIDs: MIB modules linked to one immutable tree, index decoding, value formatting. */
package org.opennms.plugins.trunkline.snmp.mib;
