package org.opennms.plugins.trunkline.sandbox.network.agent;

import org.opennms.plugins.trunkline.sandbox.network.mib.MibView;
import org.snmp4j.smi.OctetString;

/**
 * One agent to be served.
 *
 * @param label unique in the network
 * @param address the number of its address in 127.0.0.0/8
 * @param engineId snmpEngineID, 5 to 32 octets (RFC 3411), distinct in the network
 * @param engineBoots snmpEngineBoots
 * @param bootedAt milliseconds since the epoch; snmpEngineTime counts from here
 * @param mib what it serves
 */
public record AgentSpec(
    String label, int address, OctetString engineId, int engineBoots, long bootedAt, MibView mib) {}
