/** SNMP over UDP: many agents, each on its own loopback address, on one selector loop. */
package org.opennms.plugins.trunkline.sandbox.network.agent;
