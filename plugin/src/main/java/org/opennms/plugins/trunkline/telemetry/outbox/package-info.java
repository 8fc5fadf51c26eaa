/**
 * Envelopes on disk: durable before they are accepted, in order, until every transport has them.
 */
package org.opennms.plugins.trunkline.telemetry.outbox;
