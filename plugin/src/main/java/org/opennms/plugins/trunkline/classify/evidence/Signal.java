package org.opennms.plugins.trunkline.classify.evidence;

import java.util.Objects;

/**
 * One thing that speaks for some roles and against others.
 *
 * @param evidence what was looked at, for example {@code ifType}
 * @param says what it says, in words that an operator reads
 * @param weights nats per role
 */
public record Signal(String evidence, String says, Weights weights) {
  /** Rejects missing parts. */
  public Signal {
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(says, "says");
    Objects.requireNonNull(weights, "weights");
  }
}
