package org.opennms.plugins.trunkline.model;

import java.util.Objects;

/**
 * One piece of evidence behind a judgement.
 *
 * @param evidence what was looked at, for example {@code ifAlias} or {@code ifType}
 * @param says what it says, in words that an operator reads
 * @param weight in nats of log odds: positive speaks for the judgement, negative against it, 0 is a
 *     remark
 */
public record Reason(String evidence, String says, double weight) {
  /** Rejects missing parts and weights that are no number. */
  public Reason {
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(says, "says");
    if (!Double.isFinite(weight)) {
      throw new IllegalArgumentException("weight of " + evidence + " is " + weight);
    }
  }
}
