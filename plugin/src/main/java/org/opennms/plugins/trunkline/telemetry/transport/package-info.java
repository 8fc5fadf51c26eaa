/**
 * The way out: what a transport must offer. Exported, so that optional bundles can bring transports
 * of their own.
 */
package org.opennms.plugins.trunkline.telemetry.transport;
