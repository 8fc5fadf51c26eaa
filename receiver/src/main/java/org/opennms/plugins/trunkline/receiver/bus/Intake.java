package org.opennms.plugins.trunkline.receiver.bus;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.opennms.plugins.trunkline.receiver.store.AppendResult;
import org.opennms.plugins.trunkline.receiver.store.EnvelopeLog;
import org.opennms.plugins.trunkline.wire.Contract;
import org.opennms.plugins.trunkline.wire.GapNotice;
import org.opennms.plugins.trunkline.wire.Judge;
import org.opennms.plugins.trunkline.wire.Judgement;
import org.opennms.plugins.trunkline.wire.KeyRotationNotice;
import org.opennms.plugins.trunkline.wire.proto.UniversalAck;
import org.opennms.plugins.trunkline.wire.proto.UniversalAck.Status;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

/**
 * Decides on one envelope: limits first, then values, then signature, then the store, which knows
 * whether it was there before. The answer comes when the envelope is durable. Safe for use by many
 * threads.
 */
final class Intake {
  private final Limits limits;
  private final RateLimiter rate;
  private final AgentKeys keys;
  private final Judge judge;
  private final EnvelopeLog log;
  private final ChainMonitor chains;
  private final BusMetrics metrics;
  private final InstantSource clock;

  /**
   * @param mostBytes larger envelopes are INVALID
   * @param perSecond envelopes of one sender; more get RETRY; 0 for no limit
   * @param backoffMs what RETRY tells to wait
   * @param trustAnnounced whether a key that an agent's known key announced becomes known
   */
  record Limits(int mostBytes, double perSecond, int backoffMs, boolean trustAnnounced) {}

  Intake(
      Limits limits,
      AgentKeys keys,
      EnvelopeLog log,
      ChainMonitor chains,
      BusMetrics metrics,
      InstantSource clock) {
    this.limits = limits;
    this.rate = new RateLimiter(limits.perSecond());
    this.keys = keys;
    this.judge = new Judge(keys);
    this.log = log;
    this.chains = chains;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Takes an envelope.
   *
   * @param peer whose certificate brought it
   * @param reply gets the answer once, on this or another thread
   */
  void take(String peer, ReceivedBytes received, Consumer<UniversalAck> reply) {
    Consumer<UniversalAck> counted =
        ack -> {
          metrics.answered(ack.getStatus(), ack.getReason());
          reply.accept(ack);
        };
    if (received.size() > limits.mostBytes()) {
      counted.accept(
          refused(
              Status.INVALID,
              "an envelope of " + received.size() + " bytes; at most " + limits.mostBytes()));
      return;
    }
    takeSmall(peer, received.bytes(), counted);
  }

  private void takeSmall(String peer, ByteString bytes, Consumer<UniversalAck> reply) {
    UniversalEnvelope envelope;
    try {
      envelope = UniversalEnvelope.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      reply.accept(refused(Status.INVALID, "not an envelope: " + e.getMessage()));
      return;
    }
    String agent = Contract.agent(envelope).orElse("");
    if (!rate.tryTake(peer + '\0' + agent, System.nanoTime())) {
      reply.accept(later(Status.RETRY, "more than " + limits.perSecond() + " envelopes a second"));
      return;
    }
    List<String> violations = Contract.violations(envelope);
    if (!violations.isEmpty()) {
      reply.accept(invalid(envelope, violations));
      return;
    }
    judge(bytes, envelope, reply);
  }

  private void judge(ByteString bytes, UniversalEnvelope envelope, Consumer<UniversalAck> reply) {
    Judgement judgement = judge.judge(bytes, envelope);
    if (judgement instanceof Judgement.Authentic authentic) {
      store(bytes, authentic, reply);
    } else if (judgement instanceof Judgement.Unproven unproven) {
      reply.accept(refused(Status.SECURITY_VIOLATION, reason(unproven)));
    } else if (judgement instanceof Judgement.Malformed malformed) {
      reply.accept(refused(Status.INVALID, "not an envelope: " + malformed.why()));
    }
  }

  private static String reason(Judgement.Unproven unproven) {
    return switch (unproven.why()) {
      case UNSIGNED -> "the envelope bears no signature";
      case UNKNOWN_AGENT ->
          unproven.agent().isEmpty()
              ? "the envelope names no agent"
              : "no public key is known for this agent";
      case BAD_SIGNATURE -> "the signature is not that of this agent over these bytes";
    };
  }

  private void store(ByteString bytes, Judgement.Authentic judged, Consumer<UniversalAck> reply) {
    String key = judged.envelope().getIdempotencyKey();
    List<KeyRotationNotice> announced = limits.trustAnnounced() ? announced(judged) : List.of();
    if (!announced.isEmpty() && !log.isStored(judged.agent(), key)) {
      // Before it is stored, lest a kill in between lose it. Never again when it is sent again: the
      // operator may have taken the key away since.
      for (KeyRotationNotice notice : announced) {
        if (!keys.add(judged.agent(), notice.newKey())) {
          reply.accept(later(Status.PROCESSING_ERROR, "cannot keep the key that is announced"));
          return;
        }
      }
    }
    log.append(judged.agent(), key, bytes, result -> reply.accept(answer(judged, result)));
  }

  private static List<KeyRotationNotice> announced(Judgement.Authentic judged) {
    return KeyRotationNotice.from(judged.envelope().getDeviceTelemetry().getEventsList());
  }

  private UniversalAck answer(Judgement.Authentic judged, AppendResult result) {
    if (result instanceof AppendResult.Stored) {
      chains.stored(
          judged.agent(),
          judged.signature(),
          judged.envelope().getPrevSig(),
          GapNotice.from(judged.envelope().getDeviceTelemetry().getEventsList()));
      metrics.stored(judged.agent(), clock.millis());
      return accepted(judged.envelope(), "");
    }
    if (result instanceof AppendResult.Duplicate) {
      return accepted(judged.envelope(), "duplicate");
    }
    if (result instanceof AppendResult.Conflict) {
      return refused(
          Status.SECURITY_VIOLATION, "another envelope was stored with this idempotency key");
    }
    if (result instanceof AppendResult.Failed failed) {
      return later(Status.PROCESSING_ERROR, "cannot store: " + failed.why());
    }
    return later(Status.OVERLOAD, "too many envelopes wait to be stored");
  }

  private UniversalAck accepted(UniversalEnvelope envelope, String reason) {
    return ack(Status.OK, reason).setEventsAccepted(events(envelope)).build();
  }

  private UniversalAck invalid(UniversalEnvelope envelope, List<String> violations) {
    return ack(Status.INVALID, violations.get(0))
        .addAllValidationErrors(violations)
        .setEventsRejected(events(envelope))
        .build();
  }

  private UniversalAck refused(Status status, String reason) {
    return ack(status, reason).build();
  }

  private UniversalAck later(Status status, String reason) {
    return ack(status, reason).setBackoffHintMs(limits.backoffMs()).build();
  }

  private UniversalAck.Builder ack(Status status, String reason) {
    return UniversalAck.newBuilder()
        .setStatus(status)
        .setReason(reason)
        .setProcessedTimestampNs(clock.millis() * 1_000_000)
        .setQueueDepth(log.waiting());
  }

  private static int events(UniversalEnvelope envelope) {
    return envelope.getDeviceTelemetry().getEventsCount()
        + envelope.getTelemetryBatch().getTelemetryRecordsList().stream()
            .mapToInt(t -> t.getEventsCount())
            .sum();
  }
}
