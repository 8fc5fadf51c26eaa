package org.opennms.plugins.trunkline.receiver.store;

import com.google.protobuf.ByteString;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The durable store: append-only, each key once. One thread writes whatever waits in one go and
 * forces it to the disk before anybody is told (group commit). Survives a kill at any moment: what
 * was told to be stored is there, a torn end is cut off at the next opening.
 *
 * <p>While the disk is full, appends fail and the next one tries again. Safe for use by many
 * threads; callbacks run on the store's thread. Keeps 36 to 48 bytes in memory for each stored
 * envelope.
 */
public final class EnvelopeLog implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(EnvelopeLog.class);
  private static final int MOST_BATCH = 1_024;
  private static final long MOST_BATCH_BYTES = 8L << 20;
  private static final long IDLE_MS = 20;

  private final Settings settings;
  private final Segments segments;
  private final List<Path> files;
  private final KeyIndex index;
  private final SegmentWriter writer;
  private final int damaged;
  private final StoreLock lock;
  private final BlockingQueue<Pending> queue;
  private final AtomicLong waitingBytes = new AtomicLong();
  private final Thread thread;
  private volatile boolean closing;
  private volatile String failure = "";
  private long nextOffset;
  private final Object grown = new Object();
  private volatile long end;

  /**
   * Where and how to store.
   *
   * @param directory is made where it is not there; one process at a time uses it
   * @param segmentBytes a new file is begun behind this size
   * @param queueCapacity how many appends may wait
   * @param queueBytes how many bytes of envelopes may wait
   */
  public record Settings(Path directory, long segmentBytes, int queueCapacity, long queueBytes) {
    /** What a file may have, as a record's place in it is kept in 32 bits. */
    public static final long MOST_SEGMENT_BYTES = 1L << 31;

    /** Refuses files that are larger than a place can tell. */
    public Settings {
      if (segmentBytes < 1 || segmentBytes > MOST_SEGMENT_BYTES) {
        throw new IllegalArgumentException(
            "files of " + segmentBytes + " bytes; at most " + MOST_SEGMENT_BYTES);
      }
    }

    /** Files of 128 MB; 10,000 waiting, of 64 MB in all. */
    public static Settings of(Path directory) {
      return new Settings(directory, 128L << 20, 10_000, 64L << 20);
    }

    /** The same with files of another size. */
    public Settings withSegmentBytes(long bytes) {
      return new Settings(directory, bytes, queueCapacity, queueBytes);
    }
  }

  /** An append that waits; each is itself only, whatever it holds. */
  private static final class Pending {
    private final KeyIndex.Key key;
    private final ByteString envelope;
    private final Consumer<AppendResult> done;

    Pending(KeyIndex.Key key, ByteString envelope, Consumer<AppendResult> done) {
      this.key = key;
      this.envelope = envelope;
      this.done = done;
    }
  }

  EnvelopeLog(Settings settings, Disk disk, InstantSource clock, LogListener listener)
      throws IOException {
    this.settings = settings;
    Files.createDirectories(settings.directory());
    this.lock = StoreLock.take(settings.directory());
    this.segments = Segments.list(settings.directory());
    Recovery recovery = Recovery.of(segments);
    this.files = recovery.files();
    this.index = recovery.index();
    this.damaged = recovery.damaged();
    this.nextOffset = recovery.nextOffset();
    this.end = nextOffset;
    this.writer = new SegmentWriter(disk, segments, recovery, settings.segmentBytes());
    this.queue = new ArrayBlockingQueue<>(settings.queueCapacity());
    this.thread = new Thread(() -> run(clock, listener), "trunkline-receiver-store");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Opens a store and reads back what it holds.
   *
   * @throws IOException when it cannot be read or written, or another process has it open
   */
  public static EnvelopeLog open(Settings settings, InstantSource clock, LogListener listener)
      throws IOException {
    return new EnvelopeLog(settings, Disk.real(), clock, listener);
  }

  /** Where a record lies, as the index keeps it. */
  static long place(int ordinal, long position) {
    return (long) ordinal << 32 | position;
  }

  /**
   * Stores an envelope, once.
   *
   * @param agent whose key it is
   * @param key the envelope's idempotency key
   * @param done is told when it is durable, or will not be
   */
  public void append(String agent, String key, ByteString envelope, Consumer<AppendResult> done) {
    Pending pending = new Pending(KeyIndex.Key.of(agent, key), envelope, done);
    boolean fits = waitingBytes.addAndGet(envelope.size()) <= settings.queueBytes();
    if (closing || !fits || !queue.offer(pending)) {
      waitingBytes.addAndGet(-envelope.size());
      done.accept(new AppendResult.Busy());
    }
  }

  /** Whether an envelope with this key is stored; one that waits is not yet. */
  public boolean isStored(String agent, String key) {
    return index.get(KeyIndex.Key.of(agent, key)) != KeyIndex.ABSENT;
  }

  /** The offset that the next stored envelope gets; all below are durable. */
  public long end() {
    return end;
  }

  /** Records that were not as they were written when the store was opened. */
  public int damaged() {
    return damaged;
  }

  /** How many appends wait. */
  public int waiting() {
    return queue.size();
  }

  /** Why the last append failed; empty when it did not. */
  public String failure() {
    return failure;
  }

  /** Reads on from an offset. */
  public LogCursor cursor(long from) {
    return new LogCursor(segments, from, this::end);
  }

  /**
   * Waits until there is something at an offset.
   *
   * @return whether there is; false after the time, and when the store closes
   */
  public boolean await(long offset, long timeoutMs) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
    synchronized (grown) {
      while (end <= offset && !closing) {
        long rest = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (rest <= 0) {
          return false;
        }
        grown.wait(rest);
      }
      return end > offset;
    }
  }

  private void run(InstantSource clock, LogListener listener) {
    Committer committer = new Committer(clock, listener);
    List<Pending> batch = new ArrayList<>();
    try {
      while (!closing || !queue.isEmpty()) {
        Pending first = queue.poll(IDLE_MS, TimeUnit.MILLISECONDS);
        if (first != null) {
          gather(first, batch);
          committer.commit(batch);
          batch.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void gather(Pending first, List<Pending> batch) {
    long bytes = 0;
    for (Pending next = first; next != null; next = queue.poll()) {
      batch.add(next);
      bytes += next.envelope.size();
      if (batch.size() == MOST_BATCH || bytes >= MOST_BATCH_BYTES) {
        break;
      }
    }
    waitingBytes.addAndGet(-bytes);
  }

  /** Ends after what waits is stored. */
  @Override
  public void close() throws IOException {
    closing = true;
    synchronized (grown) {
      grown.notifyAll();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writer.close();
    lock.close();
  }

  /** Makes one batch durable and tells everybody; lives on the store's thread. */
  private final class Committer {
    private final InstantSource clock;
    private final LogListener listener;

    Committer(InstantSource clock, LogListener listener) {
      this.clock = clock;
      this.listener = listener;
    }

    void commit(List<Pending> batch) {
      Map<KeyIndex.Key, Pending> fresh = new HashMap<>();
      List<Pending> ordered = new ArrayList<>();
      for (Pending pending : batch) {
        if (index.get(pending.key) == KeyIndex.ABSENT
            && fresh.putIfAbsent(pending.key, pending) == null) {
          ordered.add(pending);
        }
      }
      String why = ordered.isEmpty() ? "" : write(ordered);
      long offset = end - (why.isEmpty() ? ordered.size() : 0);
      for (Pending pending : batch) {
        Pending first = fresh.get(pending.key);
        if (pending == first) {
          tell(pending, why.isEmpty() ? new AppendResult.Stored(offset++) : failed(why));
        } else if (first != null) {
          tell(pending, why.isEmpty() ? compare(pending, first.envelope) : failed(why));
        } else {
          tell(pending, compareWithStored(pending));
        }
      }
    }

    /** Why it did not work; empty when it did. */
    private String write(List<Pending> fresh) {
      long begin = System.nanoTime();
      long now = nanos(clock.instant());
      List<StoredRecord> records = new ArrayList<>(fresh.size());
      try {
        long at = writer.beginBatch(nextOffset);
        for (Pending pending : fresh) {
          records.add(new StoredRecord(nextOffset + records.size(), now, pending.envelope));
        }
        writer.write(records);
        for (Pending pending : fresh) {
          index.put(pending.key, place(writer.ordinal(), at));
          at += RecordFormat.size(pending.envelope);
        }
        failure = "";
      } catch (IOException e) {
        return writeFailed(fresh.size(), e);
      }
      advance(fresh.size());
      long bytes = fresh.stream().mapToLong(p -> p.envelope.size()).sum();
      listener.committed(fresh.size(), bytes, Duration.ofNanos(System.nanoTime() - begin));
      return "";
    }

    private String writeFailed(int count, IOException e) {
      if (failure.isEmpty()) {
        LOG.error(
            "Cannot write to {}; senders are told to try again until this ends",
            settings.directory(),
            e);
      }
      failure = e.getMessage() == null ? e.toString() : e.getMessage();
      listener.failed(count, failure);
      return failure;
    }

    private void advance(int count) {
      nextOffset += count;
      synchronized (grown) {
        end = nextOffset;
        grown.notifyAll();
      }
    }

    private AppendResult compareWithStored(Pending pending) {
      long place = index.get(pending.key);
      Path file = files.get((int) (place >>> 32));
      try (SegmentReader reader = SegmentReader.openAt(file, place & 0xffff_ffffL)) {
        return reader.next() instanceof SegmentReader.Entry.Whole whole
            ? compare(pending, whole.record().envelope())
            : new AppendResult.Duplicate();
      } catch (IOException e) {
        LOG.debug("Stored once, and removed since", e);
        return new AppendResult.Duplicate();
      }
    }

    private AppendResult compare(Pending pending, ByteString stored) {
      return pending.envelope.equals(stored)
          ? new AppendResult.Duplicate()
          : new AppendResult.Conflict();
    }

    private AppendResult failed(String why) {
      return new AppendResult.Failed(why);
    }

    private void tell(Pending pending, AppendResult result) {
      try {
        pending.done.accept(result);
      } catch (RuntimeException e) {
        LOG.warn("Nobody could be told of an append", e);
      }
    }

    private long nanos(Instant instant) {
      return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
  }
}
