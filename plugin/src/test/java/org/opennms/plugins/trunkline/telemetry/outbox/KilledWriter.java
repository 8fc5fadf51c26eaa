package org.opennms.plugins.trunkline.telemetry.outbox;

import java.nio.file.Path;

/**
 * A process that fills an outbox, delivers some, and tells what was accepted, until it is killed.
 */
final class KilledWriter {
  private static final int KEPT = 500;

  private KilledWriter() {}

  /** Directory and a prefix of keys. */
  public static void main(String[] arguments) throws InterruptedException {
    Outbox outbox = Outboxes.open(Outboxes.settings(Path.of(arguments[0])));
    for (int i = 0; ; i++) {
      String key = arguments[1] + "-" + i;
      var unused =
          outbox
              .submitWaiting(ChainSealer.draft(key, 200 + i * 37 % 3000))
              .thenAccept(a -> System.out.println("accepted " + key + "."));
      long head = outbox.status().head().sequence();
      if (i % 50 == 0 && head > KEPT) {
        // Space is freed and used again, which is where a store can go wrong.
        outbox.done(new Progress(Outboxes.WIRE, head - KEPT, head - KEPT));
      }
    }
  }
}
