/**
 * The signed export: what is collected becomes signed envelopes, durable, delivered, verifiable.
 */
package org.opennms.plugins.trunkline.telemetry;
