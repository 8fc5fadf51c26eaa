package org.opennms.plugins.trunkline.sandbox.host.faults;

import java.util.Arrays;
import java.util.Optional;

/** What can be made to go wrong; the name is the one of the shell and, after "fault.", the key. */
public enum Fault {
  /** Every call of the key-value store takes this long first; a duration. */
  KV_SLOW("kv-slow", true),
  /** Every call of the key-value store fails as if the database were down. */
  KV_FAIL("kv-fail", false),
  /** Every call of the credentials vault fails. */
  SCV_FAIL("scv-fail", false),
  /** Events that a plugin sends vanish silently, as with an overloaded Eventd. */
  DROP_EVENTS("drop-events", false),
  /** The event forwarder throws at the caller. */
  SEND_FAIL("send-fail", false),
  /** Queue length of listeners registered from now on; a number of at least 1. */
  LISTENER_QUEUE("listener-queue", true),
  /** Every listener of events hangs this long at each event; a duration. */
  LISTENER_HANG("listener-hang", true);

  private final String label;
  private final boolean takesValue;

  Fault(String label, boolean takesValue) {
    this.label = label;
    this.takesValue = takesValue;
  }

  /** The name that people type. */
  public String label() {
    return label;
  }

  /** Whether the fault needs an amount. */
  public boolean takesValue() {
    return takesValue;
  }

  /** Finds a fault by its label. */
  public static Optional<Fault> byLabel(String label) {
    return Arrays.stream(values()).filter(fault -> fault.label.equals(label)).findFirst();
  }
}
