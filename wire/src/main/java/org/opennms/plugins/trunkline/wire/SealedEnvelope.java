package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;

/**
 * A signed envelope, as it is stored and sent.
 *
 * @param bytes the whole envelope, signature included; never serialized again
 * @param signature its 64 bytes, which the next envelope bears as its {@code prev_sig}
 */
public record SealedEnvelope(ByteString bytes, ByteString signature) {}
