package org.opennms.plugins.trunkline.sandbox.network.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Answers that wait for their time; used by the loop thread only. */
final class DelayedSends {

  private record Waiting(
      long atNanos, AgentTransport transport, InetSocketAddress to, ByteBuffer message) {}

  private final PriorityQueue<Waiting> queue =
      new PriorityQueue<>(Comparator.comparingLong(Waiting::atNanos));

  void add(AgentTransport transport, InetSocketAddress to, ByteBuffer message, int millis) {
    queue.add(new Waiting(System.nanoTime() + millis * 1_000_000L, transport, to, message));
  }

  /** How long the loop may sleep; 0 for ever. */
  long millisToNext() {
    Waiting next = queue.peek();
    if (next == null) {
      return 0;
    }
    return Math.max(1, (next.atNanos() - System.nanoTime()) / 1_000_000L);
  }

  void sendDue() throws IOException {
    while (!queue.isEmpty() && queue.peek().atNanos() <= System.nanoTime()) {
      Waiting due = queue.remove();
      due.transport().channel().send(due.message(), due.to());
    }
  }
}
