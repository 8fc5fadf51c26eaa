package org.opennms.plugins.trunkline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.Alert;

/**
 * What the host is to have for one reduction key, and how far it is known to have it. Not
 * thread-safe.
 */
final class Desired {
  /** What the host shows may be this much older than what we sent. */
  static final Duration GRACE = Duration.ofSeconds(20);

  /** How long an operator's own clearing is respected. */
  static final Duration RESPECT = Duration.ofHours(24);

  private Alert wanted;
  private boolean sent;
  private boolean everSent;
  private boolean confirmed;
  // Since this process began: what was open and is gone was deleted, not cleared.
  private boolean seenOpen;
  private Instant sentAt = Instant.MIN;
  private Optional<Instant> respectedUntil = Optional.empty();

  Desired(Alert wanted) {
    this.wanted = wanted;
  }

  /** As it was before a restart. What was sent is not sent again unless the host lacks it. */
  static Desired restored(AlertRecord before, Instant now) {
    Desired desired = new Desired(before.alert());
    desired.sent = before.sent();
    desired.everSent = before.sent();
    desired.confirmed = before.confirmed();
    desired.sentAt = now;
    desired.respectedUntil = before.respectedUntil();
    return desired;
  }

  Alert wanted() {
    return wanted;
  }

  boolean isSent() {
    return sent;
  }

  boolean wasEverSent() {
    return everSent;
  }

  boolean isRespected() {
    return respectedUntil.isPresent();
  }

  Optional<Instant> respectedUntil() {
    return respectedUntil;
  }

  Instant sentAt() {
    return sentAt;
  }

  AlertRecord record(boolean done) {
    return new AlertRecord(wanted, everSent, confirmed, respectedUntil, done);
  }

  /**
   * The alert changed.
   *
   * @return whether the host is to hear of it
   */
  boolean want(Alert now) {
    boolean transition =
        now.id() != wanted.id()
            || now.isOpen() != wanted.isOpen()
            || now.severity().compareTo(wanted.severity()) > 0;
    wanted = now;
    if (!transition && isRespected()) {
      return false;
    }
    if (transition) {
      respectedUntil = Optional.empty();
      confirmed = false;
      seenOpen = false;
    }
    sent = false;
    return true;
  }

  /** What is wanted changed while it was on the way. */
  void overtaken() {
    sent = false;
  }

  void sent(Instant now) {
    sent = true;
    everSent = true;
    sentAt = now;
  }

  /** What came of looking at the host's alarm. */
  enum Look {
    /** Nothing to do. */
    FINE,
    /** The host lacks what was sent. */
    AGAIN,
    /** An operator cleared it. */
    BY_HAND,
    /** The host has no open alarm any more, as wanted. */
    DONE
  }

  /**
   * Compares with the host's alarm.
   *
   * @param alarm empty where the list has none
   * @param at when the host showed it
   */
  Look look(Optional<HostAlarm> alarm, Instant at) {
    if (!sent || at.isBefore(sentAt.plus(GRACE))) {
      // Sent a moment ago: only good news count.
      boolean good = sent && wanted.isOpen() && alarm.map(this::suits).orElse(false);
      confirmed |= good;
      seenOpen |= good;
      return Look.FINE;
    }
    boolean open = alarm.map(a -> a.state() == HostAlarm.State.OPEN).orElse(false);
    return wanted.isOpen() ? lookOpen(alarm, open, at) : open ? again() : Look.DONE;
  }

  private Look lookOpen(Optional<HostAlarm> alarm, boolean open, Instant at) {
    if (isRespected()) {
      return at.isBefore(respectedUntil.get()) ? Look.FINE : again();
    }
    if (open) {
      boolean suits = alarm.map(this::suits).orElse(false);
      confirmed |= suits;
      seenOpen |= suits;
      return suits ? Look.FINE : again();
    }
    if (isByHand(alarm)) {
      respectedUntil = Optional.of(at.plus(RESPECT));
      return Look.BY_HAND;
    }
    return again();
  }

  // An operator can only clear; the host's clean-up takes what was cleared away a while later, but
  // also deletes what has been open for days. What is gone after a restart may have been either.
  private boolean isByHand(Optional<HostAlarm> alarm) {
    boolean gone = alarm.map(a -> a.state() == HostAlarm.State.DELETED).orElse(true);
    boolean byHand = gone ? !seenOpen : alarm.get().state() == HostAlarm.State.CLEARED_BY_HAND;
    // One that never was open is what an operator cleared of an alert before, and ours was lost.
    return byHand && confirmed;
  }

  private Look again() {
    sent = false;
    confirmed = false;
    seenOpen = false;
    respectedUntil = Optional.empty();
    return Look.AGAIN;
  }

  // An operator may have raised the severity, which is well.
  private boolean suits(HostAlarm alarm) {
    return alarm.state() == HostAlarm.State.OPEN
        && alarm.severity().compareTo(wanted.severity()) >= 0;
  }
}
