package org.opennms.plugins.trunkline.telemetry.outbox;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.opennms.plugins.trunkline.telemetry.outbox.OutboxStatus.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the file, sets a damaged one aside, and compares it with the {@link Witness}. One thread.
 */
final class Keeper {
  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
  private static final Set<Integer> OF_THE_DISK =
      Set.of(
          DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED, DataUtils.ERROR_CLOSED);

  private final Path directory;
  private final Function<Path, OutboxFile> opener;
  private final Sealer sealer;
  private int quarantined;

  Keeper(Path directory, Function<Path, OutboxFile> opener, Sealer sealer) {
    this.directory = directory;
    this.opener = opener;
    this.sealer = sealer;
  }

  /** Why the file cannot be used now. */
  static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Condition condition;

    UnusableException(Condition condition, String message, Throwable cause) {
      super(message, cause);
      this.condition = condition;
    }

    Condition condition() {
      return condition;
    }
  }

  int quarantined() {
    return quarantined;
  }

  /** Opens the file; a damaged one is set aside and what can be read of it is taken over. */
  OutboxFile open(Instant now) throws UnusableException {
    try {
      Files.createDirectories(directory);
      return openOrReplace(now);
    } catch (IOException | UncheckedIOException e) {
      throw new UnusableException(Condition.UNWRITABLE, directory + ": " + e.getMessage(), e);
    } catch (MVStoreException e) {
      throw unusable(e);
    }
  }

  /** Sets the file aside after something in it could not be read. */
  OutboxFile replace(MVStoreException damage, Instant now) throws UnusableException {
    try {
      return quarantine(damage, now);
    } catch (IOException | UncheckedIOException e) {
      throw new UnusableException(Condition.UNWRITABLE, directory + ": " + e.getMessage(), e);
    } catch (MVStoreException e) {
      throw unusable(e);
    }
  }

  Path witness() {
    return directory.resolve("chain-head");
  }

  /** Whether the exception tells of the file's content rather than of the disk. */
  static boolean isDamage(MVStoreException e) {
    return isShort(e)
        || (e.getErrorCode() != DataUtils.ERROR_FILE_LOCKED
            && !OF_THE_DISK.contains(e.getErrorCode()));
  }

  private OutboxFile openOrReplace(Instant now) throws IOException {
    try {
      return compared(opener.apply(OutboxFile.in(directory)));
    } catch (MVStoreException e) {
      if (isDamage(e)) {
        return quarantine(e, now);
      }
      throw e;
    }
  }

  private OutboxFile quarantine(MVStoreException damage, Instant now) throws IOException {
    Path file = OutboxFile.in(directory);
    Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + now.toEpochMilli());
    Files.move(file, aside);
    quarantined++;
    LOG.error("The telemetry outbox is damaged and was set aside as {}", aside, damage);
    OutboxFile fresh = opener.apply(file);
    salvage(aside, fresh);
    return compared(fresh);
  }

  private OutboxFile compared(OutboxFile file) throws IOException {
    try {
      compare(file, Witness.read(witness()));
      return file;
    } catch (RuntimeException e) {
      // Left open, it would keep itself locked.
      file.close();
      throw Damage.of(e);
    }
  }

  private void salvage(Path aside, OutboxFile fresh) {
    try (OutboxFile old = opener.apply(aside)) {
      LOG.warn("{} envelopes were saved from {}", new Salvage(old, fresh, sealer).run(), aside);
    } catch (RuntimeException e) {
      LOG.warn("Nothing could be saved from {}: {}", aside, e.toString());
    }
  }

  // A sound store is never behind its witness; see there.
  private static void compare(OutboxFile file, ChainHead witness) {
    ChainHead head = file.head();
    if (witness.sequence() <= head.sequence()) {
      return;
    }
    long missing = witness.sequence() - head.sequence();
    LOG.error("The telemetry outbox lacks its last {} envelopes; receivers are told", missing);
    file.note(
        new Gap(
            DropReason.DAMAGED,
            "",
            head.sequence() + 1,
            witness.sequence(),
            missing,
            head.signature(),
            witness.signature(),
            0,
            0));
    file.continueAfter(witness);
  }

  // A file that ends where a page should be is reported as a failed read.
  private static boolean isShort(MVStoreException e) {
    return e.getErrorCode() == DataUtils.ERROR_READING_FAILED
        && e.getCause() instanceof EOFException;
  }

  static UnusableException unusable(MVStoreException e) {
    Condition condition =
        e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED ? Condition.LOCKED : Condition.UNWRITABLE;
    return new UnusableException(condition, root(e).toString(), e);
  }

  private static Throwable root(Throwable e) {
    return e.getCause() == null ? e : root(e.getCause());
  }
}
