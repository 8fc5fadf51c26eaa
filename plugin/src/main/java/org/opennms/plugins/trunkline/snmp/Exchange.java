package org.opennms.plugins.trunkline.snmp;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** One query under way: its attempts, ids and deadlines. Loop only; monotonic nanoseconds. */
final class Exchange {
  private static final double BACKOFF = 1.25;
  private static final double JITTER = 0.1;
  private static final long UNKNOWN_OVERDUE = 500_000_000L;
  private static final int REPEATS_AT_FIRST = 3;

  private final DeviceSession device;
  private final SnmpTarget target;
  private final Query query;
  private final UsmLink link;
  private int[] ids = {};
  private int attempt = -1;
  private int engineRestarts;
  private int repeats;
  private boolean holdsSlot;
  private boolean sent;
  private boolean done;
  private boolean elsewhere;
  private boolean discoverySlot;
  private long firstSentAt;
  private long attemptSentAt;
  private long overdueAt;
  private long deadline;

  Exchange(DeviceSession device, SnmpTarget target, Query query, UsmLink link) {
    this.device = device;
    this.target = target;
    this.query = query;
    this.link = link;
  }

  DeviceSession device() {
    return device;
  }

  SnmpTarget target() {
    return target;
  }

  Query query() {
    return query;
  }

  /** Null for v1 and v2c, and for a discovery. */
  UsmLink link() {
    return link;
  }

  boolean isDiscovery() {
    return link == null && target.security() instanceof SnmpSecurity.Usm;
  }

  int attempt() {
    return attempt;
  }

  boolean attemptsLeft() {
    return query.repeatable() && attempt < target.options().retries();
  }

  /** Begins the next attempt and sets its deadlines. */
  void beginAttempt(long now) {
    attempt++;
    repeats = 0;
    if (!sent) {
      firstSentAt = now;
      sent = true;
    }
    attemptSentAt = now;
    double patience = Math.pow(BACKOFF, attempt);
    double jitter = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
    long timeout = target.options().timeout().toNanos();
    deadline = now + (attempt == 0 ? timeout : (long) (timeout * patience * jitter));
    long overdue = device.roundTrip().known() ? device.roundTrip().overdueAfter() : UNKNOWN_OVERDUE;
    overdueAt = Math.min(deadline, now + overdue);
  }

  /** How many requests of the device may be under way for its sake. */
  int inFlight(int policy) {
    return query.inFlight() > 0 ? query.inFlight() : policy;
  }

  /** Gives an attempt back: the engine's state was wrong, not the agent silent. */
  boolean restartForEngine() {
    if (++engineRestarts > 2) {
      return false;
    }
    attempt--;
    return true;
  }

  /** The same query, to be queued once more; it keeps count of what was tried. */
  Exchange again() {
    Exchange copy = new Exchange(device, target, query, link);
    copy.attempt = attempt;
    copy.engineRestarts = engineRestarts;
    copy.sent = sent;
    copy.firstSentAt = firstSentAt;
    return copy;
  }

  long nextEvent() {
    return holdsSlot || mayRepeatEarly() ? overdueAt : deadline;
  }

  boolean expired(long now) {
    return now - deadline >= 0;
  }

  /** Whether a lost packet is to be assumed before the timeout: a few times, later only once. */
  boolean mayRepeatEarly() {
    int most = attempt == 0 ? REPEATS_AT_FIRST : 1;
    return repeats < most && !done && query.repeatable() && device.roundTrip().known();
  }

  /** Sets when the next packet seems lost too; returns how often that happened in this attempt. */
  int repeatedEarly(long now) {
    device.roundTrip().overdue();
    overdueAt = Math.min(deadline, now + device.roundTrip().overdueAfter());
    return ++repeats;
  }

  /** Whether only one packet can be what was answered, so that its time is certain. */
  boolean sentOnce() {
    return ids.length == 1 && attempt == 0 && repeats == 0;
  }

  void packetSent(int id) {
    ids = Arrays.copyOf(ids, ids.length + 1);
    ids[ids.length - 1] = id;
  }

  int[] ids() {
    return ids;
  }

  /** The request-id in the PDU: that of the first packet, so that late answers count. */
  int requestId() {
    return ids[0];
  }

  boolean hasRequestId() {
    return ids.length > 0;
  }

  long roundTrip(long now) {
    return now - attemptSentAt;
  }

  boolean prompt(long now) {
    return attempt == 0
        && repeats == 0
        && roundTrip(now) < target.options().timeout().toNanos() / 4;
  }

  boolean holdsSlot() {
    return holdsSlot;
  }

  void holdsSlot(boolean holds) {
    holdsSlot = holds;
  }

  boolean sent() {
    return sent;
  }

  boolean done() {
    return done;
  }

  void finish() {
    done = true;
  }

  /** Whether it counts as one of the discoveries that run now. */
  boolean holdsDiscoverySlot() {
    return discoverySlot;
  }

  void holdsDiscoverySlot(boolean holds) {
    discoverySlot = holds;
  }

  void answeredElsewhere() {
    elsewhere = true;
  }

  SnmpFailure silence(long now) {
    String garbage = device.garbageSince(firstSentAt);
    if (!garbage.isEmpty()) {
      return new SnmpFailure.Garbage(garbage);
    }
    Duration waited = Duration.ofNanos(now - firstSentAt);
    return new SnmpFailure.NoAnswer(attempt + 1, waited, link != null, elsewhere);
  }
}
