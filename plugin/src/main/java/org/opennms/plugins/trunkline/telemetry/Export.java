package org.opennms.plugins.trunkline.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadFactory;
import org.opennms.plugins.trunkline.telemetry.content.Drafts;
import org.opennms.plugins.trunkline.telemetry.content.EnvelopeSealer;
import org.opennms.plugins.trunkline.telemetry.delivery.Pump;
import org.opennms.plugins.trunkline.telemetry.keys.SigningKeys;
import org.opennms.plugins.trunkline.telemetry.outbox.Outbox;
import org.opennms.plugins.trunkline.telemetry.outbox.OutboxSettings;
import org.opennms.plugins.trunkline.telemetry.transport.Transport;
import org.opennms.plugins.trunkline.wire.KeyRotationNotice;
import org.opennms.plugins.trunkline.wire.VerifyingKey;
import org.opennms.plugins.trunkline.wire.proto.TelemetryEvent;

/** The export while it is on: keys, outbox, and a pump per transport. Thread-safe. */
final class Export implements AutoCloseable {
  private final Drafts drafts;
  private final SigningKeys keys;
  private final Outbox outbox;
  private final InstantSource clock;
  private final List<Pump> pumps = new ArrayList<>();

  /** Starts; what was announced before the last stop is announced again, under the same key. */
  Export(
      Drafts drafts,
      SigningKeys keys,
      OutboxSettings settings,
      List<Transport> transports,
      InstantSource clock,
      ThreadFactory threads) {
    this.drafts = drafts;
    this.keys = keys;
    this.clock = clock;
    outbox = new Outbox(settings, new EnvelopeSealer(drafts, keys::current), clock, threads);
    outbox.transports(transports.stream().map(Transport::name).toList());
    transports.forEach(t -> pumps.add(new Pump(outbox, t, clock, new Random(), threads)));
    keys.next().ifPresent(n -> announce(n.key().verifyingKey(), n.announced()));
  }

  Drafts drafts() {
    return drafts;
  }

  SigningKeys keys() {
    return keys;
  }

  Outbox outbox() {
    return outbox;
  }

  List<Pump> pumps() {
    return List.copyOf(pumps);
  }

  VerifyingKey rotate(Instant now) {
    VerifyingKey coming = keys.rotate(now);
    announce(coming, now);
    return coming;
  }

  /** Whether envelopes wait and none has left by the pump for so long. */
  boolean isStalled(Pump pump, Duration patience, Instant now, Instant since) {
    boolean waits = outbox.status().byTransport().getOrDefault(pump.name(), 0L) > 0;
    Instant last = pump.status().lastDelivery().orElse(since);
    Instant oldest = outbox.status().oldest().orElse(now);
    Instant from = last.isAfter(oldest) ? last : oldest;
    return waits && from.plus(patience).isBefore(now);
  }

  @Override
  public void close() {
    pumps.forEach(Pump::close);
    outbox.close();
  }

  // At each start anew, in case the first was lost; receivers keep one of each key.
  private void announce(VerifyingKey coming, Instant announced) {
    Instant now = clock.instant();
    Instant rounded = Instant.ofEpochMilli(announced.toEpochMilli());
    TelemetryEvent event = new KeyRotationNotice(coming).toEvent("", nanos(now));
    var unused =
        outbox.submit(drafts.ofSender(now, rounded, List.of(event), "key/" + coming.keyId()));
  }

  private static long nanos(Instant at) {
    return Math.multiplyExact(at.toEpochMilli(), 1_000_000L);
  }
}
