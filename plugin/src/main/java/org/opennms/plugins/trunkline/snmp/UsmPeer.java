package org.opennms.plugins.trunkline.snmp;

/**
 * What a message says of the authoritative engine.
 *
 * @param engineId 5 to 32 octets, none in a discovery
 * @param boots snmpEngineBoots
 * @param time snmpEngineTime, s
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record UsmPeer(byte[] engineId, int boots, int time) {}
