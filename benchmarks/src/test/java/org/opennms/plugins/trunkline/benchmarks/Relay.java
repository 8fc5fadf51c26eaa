package org.opennms.plugins.trunkline.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * A network of one wire between a client and a server on this host, which can be cut: then nothing
 * passes and nobody is told, as where packets are lost.
 */
final class Relay implements AutoCloseable {
  private static final long LOOK_NANOS = 5_000_000;
  private static final int BUFFER = 1 << 16;

  private final int target;
  private final ServerSocket listener;
  private final List<Socket> ends = new CopyOnWriteArrayList<>();
  private volatile boolean cut;
  private volatile boolean closed;

  /** From a port of its own to one of loopback. */
  Relay(int target) throws IOException {
    this.target = target;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  String endpoint() {
    return "localhost:" + listener.getLocalPort();
  }

  /** From now on nothing passes, what is under way included. */
  void cut() {
    cut = true;
  }

  /** New connections pass; what was cut stays lost. */
  void mend() throws IOException {
    List<Socket> lost = List.copyOf(ends);
    for (Socket end : lost) {
      end.close();
    }
    cut = false;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    listener.close();
    mend();
  }

  private void accept() {
    try {
      while (!closed) {
        Socket client = listener.accept();
        ends.add(client);
        start(() -> connect(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void connect(Socket client) {
    awaitWire();
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      ends.add(server);
      start(() -> pass(client, server));
      pass(server, client);
    } catch (IOException e) {
      close(client);
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try {
      for (int n = from.getInputStream().read(buffer);
          n >= 0;
          n = from.getInputStream().read(buffer)) {
        awaitWire();
        to.getOutputStream().write(buffer, 0, n);
      }
    } catch (IOException e) {
      // One end is gone.
    }
    close(from);
    close(to);
  }

  private void awaitWire() {
    while (cut && !closed) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private void close(Socket end) {
    ends.remove(end);
    try {
      end.close();
    } catch (IOException e) {
      // It is gone already.
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "trunkline-benchmark-relay");
    thread.setDaemon(true);
    thread.start();
  }
}
