package org.opennms.plugins.trunkline.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.operations.TelemetryDesk;

/** The export in JSON; see the OpenAPI document. */
record TelemetryView(
    String state,
    String detail,
    String agent,
    String keyId,
    String publicKey,
    String nextKeyId,
    String nextPublicKey,
    String nextKeyFrom,
    Outbox outbox,
    List<Transport> transports) {

  /** The outbox. */
  record Outbox(
      String condition,
      String detail,
      long waiting,
      long bytes,
      long fileBytes,
      String oldest,
      int queued,
      long accepted,
      long deadLetters,
      int damagedFiles,
      Map<String, Long> lost,
      long sequence,
      String head) {}

  /** A transport. */
  record Transport(
      String name,
      String state,
      String detail,
      long waiting,
      int inFlight,
      long delivered,
      long retried,
      long refused,
      String lastDelivery,
      double perSecond) {}

  /** Dead letters. */
  record Letters(List<Letter> items) {}

  /** A dead letter. */
  record Letter(
      long id,
      String transport,
      String at,
      String reason,
      long sequence,
      String device,
      int bytes) {
    static Letter of(TelemetryDesk.Letter l) {
      return new Letter(
          l.id(),
          l.transport(),
          l.at().toString(),
          l.reason(),
          l.sequence(),
          l.device(),
          l.bytes());
    }
  }

  static TelemetryView of(TelemetryDesk.Status status) {
    Optional<TelemetryDesk.Keys> next = status.keys().filter(k -> k.nextFrom().isPresent());
    return new TelemetryView(
        status.state().name().toLowerCase(Locale.ROOT),
        status.detail(),
        status.agent(),
        status.keys().map(TelemetryDesk.Keys::id).orElse(null),
        status.keys().map(TelemetryDesk.Keys::publicKey).orElse(null),
        next.map(TelemetryDesk.Keys::nextId).orElse(null),
        next.map(TelemetryDesk.Keys::nextPublicKey).orElse(null),
        time(next.flatMap(TelemetryDesk.Keys::nextFrom)),
        status.outbox().map(TelemetryView::outbox).orElse(null),
        status.transports().stream().map(TelemetryView::transport).toList());
  }

  private static Outbox outbox(TelemetryDesk.Outbox o) {
    return new Outbox(
        o.condition(),
        o.detail(),
        o.waiting(),
        o.bytes(),
        o.fileBytes(),
        time(o.oldest()),
        o.queued(),
        o.accepted(),
        o.deadLetters(),
        o.damagedFiles(),
        o.lost(),
        o.sequence(),
        o.head());
  }

  private static Transport transport(TelemetryDesk.Transport t) {
    return new Transport(
        t.name(),
        t.state(),
        t.detail(),
        t.waiting(),
        t.inFlight(),
        t.delivered(),
        t.retried(),
        t.refused(),
        time(t.lastDelivery()),
        t.perSecond());
  }

  private static String time(Optional<Instant> at) {
    return at.map(Instant::toString).orElse(null);
  }
}
