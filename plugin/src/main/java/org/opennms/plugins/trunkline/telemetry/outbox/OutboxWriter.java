package org.opennms.plugins.trunkline.telemetry.outbox;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.h2.mvstore.MVStoreException;
import org.opennms.plugins.trunkline.telemetry.outbox.Acceptance.Accepted;
import org.opennms.plugins.trunkline.telemetry.outbox.Keeper.UnusableException;
import org.opennms.plugins.trunkline.telemetry.outbox.Outbox.Change;
import org.opennms.plugins.trunkline.telemetry.outbox.Outbox.Pending;
import org.opennms.plugins.trunkline.telemetry.outbox.OutboxStatus.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Round after round, brings what was handed over into the file: changes first, for they make room,
 * then drafts, one commit and one force for all of them. What a failed round held stays for the
 * next one. The rounds are made by one thread; the other methods are thread-safe.
 */
final class OutboxWriter {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxWriter.class);
  private static final int RETRY_MILLIS = 1000;
  private static final int FULL_MILLIS = 20;

  private final OutboxSettings settings;
  private final Keeper keeper;
  private final Sealer sealer;
  private final InstantSource clock;
  private final IntSupplier queued;
  private final LongSupplier refused;
  private final Limits limits;
  private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
  private final Map<String, Progress> done = new ConcurrentHashMap<>();
  // Held while the file is changed, committed or read, but not while it is forced.
  private final Object lock = new Object();
  private final List<Change> held = new ArrayList<>();
  private final List<Runnable> answers = new ArrayList<>();
  private OutboxFile file;
  private Witness witness;
  private Written unconfirmed = Written.NOTHING;
  private long accepted;
  private long declaredRefusals;
  private Condition condition = Condition.CLOSED;
  private String detail = "";
  private volatile long durable;
  private volatile MVStoreException damage;
  private volatile OutboxStatus status;

  /** A commit: its number, and what became of the drafts in it. */
  private record Written(long commit, List<Long> sequences) {
    static final Written NOTHING = new Written(0, List.of());
  }

  OutboxWriter(
      OutboxSettings settings,
      Keeper keeper,
      Sealer sealer,
      InstantSource clock,
      IntSupplier queued,
      LongSupplier refused) {
    this.settings = settings;
    this.keeper = keeper;
    this.sealer = sealer;
    this.clock = clock;
    this.queued = queued;
    this.refused = refused;
    this.limits = new Limits(settings, sealer);
    this.status = unreadable();
  }

  void change(Change change) {
    changes.add(change);
  }

  void done(Progress progress) {
    done.merge(progress.transport(), progress, Progress::plus);
  }

  void bury(String transport, StoredEnvelope envelope, String reason) {
    change(f -> f.bury(envelope, transport, reason, clock.instant(), sealer));
  }

  long durable() {
    return durable;
  }

  OutboxStatus status() {
    return status;
  }

  /** Reads something; empty while the file cannot be read. */
  <T> Optional<T> look(Function<OutboxFile, T> look) {
    synchronized (lock) {
      if (file == null) {
        return Optional.empty();
      }
      try {
        return Optional.ofNullable(look.apply(file));
      } catch (RuntimeException e) {
        damage = Damage.of(e);
        return Optional.empty();
      }
    }
  }

  /** Whether drafts may be taken from the queue. */
  boolean takesMore() {
    return condition == Condition.OPEN;
  }

  /** Waits as long as the condition asks for, or until there is something to change. */
  void pause() throws InterruptedException {
    if (condition == Condition.FULL) {
      Change change = changes.poll(FULL_MILLIS, TimeUnit.MILLISECONDS);
      if (change != null) {
        held.add(change);
      }
    } else {
      TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
    }
  }

  /**
   * Writes drafts and changes, and completes the drafts when they are durable.
   *
   * @return whether it did; if not, the same drafts are to be given again
   */
  boolean round(List<Pending> drafts) {
    boolean written = false;
    try {
      open();
      written = confirm(drafts) || write(drafts);
    } catch (UnusableException e) {
      closeFile();
      become(e.condition(), e.getMessage());
    } catch (MVStoreException e) {
      damage = e;
      UnusableException unusable = Keeper.unusable(e);
      become(unusable.condition(), unusable.getMessage());
      reopen();
    } catch (IOException | RuntimeException e) {
      closeFile();
      become(Condition.UNWRITABLE, e.toString());
    }
    status = look(this::statusOf).orElseGet(this::unreadable);
    // After the status, so that who was answered finds itself in it.
    answers.forEach(Runnable::run);
    answers.clear();
    return written;
  }

  void close() {
    closeFile();
    become(Condition.CLOSED, "");
    status = unreadable();
  }

  private void open() throws UnusableException, IOException {
    MVStoreException found = damage;
    damage = null;
    if (found != null) {
      closeFile();
      if (Keeper.isDamage(found)) {
        use(keeper.replace(found, clock.instant()));
      }
    }
    if (file == null) {
      use(keeper.open(clock.instant()));
    }
    durable = Math.max(durable, unconfirmed.commit() > 0 ? 0 : file.head().sequence());
  }

  // What is there can be sent while nothing can be written.
  private void reopen() {
    try {
      open();
    } catch (UnusableException | IOException | RuntimeException e) {
      closeFile();
      LOG.debug("Not even readable: {}", settings.directory(), e);
    }
  }

  private void use(OutboxFile opened) throws IOException {
    witness = new Witness(keeper.witness());
    synchronized (lock) {
      file = opened;
      // Within the lock: who can read the file must not be told that nothing waits in it.
      status = look(this::statusOf).orElseGet(this::unreadable);
    }
  }

  // A round that failed at its force may be in the file all the same.
  private boolean confirm(List<Pending> drafts) throws IOException {
    Written last = unconfirmed;
    if (last.commit() > file.commits()) {
      unconfirmed = Written.NOTHING;
    }
    if (unconfirmed.commit() == 0) {
      return false;
    }
    force(drafts);
    return last.sequences().size() == drafts.size();
  }

  private boolean write(List<Pending> drafts) throws IOException {
    // Before the changes are drained: who buries an envelope does so before calling it done.
    List<Progress> progress = List.copyOf(done.values());
    changes.drainTo(held);
    noteRefusals();
    if (condition == Condition.UNWRITABLE && !drafts.isEmpty()) {
      // What leaves may fit where what comes does not.
      commit(progress, List.of());
      force(List.of());
    }
    boolean room = commit(progress, drafts);
    if (unconfirmed.commit() > 0) {
      force(drafts);
    }
    held.clear();
    if (room) {
      become(Condition.OPEN, "");
    }
    if (drafts.isEmpty()) {
      synchronized (lock) {
        file.shrink();
      }
    }
    return room;
  }

  private boolean commit(List<Progress> progress, List<Pending> drafts) {
    Instant now = clock.instant();
    synchronized (lock) {
      held.forEach(c -> c.accept(file));
      progress.forEach(file::advance);
      file.collect();
      limits.expire(file, now);
      boolean room = limits.makeRoom(file, drafts);
      List<Long> sequences = room ? append(drafts, now) : List.of();
      if (room) {
        limits.declare(file, now);
      }
      if (file.isChanged()) {
        unconfirmed = new Written(file.numberCommit(), sequences);
        file.commit();
      }
      if (!room) {
        become(Condition.FULL, limits.words(file));
      }
      return room;
    }
  }

  private List<Long> append(List<Pending> drafts, Instant now) {
    List<Long> sequences = new ArrayList<>(drafts.size());
    for (Pending pending : drafts) {
      sequences.add(file.append(pending.draft(), sealer, now).sequence());
    }
    return sequences;
  }

  private void force(List<Pending> drafts) throws IOException {
    file.force();
    held.clear();
    List<Long> sequences = unconfirmed.sequences();
    unconfirmed = Written.NOTHING;
    ChainHead head = look(OutboxFile::head).orElse(ChainHead.START);
    witness.write(head);
    durable = head.sequence();
    accepted += sequences.size();
    for (int i = 0; i < sequences.size(); i++) {
      Pending pending = drafts.get(i);
      Accepted answer = new Accepted(sequences.get(i));
      answers.add(() -> pending.outcome().complete(answer));
    }
  }

  private void noteRefusals() {
    long now = refused.getAsLong();
    if (now > declaredRefusals) {
      byte[] none = new byte[0];
      long count = now - declaredRefusals;
      held.add(f -> f.note(new Gap(DropReason.REFUSED, "", 0, 0, count, none, none, 0, 0)));
      declaredRefusals = now;
    }
  }

  private void closeFile() {
    synchronized (lock) {
      if (file != null) {
        file.close();
      }
      file = null;
    }
    try {
      if (witness != null) {
        witness.close();
      }
    } catch (IOException e) {
      LOG.debug("The witness could not be closed", e);
    }
    witness = null;
  }

  // One line at each change of the condition, none while it lasts.
  private void become(Condition now, String why) {
    Condition before = condition;
    condition = now;
    detail = why;
    if (before == now || now == Condition.CLOSED) {
      return;
    }
    if (now == Condition.OPEN) {
      LOG.info("The telemetry outbox in {} takes envelopes", settings.directory());
    } else {
      LOG.warn("The telemetry outbox in {} is {}: {}", settings.directory(), now, why);
    }
  }

  private OutboxStatus statusOf(OutboxFile open) {
    Map<DropReason, Long> lost = new EnumMap<>(DropReason.class);
    for (DropReason reason : DropReason.values()) {
      lost.put(reason, open.lost(reason));
    }
    return new OutboxStatus(
        condition,
        detail,
        open.count(),
        open.waiting(),
        open.bytes(),
        open.fileBytes(),
        open.oldest().map(StoredEnvelope::storedAt),
        queued.getAsInt(),
        accepted,
        open.deadCount(),
        keeper.quarantined(),
        lost,
        open.head());
  }

  private OutboxStatus unreadable() {
    return new OutboxStatus(
        condition,
        detail,
        0,
        Map.of(),
        0,
        0,
        Optional.empty(),
        queued.getAsInt(),
        accepted,
        0,
        keeper.quarantined(),
        Map.of(),
        ChainHead.START);
  }
}
