package org.opennms.plugins.trunkline.snmp;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Sends notifications that nobody confirms. Thread-safe. */
final class TrapSender {
  private final EngineLoop loop;
  private final Executor callbacks;
  private final EngineDiscovery.Localizer localizer;

  TrapSender(EngineLoop loop, Executor callbacks, EngineDiscovery.Localizer localizer) {
    this.loop = loop;
    this.callbacks = callbacks;
    this.localizer = localizer;
  }

  /**
   * Hands it to the operating system.
   *
   * @param self who speaks; in SNMPv3 the sender of a trap is the authoritative engine
   * @return empty when it is on its way; nobody knows whether it arrives
   */
  CompletableFuture<Optional<SnmpFailure>> send(
      SnmpTarget target, Notification notification, OwnEngine.Running self) {
    CompletableFuture<Optional<SnmpFailure>> sent = new CompletableFuture<>();
    if (target.security() instanceof SnmpSecurity.Community community) {
      loop.run(now -> end(sent, transmit(target, inClear(community, notification))));
    } else {
      SnmpSecurity.Usm usm = (SnmpSecurity.Usm) target.security();
      loop.run(
          now ->
              localizer.localize(
                  usm,
                  self.peer(now).engineId(),
                  keys ->
                      end(
                          sent,
                          keys.isEmpty()
                              ? Optional.of(new SnmpFailure.Unsendable("no keys, see the log"))
                              : transmit(target, secured(usm, keys.get(), notification, self)))));
    }
    return sent;
  }

  private static byte[] inClear(SnmpSecurity.Community community, Notification notification) {
    BerWriter writer = new BerWriter();
    return community.v1()
        ? TrapV1.encode(writer, community, notification)
        : CommunityMessage.encode(
            writer, community, notification.pdu(PduType.TRAP), PendingRequests.randomId());
  }

  private static byte[] secured(
      SnmpSecurity.Usm usm,
      UsmKeys.Localized keys,
      Notification notification,
      OwnEngine.Running self) {
    long now = System.nanoTime();
    UsmSession session = new UsmSession(usm);
    session.connect(self.peer(now), keys, now);
    return session.encode(
        new BerWriter(),
        PendingRequests.randomId(),
        notification.pdu(PduType.TRAP),
        PendingRequests.randomId(),
        now);
  }

  private Optional<SnmpFailure> transmit(SnmpTarget target, byte[] message) {
    try {
      loop.send(message, target.address());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(new SnmpFailure.Unsendable(e.toString()));
    }
  }

  private void end(CompletableFuture<Optional<SnmpFailure>> future, Optional<SnmpFailure> failure) {
    Completions.complete(callbacks, future, failure);
  }
}
