package org.opennms.plugins.trunkline.telemetry.transport;

import java.time.Duration;

/** What became of an envelope that was handed to a transport. */
public sealed interface Delivery {
  /** The other end has it, durably as far as it promises. */
  record Delivered() implements Delivery {}

  /**
   * It is to be sent again.
   *
   * @param atLeast the other end asked to wait so long; zero where it did not say
   * @param why for the operator: what failed, and what to do
   */
  record Later(Duration atLeast, String why) implements Delivery {}

  /**
   * The other end will never take it.
   *
   * @param why status and reason, for the operator
   */
  record Refused(String why) implements Delivery {}
}
