/**
 * What sender and receiver of signed telemetry share: messages, signatures, keys, the chain.
 *
 * <p>Knows nothing of transports, stores or hosts. Everything here is pure computation, but for
 * {@link org.opennms.plugins.trunkline.wire.KeyFiles}.
 */
package org.opennms.plugins.trunkline.wire;
