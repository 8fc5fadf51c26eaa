package org.opennms.plugins.trunkline.baseline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.inventory.StateStore;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the baselines in the host's key-value store, one document for each interface: written three
 * quarters of an hour after it began to differ, a bounded number at a time, and at the stop, for a
 * bounded time. A killed process loses less than an hour of what it learned.
 */
final class BaselineStore {
  /** How long a stop may take: a PostgreSQL beside us takes 20,000 documents in 13 to 17 s. */
  static final Duration STOP = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(BaselineStore.class);
  private static final String CONTEXT = "baseline";
  // Each is read at once: a few hundred documents of a large network.
  private static final int SHARDS = 32;
  // Twenty minutes are left for those that wait: enough for 30,000 interfaces.
  private static final Duration AGE = Duration.ofMinutes(40);
  private static final int WRITES_PER_TICK = 25;
  private static final int STOP_THREADS = 4;

  private final BaselineBook book;
  private final Exclusions exclusions;
  private final StateStore first;
  private final List<StateStore> shards;
  private final InstantSource clock;
  // Documents of the time when each metric had its own, until the interface's is written.
  private final Map<InterfaceKey, List<String>> old = new ConcurrentHashMap<>();
  private volatile boolean loaded;
  private volatile boolean failing;
  private final AtomicInteger damaged = new AtomicInteger();

  /**
   * Wires it.
   *
   * @param stores the host's store by the name of a context
   */
  BaselineStore(
      BaselineBook book,
      Exclusions exclusions,
      Function<String, StateStore> stores,
      InstantSource clock) {
    this.book = book;
    this.exclusions = exclusions;
    this.clock = clock;
    first = stores.apply(CONTEXT);
    shards = IntStream.range(0, SHARDS).mapToObj(i -> stores.apply(context(i))).toList();
  }

  private static String context(int shard) {
    return String.format(Locale.ROOT, "%s-%02d", CONTEXT, shard);
  }

  /** Reads what was known before the last stop; false while the store cannot be read. */
  synchronized boolean load() {
    if (loaded) {
      return true;
    }
    try {
      damaged.set(0);
      first.all().forEach(this::restoreFirst);
      shards.forEach(shard -> shard.all().values().forEach(this::restore));
      loaded = true;
      if (damaged() > 0) {
        LOG.warn("{} stored baselines cannot be read and are learned anew", damaged());
      }
    } catch (HostAbsentException e) {
      failed(e);
    }
    return loaded;
  }

  private void restore(String document) {
    Optional<KeptInterface> kept = BaselineCodec.decode(document, book::empty);
    kept.ifPresentOrElse(k -> k.series().forEach(book::restore), damaged::incrementAndGet);
  }

  /** Exclusions, and documents of one metric each. */
  private void restoreFirst(String text, String document) {
    if (Exclusions.owns(text)) {
      damaged.addAndGet(exclusions.restore(text, document) ? 0 : 1);
      return;
    }
    Optional<MetricKey> key = MetricKey.parse(text);
    Optional<MetricBaseline> baseline = BaselineCodec.decodeOne(document, book::empty);
    if (key.isPresent() && baseline.isPresent()) {
      InterfaceKey of = key.get().of();
      book.restore(new KeptInterface.Series(key.get(), baseline.get(), Optional.empty()));
      old.computeIfAbsent(of, k -> new ArrayList<>()).add(text);
      book.writes().changed(of, Instant.EPOCH);
    } else {
      damaged.incrementAndGet();
    }
  }

  /** How many stored documents were not readable. */
  int damaged() {
    return damaged.get();
  }

  /** Writes some of what has changed. */
  synchronized void tick() {
    if (!loaded || !writeExclusions()) {
      return;
    }
    Instant now = clock.instant();
    for (int i = 0; i < WRITES_PER_TICK; i++) {
      Optional<InterfaceKey> next = book.writes().next(now, now.minus(AGE));
      if (next.isEmpty() || !write(next.get())) {
        return;
      }
    }
  }

  /**
   * Writes all, for an orderly stop; gives up at failures, and when the time is over.
   *
   * @param threads makes those that write
   * @param atMost how long it may take
   */
  void flush(ThreadFactory threads, Duration atMost) {
    // Not synchronized: a host that hangs may hold the one that is writing now.
    if (!loaded) {
      return;
    }
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger underWay = new AtomicInteger();
    ExecutorService writers = Executors.newFixedThreadPool(STOP_THREADS, threads);
    writers.execute(this::writeExclusions);
    for (int i = 0; i < STOP_THREADS; i++) {
      writers.execute(() -> drain(over, underWay));
    }
    writers.shutdown();
    try {
      // Never interrupted: an interrupt inside a host's call may close the host's own files.
      var unused = writers.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    over.set(true);
    int left = book.writes().size() + underWay.get();
    if (left > 0) {
      LOG.warn("{} interfaces lose what their baselines learned in the last hour", left);
    }
  }

  private void drain(AtomicBoolean over, AtomicInteger underWay) {
    boolean goesOn = true;
    while (goesOn && !over.get()) {
      underWay.incrementAndGet();
      goesOn = book.writes().next(Instant.MAX, Instant.MAX).map(this::write).orElse(false);
      underWay.decrementAndGet();
    }
  }

  private boolean writeExclusions() {
    try {
      exclusions.write(first);
      return true;
    } catch (HostAbsentException e) {
      failed(e);
      return false;
    }
  }

  private boolean write(InterfaceKey of) {
    try {
      String key = of.node().text() + "|" + of.name();
      StateStore shard = shards.get(Math.floorMod(key.hashCode(), SHARDS));
      KeptInterface kept = book.kept(of);
      if (kept.series().isEmpty()) {
        shard.delete(key);
      } else {
        shard.put(key, BaselineCodec.encode(kept));
      }
      for (String text : old.getOrDefault(of, List.of())) {
        first.delete(text);
      }
      old.remove(of);
      failing = false;
      return true;
    } catch (HostAbsentException e) {
      book.writes().urgent(of);
      failed(e);
      return false;
    }
  }

  private void failed(HostAbsentException e) {
    if (!failing) {
      LOG.warn("Baselines are not kept for now: {}", e.getMessage());
    }
    failing = true;
  }
}
