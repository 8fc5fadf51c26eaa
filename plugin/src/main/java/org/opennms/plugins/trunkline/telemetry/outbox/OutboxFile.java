package org.opennms.plugins.trunkline.telemetry.outbox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * The outbox's file: envelopes by sequence, a cursor per transport, gaps to be declared, dead
 * letters, totals, and the chain's head, all changed in one commit. The caller serializes all calls
 * except {@link #force}, and throws the object away after an exception.
 *
 * <p>H2 MVStore, whose commit writes a chunk and whose {@code sync} forces it. Retention is 0:
 * freed space is used again by the commit after the one that freed it, which keeps the file at a
 * few times its content. Chunks are never overwritten before a newer state is forced.
 */
final class OutboxFile implements AutoCloseable {
  private static final String HEAD = "head";
  private static final String BYTES = "bytes";
  private static final String DEAD_BYTES = "deadBytes";
  private static final String NEXT_DEAD = "nextDead";
  private static final String HEARD = "heard/";
  private static final String COMMITS = "commits";
  private static final int CACHE_MIB = 16;
  private static final long SLACK = 32L << 20;
  private static final int COMPACT_MILLIS = 50;

  private final MVStore store;
  private final Consumer<MVStore> force;
  private final long slack;
  private final MVMap<Long, byte[]> envelopes;
  private final MVMap<Long, byte[]> dead;
  // From the last envelope before a hole to the first one behind it.
  private final MVMap<Long, Long> holes;
  private final MVMap<String, Long> cursors;
  private final MVMap<String, byte[]> gaps;
  private final MVMap<String, byte[]> heads;
  private final MVMap<String, Long> totals;

  /**
   * Opens or creates the file.
   *
   * @param file a path, or one with a prefix of H2's file layers
   * @param force makes what is committed lasting; {@code MVStore::sync}
   * @throws org.h2.mvstore.MVStoreException when it cannot be opened
   */
  OutboxFile(String file, Consumer<MVStore> force) {
    this(file, force, SLACK);
  }

  /** With another idea of how much space may lie idle, for tests of giving it back. */
  OutboxFile(String file, Consumer<MVStore> force, long slack) {
    this.force = force;
    this.slack = slack;
    store = open(file);
    try {
      store.setRetentionTime(0);
      store.setVersionsToKeep(0);
      envelopes = store.openMap("envelopes", MapTypes.byNumber());
      dead = store.openMap("dead", MapTypes.byNumber());
      holes = store.openMap("holes", MapTypes.pairs());
      cursors = store.openMap("cursors", MapTypes.numbers());
      gaps = store.openMap("gaps", MapTypes.byName());
      heads = store.openMap("heads", MapTypes.byName());
      totals = store.openMap("totals", MapTypes.numbers());
    } catch (RuntimeException e) {
      // Else its lock would keep everybody out until the JVM ends.
      store.closeImmediately();
      throw Damage.of(e);
    }
  }

  private static MVStore open(String file) {
    try {
      return new MVStore.Builder()
          .fileName(file)
          .autoCommitDisabled()
          .cacheSize(CACHE_MIB)
          .autoCompactFillRate(0)
          .open();
    } catch (OutOfMemoryError e) {
      // H2 believes any length that a damaged block of its own tells; the memory was never taken.
      throw Damage.of("A length beyond all memory: " + e.getMessage());
    }
  }

  ChainHead head() {
    byte[] stored = heads.get(HEAD);
    return stored == null
        ? ChainHead.START
        : ChainHead.decode(stored).orElseThrow(() -> Damage.of("The chain head is damaged"));
  }

  /** The chain goes on behind an envelope that is not here. */
  void continueAfter(ChainHead head) {
    Long last = envelopes.lastKey();
    if (last != null && last != head.sequence()) {
      holes.put(last, head.sequence() + 1);
    }
    heads.put(HEAD, head.encode());
  }

  /** Adds one at the end of the chain. */
  StoredEnvelope append(Draft draft, Sealer sealer, Instant now) {
    ChainHead before = head();
    Sealed sealed = sealer.seal(draft, before.signature());
    StoredEnvelope stored =
        new StoredEnvelope(
            before.sequence() + 1, now, draft.deviceId(), sealed.signature(), sealed.bytes());
    envelopes.put(stored.sequence(), stored.encode());
    heads.put(HEAD, new ChainHead(stored.sequence(), stored.signature()).encode());
    add(BYTES, stored.bytes().length);
    return stored;
  }

  /** Those behind a sequence, the oldest first. */
  List<StoredEnvelope> read(long after, long through, int limit) {
    List<StoredEnvelope> read = new ArrayList<>();
    Long key = envelopes.higherKey(after);
    while (key != null && key <= through && read.size() < limit) {
      read.add(StoredEnvelope.decode(key, envelopes.get(key)));
      Long next = envelopes.higherKey(key);
      checkNoneMissing(key, next);
      key = next;
    }
    return read;
  }

  Optional<StoredEnvelope> get(long sequence) {
    return Optional.ofNullable(envelopes.get(sequence))
        .map(v -> StoredEnvelope.decode(sequence, v));
  }

  /** Takes an envelope of a damaged file over, at its old place, behind those there are. */
  void restore(StoredEnvelope envelope) {
    Long last = envelopes.lastKey();
    if (last != null && last + 1 != envelope.sequence()) {
      holes.put(last, envelope.sequence());
    }
    envelopes.put(envelope.sequence(), envelope.encode());
    add(BYTES, envelope.bytes().length);
  }

  /**
   * Gives the cursors to another file.
   *
   * @return through which sequence every transport is done, or all there is was dropped
   */
  long restoreCursors(OutboxFile other) {
    cursors.forEach((name, at) -> other.cursors.put(name, at));
    long done = cursors.values().stream().mapToLong(Long::longValue).min().orElse(0);
    Long first = envelopes.firstKey();
    return first == null ? done : Math.max(done, first - 1);
  }

  Optional<StoredEnvelope> oldest() {
    Long key = envelopes.firstKey();
    return key == null
        ? Optional.empty()
        : Optional.of(StoredEnvelope.decode(key, envelopes.get(key)));
  }

  long count() {
    return envelopes.sizeAsLong();
  }

  /** How many each transport has still to deliver. */
  Map<String, Long> waiting() {
    Map<String, Long> waiting = new TreeMap<>();
    cursors.forEach((name, at) -> waiting.put(name, behind(at)));
    return waiting;
  }

  long bytes() {
    return total(BYTES) + total(DEAD_BYTES);
  }

  long deadBytes() {
    return total(DEAD_BYTES);
  }

  long fileBytes() {
    return store.getFileStore().size();
  }

  /** The transports there are; a new one begins with the oldest envelope. */
  void transports(Collection<String> names) {
    List.copyOf(cursors.keySet()).stream().filter(n -> !names.contains(n)).forEach(cursors::remove);
    Long first = envelopes.firstKey();
    long before = first == null ? head().sequence() : first - 1;
    names.forEach(n -> cursors.putIfAbsent(n, before));
  }

  /** Through which sequence a transport is done. */
  long cursor(String transport) {
    Long cursor = cursors.get(transport);
    return cursor == null ? 0 : cursor;
  }

  void advance(Progress progress) {
    Long at = cursors.get(progress.transport());
    if (at != null) {
      cursors.put(progress.transport(), Math.max(at, progress.done()));
      String heard = HEARD + progress.transport();
      totals.put(heard, Math.max(total(heard), progress.delivered()));
    }
  }

  /** The highest sequence that a transport's receiver took. */
  long delivered(String transport) {
    return total(HEARD + transport);
  }

  /** Removes what every transport is done with. */
  void collect() {
    long done = cursors.values().stream().mapToLong(Long::longValue).min().orElse(0);
    Long key = envelopes.firstKey();
    while (key != null && key <= done) {
      add(BYTES, -StoredEnvelope.decode(key, envelopes.remove(key)).bytes().length);
      key = envelopes.firstKey();
    }
  }

  /** Gives the oldest envelope up. */
  void drop(StoredEnvelope envelope, DropReason reason, Sealer sealer) {
    envelopes.remove(envelope.sequence());
    add(BYTES, -envelope.bytes().length);
    boolean awaited = cursors.values().stream().anyMatch(c -> c < envelope.sequence());
    if (awaited) {
      note(gap(reason, "", envelope, sealer));
    }
  }

  /** Remembers a run to be declared, and counts it. */
  void note(Gap gap) {
    add(gap.reason().spelling(), gap.count());
    Optional<Gap> last = Optional.ofNullable(gaps.get(gap.key())).map(Gap::decode);
    if (last.isPresent() && last.get().touches(gap)) {
      gaps.put(gap.key(), last.get().plus(gap).encode());
      return;
    }
    last.ifPresent(l -> gaps.put(gap.key() + "/" + l.first(), l.encode()));
    gaps.put(gap.key(), gap.encode());
  }

  /** The pending declarations by the key under which they can be forgotten. */
  Map<String, Gap> gaps() {
    Map<String, Gap> pending = new TreeMap<>();
    gaps.forEach((key, value) -> pending.put(key, Gap.decode(value)));
    return pending;
  }

  void forgetGap(String key) {
    gaps.remove(key);
  }

  /** Numbers the commit to come, so that it can be told after a failure whether it was made. */
  long numberCommit() {
    add(COMMITS, 1);
    return total(COMMITS);
  }

  /** The number of the last commit. */
  long commits() {
    return total(COMMITS);
  }

  /** Keeps what a transport's receiver refused for good. */
  void bury(StoredEnvelope envelope, String transport, String reason, Instant now, Sealer sealer) {
    long id = Math.max(1, total(NEXT_DEAD));
    totals.put(NEXT_DEAD, id + 1);
    dead.put(id, new DeadLetter(id, transport, now, reason, envelope).encode());
    add(DEAD_BYTES, envelope.bytes().length);
    note(gap(DropReason.DEAD_LETTER, transport, envelope, sealer));
  }

  List<DeadLetter> deadLetters(int limit) {
    List<DeadLetter> letters = new ArrayList<>();
    Iterator<Long> keys = dead.keyIterator(dead.firstKey());
    while (keys.hasNext() && letters.size() < limit) {
      long id = keys.next();
      letters.add(DeadLetter.decode(id, dead.get(id)));
    }
    return letters;
  }

  Optional<DeadLetter> deadLetter(long id) {
    return Optional.ofNullable(dead.get(id)).map(v -> DeadLetter.decode(id, v));
  }

  long deadCount() {
    return dead.sizeAsLong();
  }

  /** Forgets a dead letter, if it is there. */
  boolean exhume(long id) {
    byte[] removed = dead.remove(id);
    if (removed == null) {
      return false;
    }
    add(DEAD_BYTES, -DeadLetter.decode(id, removed).envelope().bytes().length);
    return true;
  }

  /** Counts what was lost and needs no declaration. */
  void tally(DropReason reason, long count) {
    add(reason.spelling(), count);
  }

  /** How many were lost for a reason since the file was made. */
  long lost(DropReason reason) {
    return total(reason.spelling());
  }

  boolean isChanged() {
    return store.hasUnsavedChanges();
  }

  /** Writes what changed, all of it or nothing. */
  void commit() {
    store.commit();
  }

  /** Makes the last commit lasting. Needs no lock of the caller. */
  void force() {
    force.accept(store);
  }

  /** Gives space back after a large backlog has left. */
  void shrink() {
    if (fileBytes() > 4 * bytes() + slack) {
      store.compactFile(COMPACT_MILLIS);
    }
  }

  /** Closes it without writing; what is committed is kept. */
  @Override
  public void close() {
    store.closeImmediately();
  }

  /** Where the file is for a directory. */
  static Path in(Path directory) {
    return directory.resolve("outbox.mv");
  }

  private static Gap gap(
      DropReason reason, String transport, StoredEnvelope envelope, Sealer sealer) {
    Sealer.Link link = sealer.linkOf(envelope.bytes());
    return new Gap(
        reason,
        transport,
        envelope.sequence(),
        envelope.sequence(),
        1,
        link.previous(),
        envelope.signature(),
        link.timeNs(),
        link.timeNs());
  }

  // Envelopes are given up from the front only, so a hole that no salvage left is damage.
  private void checkNoneMissing(long key, Long next) {
    if (next != null && next != key + 1 && !Objects.equals(holes.get(key), next)) {
      throw Damage.of("Envelopes " + (key + 1) + " to " + (next - 1) + " are missing");
    }
  }

  private long behind(long sequence) {
    Long next = envelopes.higherKey(sequence);
    return next == null ? 0 : envelopes.sizeAsLong() - envelopes.getKeyIndex(next);
  }

  private long total(String name) {
    Long total = totals.get(name);
    return total == null ? 0 : total;
  }

  private void add(String name, long amount) {
    totals.put(name, total(name) + amount);
  }
}
