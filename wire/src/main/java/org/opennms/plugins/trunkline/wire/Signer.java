package org.opennms.plugins.trunkline.wire;

/** Makes Ed25519 signatures (RFC 8032, pure) with one private key. Safe for use by many threads. */
public interface Signer {
  /** The signature of the message: 64 bytes, the same for the same message and key. */
  byte[] sign(byte[] message);

  /** The key that the signatures are verified with. */
  VerifyingKey verifyingKey();
}
