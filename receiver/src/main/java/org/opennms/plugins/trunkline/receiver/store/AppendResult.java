package org.opennms.plugins.trunkline.receiver.store;

/** What became of an append. */
public sealed interface AppendResult {
  /** Durable now, at this offset. */
  record Stored(long offset) implements AppendResult {}

  /** The same envelope was durable before. */
  record Duplicate() implements AppendResult {}

  /** Another envelope with the same key was durable before; this one is not stored. */
  record Conflict() implements AppendResult {}

  /**
   * Not stored; a later try may succeed.
   *
   * @param why for people
   */
  record Failed(String why) implements AppendResult {}

  /** Not stored: more wait to be written than the store lets wait. */
  record Busy() implements AppendResult {}
}
