package org.opennms.plugins.trunkline.snmp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that does everything with the network: it sends, receives, decodes and keeps time,
 * so that none of the engine's state needs a lock. {@link #execute} may be called by any thread.
 */
final class EngineLoop implements Executor, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EngineLoop.class);
  private static final int LARGEST_DATAGRAM = 65_535;
  private static final int DATAGRAMS_PER_TURN = 256;
  private static final int BUSY_TURNS = 4;
  private static final int JOIN_MILLIS = 5_000;

  private final Selector selector;
  private final UdpPorts ports;
  private final TimerWheel timers = new TimerWheel(System.nanoTime());
  private final Dispatcher dispatcher;
  private final Receiver receiver;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
  private final byte[] datagram = new byte[LARGEST_DATAGRAM];
  private final Thread thread;
  private int atOnce = 1;
  private int fullTurns;
  private volatile boolean closing;
  private volatile boolean finished;

  private EngineLoop(
      Selector selector, UdpPorts ports, Function<EngineLoop, Dispatcher> dispatchers) {
    this.selector = selector;
    this.ports = ports;
    this.dispatcher = dispatchers.apply(this);
    this.receiver = new Receiver(dispatcher);
    this.thread = new Thread(this::run, "trunkline-snmp-loop");
    thread.setDaemon(true);
  }

  /** Opens the sockets and starts the thread. */
  static EngineLoop start(Function<EngineLoop, Dispatcher> dispatchers) throws IOException {
    Selector selector = Selector.open();
    try {
      EngineLoop loop = new EngineLoop(selector, UdpPorts.open(selector), dispatchers);
      loop.thread.start();
      return loop;
    } catch (IOException e) {
      selector.close();
      throw e;
    }
  }

  TimerWheel timers() {
    return timers;
  }

  Dispatcher dispatcher() {
    return dispatcher;
  }

  void send(byte[] message, InetSocketAddress to) throws IOException {
    ports.send(message, to);
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (woken.compareAndSet(false, true)) {
      selector.wakeup();
    }
  }

  /** Starts a query; its ends run on the loop. */
  void start(SnmpTarget target, Query query) {
    run(now -> dispatcher.start(target, query, now));
  }

  /** Runs something that starts queries, on the loop; after its end they fail at once. */
  void run(LongConsumer starting) {
    execute(() -> starting.accept(System.nanoTime()));
    if (finished) {
      runTasks();
    }
  }

  private void run() {
    while (!closing) {
      try {
        turn();
      } catch (IOException e) {
        // A selector that fails once fails always: without the network there is nothing to do.
        LOG.error("SNMP stopped: its sockets fail", e);
        break;
      } catch (RuntimeException e) {
        LOG.error("a fault of ours in the SNMP loop; it goes on", e);
      }
    }
    dispatcher.close();
    finished = true;
    runTasks();
  }

  private void turn() throws IOException {
    selector.select(this::readable, timers.isEmpty() ? 1_000 : TimerWheel.TICK / 1_000_000);
    woken.set(false);
    runTasks();
    long now = System.nanoTime();
    timers.advance(now, dispatcher::due);
    dispatcher.pump(now);
  }

  private synchronized void runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  private void readable(SelectionKey key) {
    DatagramChannel channel = (DatagramChannel) key.channel();
    try {
      for (int i = 0; i < atOnce; i++) {
        buffer.clear();
        InetSocketAddress source = (InetSocketAddress) channel.receive(buffer);
        if (source == null) {
          atOnce = Math.max(1, i);
          fullTurns = 0;
          return;
        }
        int length = buffer.flip().remaining();
        buffer.get(datagram, 0, length);
        receiver.received(source, datagram, length, System.nanoTime());
        if (dispatcher.pending().isEmpty()) {
          // Nothing else is expected: asking for it would cost a system call.
          return;
        }
      }
      // Asking in vain costs a system call: more are asked for only while there are more.
      if (++fullTurns >= BUSY_TURNS) {
        fullTurns = 0;
        atOnce = Math.min(DATAGRAMS_PER_TURN, 2 * atOnce);
      }
    } catch (IOException e) {
      // An ICMP error of an earlier datagram; the request's own timeout deals with it.
      LOG.debug("receive failed", e);
    }
  }

  /** Stops the thread, fails what is under way and closes the sockets. Idempotent. */
  @Override
  public void close() {
    closing = true;
    selector.wakeup();
    try {
      thread.join(JOIN_MILLIS);
      ports.close();
      selector.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("closing the SNMP sockets failed", e);
    }
  }
}
