package org.opennms.plugins.trunkline.receiver.evidence;

import com.google.protobuf.ByteString;

/** Gets what a file holds, in its order. */
public interface EnvelopeVisitor {
  /**
   * An envelope.
   *
   * @param place file and number, for people
   * @param offset in the store; in a plain file its number, from 0
   * @param receivedNs when it was received, nanoseconds since 1970; 0 where the file does not say
   */
  void envelope(String place, long offset, long receivedNs, ByteString bytes);

  /** Bytes that cannot be read. */
  void damage(String place, String why);

  /** A record that a running receiver has begun to write, and not finished. */
  void unfinished(String place);

  /** A record whose number does not follow the one before it. */
  void moved(String place, String why);
}
