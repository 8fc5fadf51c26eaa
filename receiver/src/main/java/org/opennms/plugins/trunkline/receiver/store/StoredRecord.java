package org.opennms.plugins.trunkline.receiver.store;

import com.google.protobuf.ByteString;

/**
 * An envelope as it lies in the store.
 *
 * @param offset counts from 0, without holes
 * @param receivedNs when it was stored, nanoseconds since 1970
 * @param envelope the bytes as they came
 */
public record StoredRecord(long offset, long receivedNs, ByteString envelope) {}
