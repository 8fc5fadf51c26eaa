package org.opennms.plugins.trunkline.receiver.store;

import java.time.Duration;

/** Hears what the store does, on the store's thread. */
public interface LogListener {
  /** A batch became durable. */
  void committed(int envelopes, long bytes, Duration took);

  /** A batch could not be written, and its senders were told to try again. */
  void failed(int envelopes, String why);

  /** Hears nothing. */
  static LogListener none() {
    return new LogListener() {
      @Override
      public void committed(int envelopes, long bytes, Duration took) {}

      @Override
      public void failed(int envelopes, String why) {}
    };
  }
}
