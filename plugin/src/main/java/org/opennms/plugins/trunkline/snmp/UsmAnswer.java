package org.opennms.plugins.trunkline.snmp;

/**
 * A message that passed the security checks.
 *
 * @param pdu a Response, or a Report
 * @param peer the engine that sent it
 * @param authentic whether its digest was checked
 */
record UsmAnswer(AnswerPdu pdu, UsmPeer peer, boolean authentic) {}
