package org.opennms.plugins.trunkline.telemetry.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.telemetry.outbox.Outbox.Pending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the file within its bounds, and tells receivers what that cost. One thread. */
final class Limits {
  private static final Logger LOG = LoggerFactory.getLogger(Limits.class);
  private static final Duration DECLARE_EVERY = Duration.ofSeconds(10);
  // What signature, time and the envelope's own fields add to a payload.
  private static final int ENVELOPE_OVERHEAD = 512;
  private static final int DEAD_SHARE = 10;

  private final OutboxSettings settings;
  private final Sealer sealer;
  private Instant declared = Instant.MIN;
  private boolean warned;

  Limits(OutboxSettings settings, Sealer sealer) {
    this.settings = settings;
    this.sealer = sealer;
  }

  /** Gives up what has waited for too long. */
  void expire(OutboxFile file, Instant now) {
    Instant before = now.minus(settings.mostAge());
    Optional<StoredEnvelope> oldest = file.oldest();
    while (oldest.isPresent() && oldest.get().storedAt().isBefore(before)) {
      file.drop(oldest.get(), DropReason.EXPIRED, sealer);
      oldest = file.oldest();
    }
  }

  /**
   * Makes room as the policy says; dead letters may take a tenth of it at most.
   *
   * @return whether there is room for the drafts
   */
  boolean makeRoom(OutboxFile file, List<Pending> drafts) {
    dropDeadLetters(file);
    long wanted =
        drafts.stream().mapToLong(p -> p.draft().payload().length + ENVELOPE_OVERHEAD).sum();
    if (file.bytes() + wanted <= settings.mostBytes()) {
      warned = false;
      return true;
    }
    if (settings.overflow() == Overflow.BLOCK) {
      // A batch larger than the whole outbox would wait for ever.
      return file.count() == 0;
    }
    if (!warned) {
      LOG.warn("The telemetry outbox is full; its oldest envelopes are dropped and counted");
    }
    warned = true;
    Optional<StoredEnvelope> oldest = file.oldest();
    while (oldest.isPresent() && file.bytes() + wanted > settings.mostBytes()) {
      file.drop(oldest.get(), DropReason.OVERFLOW, sealer);
      oldest = file.oldest();
    }
    return true;
  }

  /** Appends declarations of what receivers will not get, now and then. */
  void declare(OutboxFile file, Instant now) {
    if (declared.isAfter(now.minus(DECLARE_EVERY))) {
      return;
    }
    List<Gap> gaps = new ArrayList<>();
    for (Map.Entry<String, Gap> pending : file.gaps().entrySet()) {
      if (gaps.size() < Sealer.GAPS_AT_ONCE && isHeard(file, pending.getValue())) {
        gaps.add(pending.getValue());
        file.forgetGap(pending.getKey());
      }
    }
    if (!gaps.isEmpty()) {
      file.append(sealer.declare(gaps, now), sealer, now);
      declared = now;
    }
  }

  /** For the operator. */
  String words(OutboxFile file) {
    return "holds "
        + file.bytes()
        + " bytes of "
        + settings.mostBytes()
        + " (telemetry.outbox.max-mib); it goes on when envelopes have left";
  }

  // A receiver that refuses everything would refuse the declaration too, and that without an end.
  private static boolean isHeard(OutboxFile file, Gap gap) {
    return gap.reason() != DropReason.DEAD_LETTER || file.delivered(gap.transport()) > gap.last();
  }

  private void dropDeadLetters(OutboxFile file) {
    while (file.deadBytes() > settings.mostBytes() / DEAD_SHARE) {
      if (file.lost(DropReason.LETTER_DROPPED) == 0) {
        LOG.warn(
            "Dead letters take a tenth of the telemetry outbox; the oldest go and are counted");
      }
      file.deadLetters(1).forEach(d -> file.exhume(d.id()));
      file.tally(DropReason.LETTER_DROPPED, 1);
    }
  }
}
