/**
 * The append-only store of received envelopes: segments of records, durable before they are told.
 */
package org.opennms.plugins.trunkline.receiver.store;
