package org.opennms.plugins.trunkline.snmp;

import java.net.InetSocketAddress;
import java.util.Arrays;

/**
 * Finds the request that a datagram answers and checks that it really is its answer: the source
 * address, the ids, version and community, for SNMPv3 digest and time. Loop only.
 */
final class Receiver {
  private final Dispatcher dispatcher;

  Receiver(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  /** Takes a datagram; whatever is in it, this returns and throws nothing. */
  void received(InetSocketAddress source, byte[] bytes, int length, long now) {
    DeviceSession device = dispatcher.devices().get(source);
    IncomingMessage message;
    try {
      message = IncomingMessage.read(bytes, length);
    } catch (MalformedMessageException e) {
      dispatcher.discard(device, Discard.MALFORMED, 1);
      if (device != null) {
        device.garbage(e.getMessage(), now);
      }
      return;
    }
    Exchange exchange = dispatcher.pending().find(message.id());
    if (exchange == null) {
      dispatcher.discard(device, device == null ? Discard.UNKNOWN_SOURCE : Discard.UNKNOWN_ID, 1);
    } else if (exchange.device() != device) {
      exchange.answeredElsewhere();
      dispatcher.discard(exchange.device(), Discard.SPOOFED_SOURCE, 1);
    } else {
      open(exchange, message, now);
    }
  }

  private void open(Exchange exchange, IncomingMessage message, long now) {
    try {
      if (exchange.target().security() instanceof SnmpSecurity.Community community) {
        checkCommunity(message, community);
        dispatcher.answer(exchange, message.pdu(), now);
      } else if (message.version() != IncomingMessage.V3) {
        throw new RejectedMessageException(Discard.WRONG_SECURITY);
      } else if (exchange.isDiscovery()) {
        discovered(exchange, message, now);
      } else {
        openSecured(exchange, message, now);
      }
    } catch (MalformedMessageException e) {
      dispatcher.discard(exchange.device(), Discard.MALFORMED, 1);
      exchange.device().garbage(e.getMessage(), now);
    } catch (RejectedMessageException e) {
      dispatcher.discard(exchange.device(), e.reason(), 1);
      exchange.device().garbage(e.reason().words(), now);
      if (e.reason() == Discard.OUT_OF_TIME_WINDOW) {
        exchange.link().session().disconnect();
        outOfTime(exchange, now);
      }
    }
  }

  /** An answer, not a report, was too old: a change may have been made, so it is not sent again. */
  private void outOfTime(Exchange exchange, long now) {
    SnmpFailure refused = new SnmpFailure.Refused(UsmReport.NOT_IN_TIME_WINDOW);
    if (exchange.query().repeatable()) {
      dispatcher.resend(exchange, refused, now);
    } else {
      dispatcher.fail(exchange, refused);
    }
  }

  private static void checkCommunity(IncomingMessage message, SnmpSecurity.Community community)
      throws RejectedMessageException, MalformedMessageException {
    int version = community.v1() ? IncomingMessage.V1 : IncomingMessage.V2C;
    if (message.version() != version
        || !Arrays.equals(message.community(), AnswerPdu.community(community.community()))) {
      throw new RejectedMessageException(Discard.WRONG_SECURITY);
    }
    if (message.pdu().type() != PduType.RESPONSE) {
      throw new MalformedMessageException("a PDU that is no Response");
    }
  }

  private void discovered(Exchange probe, IncomingMessage message, long now)
      throws MalformedMessageException, RejectedMessageException {
    UsmPeer peer = UsmParameters.read(message.reader()).peer();
    if (peer.engineId().length < 5) {
      throw new MalformedMessageException("an engine id of " + peer.engineId().length + " octets");
    }
    dispatcher.answer(probe, null, now);
    dispatcher.discovery().found(probe, peer, now);
  }

  private void openSecured(Exchange exchange, IncomingMessage message, long now)
      throws MalformedMessageException, RejectedMessageException {
    UsmSession session = exchange.link().session();
    if (!session.ready()) {
      throw new RejectedMessageException(Discard.UNAUTHENTIC);
    }
    UsmAnswer answer = session.open(message, now);
    AnswerPdu pdu = answer.pdu();
    if (pdu.type() == PduType.REPORT) {
      reported(exchange, answer, now);
    } else if (pdu.type() != PduType.RESPONSE) {
      throw new MalformedMessageException("a PDU that is no Response");
    } else if (pdu.requestId() != exchange.requestId()) {
      dispatcher.discard(exchange.device(), Discard.UNKNOWN_ID, 1);
    } else {
      dispatcher.answer(exchange, pdu, now);
    }
  }

  private void reported(Exchange exchange, UsmAnswer answer, long now)
      throws MalformedMessageException {
    AnswerPdu pdu = answer.pdu();
    if (!pdu.next()) {
      throw new MalformedMessageException("a Report without a varbind");
    }
    UsmReport report =
        UsmReport.of(pdu.name(), pdu.nameLength())
            .orElseThrow(() -> new MalformedMessageException("a Report of an unknown counter"));
    SnmpFailure refused = new SnmpFailure.Refused(report);
    switch (report) {
      case NOT_IN_TIME_WINDOW -> {
        // An authentic report has set our clock; another one leaves only a fresh discovery.
        if (!answer.authentic()) {
          exchange.link().session().disconnect();
        }
        dispatcher.resend(exchange, refused, now);
      }
      case UNKNOWN_ENGINE_ID -> {
        exchange.link().session().disconnect();
        dispatcher.resend(exchange, refused, now);
      }
      default -> dispatcher.fail(exchange, refused);
    }
  }
}
