/** The host's nodes, read from a file that the simulated network writes. */
package org.opennms.plugins.trunkline.sandbox.host.nodes;
