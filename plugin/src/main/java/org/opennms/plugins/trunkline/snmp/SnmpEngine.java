package org.opennms.plugins.trunkline.snmp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * Asks SNMP agents, many at once, over one UDP socket per address family. Thread-safe; no call
 * blocks. It has three daemon threads, however many devices there are: one loop, one that computes
 * keys, and one on which the futures it hands out complete, so what depends on them should be
 * brief. Futures never complete exceptionally; cancelling one ends its further requests.
 */
public final class SnmpEngine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SnmpEngine.class);
  private static final int CLOSE_SECONDS = 5;

  private final Counters totals = new Counters();
  private final UsmKeys keys = new UsmKeys();
  private final ExecutorService callbacks = single("trunkline-snmp-callbacks");
  private final ExecutorService keyWorker = single("trunkline-snmp-keys");
  private final EngineLoop loop;
  private final TableReading tables;
  private final TrapSender traps;

  private SnmpEngine(EngineSettings settings, InstantSource clock) throws IOException {
    try {
      loop =
          EngineLoop.start(
              l -> new Dispatcher(settings, l::send, totals, l.timers(), localizer(l)));
      traps = new TrapSender(loop, callbacks, localizer(loop));
      tables = new TableReading(loop, callbacks, clock, settings.inFlightPerDevice());
    } catch (IOException e) {
      callbacks.shutdown();
      keyWorker.shutdown();
      throw e;
    }
  }

  /**
   * Opens the sockets, on ports of the operating system's choice, and starts the threads.
   *
   * @throws IOException when no socket can be had
   */
  public static SnmpEngine open(EngineSettings settings) throws IOException {
    return open(settings, InstantSource.system());
  }

  /**
   * The same with another clock for the times in results.
   *
   * @throws IOException when no socket can be had
   */
  public static SnmpEngine open(EngineSettings settings, InstantSource clock) throws IOException {
    return new SnmpEngine(settings, clock);
  }

  private static ExecutorService single(String name) {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  private EngineDiscovery.Localizer localizer(EngineLoop eventLoop) {
    return (security, engineId, then) -> {
      if (keys.ready(security)) {
        then.accept(Optional.of(keys.localize(security, engineId)));
      } else {
        keyWorker.execute(() -> localize(eventLoop, security, engineId, then));
      }
    };
  }

  private void localize(
      EngineLoop eventLoop,
      SnmpSecurity.Usm security,
      byte[] engineId,
      Consumer<Optional<UsmKeys.Localized>> then) {
    try {
      UsmKeys.Localized localized = keys.localize(security, engineId);
      eventLoop.execute(() -> then.accept(Optional.of(localized)));
    } catch (RuntimeException e) {
      LOG.error("computing keys for {} failed", security, e);
      eventLoop.execute(() -> then.accept(Optional.empty()));
    }
  }

  /**
   * GET: exactly these objects; a missing one is noSuchObject or noSuchInstance, in v1 an error.
   */
  public CompletableFuture<SnmpResult<List<VariableBinding>>> get(
      SnmpTarget target, List<OID> objects) {
    return single(target, RequestPdu.reading(PduType.GET, names(objects)));
  }

  /** GETNEXT: for each object the one after it. */
  public CompletableFuture<SnmpResult<List<VariableBinding>>> getNext(
      SnmpTarget target, List<OID> objects) {
    return single(target, RequestPdu.reading(PduType.GET_NEXT, names(objects)));
  }

  /**
   * GETBULK: one successor of the first objects, several of the others. Not for v1.
   *
   * @param nonRepeaters how many objects come first
   * @param maxRepetitions 1..100
   */
  public CompletableFuture<SnmpResult<List<VariableBinding>>> getBulk(
      SnmpTarget target, int nonRepeaters, int maxRepetitions, List<OID> objects) {
    if (nonRepeaters < 0 || maxRepetitions < 1 || maxRepetitions > 100) {
      throw new IllegalArgumentException(
          "nonRepeaters " + nonRepeaters + ", maxRepetitions " + maxRepetitions);
    }
    if (target.security() instanceof SnmpSecurity.Community community && community.v1()) {
      throw new IllegalArgumentException("SNMPv1 has no GETBULK");
    }
    return single(target, RequestPdu.bulk(nonRepeaters, maxRepetitions, names(objects)));
  }

  /**
   * SET of several objects, sent once and never repeated. Not guarded: whether it is allowed, and
   * the record of it, is {@link SnmpWriter}'s business.
   */
  CompletableFuture<SnmpResult<List<VariableBinding>>> set(
      SnmpTarget target, List<VariableBinding> assignments) {
    return single(target, RequestPdu.writing(PduType.SET, assignments));
  }

  /** A trap; see {@link SnmpNotifier}, which knows who we are. */
  CompletableFuture<Optional<SnmpFailure>> trap(
      SnmpTarget target, Notification notification, OwnEngine.Running self) {
    return traps.send(target, notification, self);
  }

  /** An inform: the receiver is the authoritative engine and is discovered like an agent. */
  CompletableFuture<Optional<SnmpFailure>> inform(SnmpTarget target, Notification notification) {
    return single(target, notification.pdu(PduType.INFORM))
        .thenApply(
            result ->
                result instanceof SnmpResult.Failure<?> failure
                    ? Optional.of(failure.why())
                    : Optional.empty());
  }

  /**
   * All rows of several columns, read together, as many rows a request as the device bears. A table
   * that is known to be large is read in parts at the same time.
   */
  public CompletableFuture<TableResult> table(SnmpTarget target, TableRequest request) {
    return tables.read(target, request);
  }

  /**
   * The same for tables whose whole does not need to be in memory: each part is handed on as it
   * completes, in any order.
   *
   * @param block takes a part; called by the thread on which futures complete, one at a time
   * @return the end of the whole: failures, defects and varbinds of all parts, without rows
   */
  public CompletableFuture<TableResult> table(
      SnmpTarget target, TableRequest request, Consumer<TableResult> block) {
    return tables.read(target, request, block);
  }

  /** Everything below an object, as one column whose index is the rest of each name. */
  public CompletableFuture<TableResult> walk(SnmpTarget target, OID root) {
    return table(target, TableRequest.of(List.of(root)));
  }

  private CompletableFuture<SnmpResult<List<VariableBinding>>> single(
      SnmpTarget target, RequestPdu pdu) {
    SingleQuery query = new SingleQuery(pdu, callbacks, loop.dispatcher());
    loop.start(target, query);
    return query.future();
  }

  private static int[][] names(List<OID> objects) {
    return objects.stream().map(o -> o.getValue().clone()).toArray(int[][]::new);
  }

  /** Counters of all devices together. */
  public SnmpMetrics metrics() {
    return totals.snapshot();
  }

  /** What is known of one device; empty when it was never asked, or long ago. */
  public Optional<SnmpDeviceStatus> device(InetSocketAddress address) {
    return Optional.ofNullable(loop.dispatcher().devices().get(address)).map(DeviceSession::status);
  }

  /** What is known of all devices that were asked. */
  public List<SnmpDeviceStatus> devices() {
    return loop.dispatcher().devices().values().stream().map(DeviceSession::status).toList();
  }

  /** Fails what is under way with {@link SnmpFailure.Stopped} and ends all threads. Idempotent. */
  @Override
  public void close() {
    loop.close();
    keyWorker.shutdownNow();
    callbacks.shutdown();
    try {
      callbacks.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
