package org.opennms.plugins.trunkline.snmp;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;

/** Sends notifications: traps, which nobody confirms, and informs. Thread-safe. */
public final class SnmpNotifier {
  private final Supplier<SnmpEngine> engine;
  private final OwnEngine self;
  private final Executor blocking;

  /**
   * Wires it.
   *
   * @param engine in force
   * @param self the SNMPv3 engine that we are
   * @param blocking reads the store
   */
  public SnmpNotifier(Supplier<SnmpEngine> engine, OwnEngine self, Executor blocking) {
    this.engine = engine;
    this.self = self;
    this.blocking = blocking;
  }

  /**
   * Sends a trap.
   *
   * @return empty when it is on its way, which does not mean that it arrives; else why not
   */
  public CompletableFuture<Optional<SnmpFailure>> trap(
      SnmpTarget target, Notification notification) {
    if (target.security() instanceof SnmpSecurity.Community community) {
      return community.v1() && !TrapV1.carries(notification)
          ? CompletableFuture.completedFuture(
              Optional.of(new SnmpFailure.Unsendable("SNMPv1 has no Counter64")))
          : engine.get().trap(target, notification, null);
    }
    return CompletableFuture.supplyAsync(self::start, blocking)
        .thenCompose(running -> engine.get().trap(target, notification, running))
        .exceptionally(SnmpNotifier::unsendable);
  }

  /**
   * Sends an inform, again until it is confirmed or given up.
   *
   * @return empty when it was confirmed; else why not
   */
  public CompletableFuture<Optional<SnmpFailure>> inform(
      SnmpTarget target, Notification notification) {
    if (target.security() instanceof SnmpSecurity.Community community && community.v1()) {
      return CompletableFuture.completedFuture(
          Optional.of(new SnmpFailure.Unsendable("SNMPv1 has no informs")));
    }
    return engine.get().inform(target, notification);
  }

  private static Optional<SnmpFailure> unsendable(Throwable fault) {
    Throwable cause = fault instanceof CompletionException ? fault.getCause() : fault;
    if (cause instanceof HostAbsentException absent) {
      String why = "our own SNMPv3 engine id is not known: " + absent.getMessage();
      return Optional.of(new SnmpFailure.Unsendable(why));
    }
    throw new CompletionException(cause);
  }
}
