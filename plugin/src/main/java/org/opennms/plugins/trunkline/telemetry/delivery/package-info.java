/** Brings envelopes from the outbox to a transport: window, pace, retries, dead letters. */
package org.opennms.plugins.trunkline.telemetry.delivery;
