/** A simulated network: real SNMP agents over UDP on loopback, generated or replayed. */
package org.opennms.plugins.trunkline.sandbox.network;
