package org.opennms.plugins.trunkline.sandbox.host.faults;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.sandbox.host.storage.StorageException;

/** The faults that are on. Safe for any number of threads; a change acts on the next call. */
public final class Faults {

  private final Map<Fault, Integer> active = new EnumMap<>(Fault.class);

  /**
   * Switches a fault on.
   *
   * @param value the amount, as in {@code 5s}, {@code 200ms} or {@code 10}; ignored by faults
   *     without one
   * @throws IllegalArgumentException when the amount is missing or malformed
   */
  public synchronized void on(Fault fault, String value) {
    active.put(fault, fault.takesValue() ? parse(fault, value) : 1);
  }

  /** Switches everything off. */
  public synchronized void off() {
    active.clear();
  }

  /** Takes over the faults of another. */
  public void become(Faults other) {
    Map<Fault, Integer> wanted = other.snapshot();
    synchronized (this) {
      active.clear();
      active.putAll(wanted);
    }
  }

  private synchronized Map<Fault, Integer> snapshot() {
    return new EnumMap<>(active);
  }

  /** Switches one fault off. */
  public synchronized void off(Fault fault) {
    active.remove(fault);
  }

  /** Whether a fault is on. */
  public synchronized boolean isOn(Fault fault) {
    return active.containsKey(fault);
  }

  /** The amount of a fault that is on: milliseconds or a count. */
  public synchronized OptionalInt amount(Fault fault) {
    Integer amount = active.get(fault);
    return amount == null ? OptionalInt.empty() : OptionalInt.of(amount);
  }

  /** Plays the store's faults: waits, then fails, as far as either is on. */
  public void beforeStoreCall() {
    amount(Fault.KV_SLOW).ifPresent(Faults::pause);
    failIf(Fault.KV_FAIL, "key-value store");
  }

  /** Plays a listener that hangs, on the thread that would call it. */
  public void beforeListenerCall() {
    amount(Fault.LISTENER_HANG).ifPresent(Faults::pause);
  }

  /** Throws when the fault is on. */
  public void failIf(Fault fault, String what) {
    if (isOn(fault)) {
      throw new StorageException("The " + what + " is down (fault " + fault.label() + " is on)");
    }
  }

  /** Active faults, for people. */
  @Override
  public synchronized String toString() {
    return active.entrySet().stream()
        .map(e -> e.getKey().label() + (e.getKey().takesValue() ? "=" + e.getValue() : ""))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static int parse(Fault fault, String value) {
    String text = value == null ? "" : value.trim().toLowerCase(Locale.ROOT);
    try {
      int amount = (int) amountOf(fault, text);
      if (amount >= 1) {
        return amount;
      }
    } catch (NumberFormatException e) {
      throw bad(fault, value, e);
    }
    throw bad(fault, value, null);
  }

  private static long amountOf(Fault fault, String text) {
    if (fault == Fault.LISTENER_QUEUE) {
      return Integer.parseInt(text);
    }
    if (text.endsWith("ms")) {
      return Integer.parseInt(text.substring(0, text.length() - 2));
    }
    String seconds = text.endsWith("s") ? text.substring(0, text.length() - 1) : text;
    return Duration.ofSeconds(Integer.parseInt(seconds)).toMillis();
  }

  private static IllegalArgumentException bad(Fault fault, String value, Exception cause) {
    String wanted = fault == Fault.LISTENER_QUEUE ? "a number such as 10" : "a time such as 5s";
    return new IllegalArgumentException(
        "fault " + fault.label() + " needs " + wanted + ", not '" + value + "'", cause);
  }

  private static void pause(int millis) {
    long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
    for (long left = end - System.nanoTime();
        left > 0 && !Thread.currentThread().isInterrupted();
        left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
