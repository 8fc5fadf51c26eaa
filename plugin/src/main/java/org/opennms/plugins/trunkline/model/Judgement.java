package org.opennms.plugins.trunkline.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A classification and what others want to know of how it came about.
 *
 * @param classification the result
 * @param score the score's probability of the role, 0..1, before calibration
 * @param rival the likeliest other role
 * @param rivalScore its probability, 0..1; near {@code score} means that the evidence disagrees
 * @param monitored what a rule says about monitoring; empty where none does
 */
public record Judgement(
    Classification classification,
    double score,
    InterfaceRole rival,
    double rivalScore,
    Optional<Boolean> monitored) {
  /** Rejects missing parts. */
  public Judgement {
    Objects.requireNonNull(classification, "classification");
    Objects.requireNonNull(rival, "rival");
    Objects.requireNonNull(monitored, "monitored");
  }

  /** A judgement without a rival, about which no rule says anything. */
  public static Judgement of(Classification classification) {
    return new Judgement(
        classification, classification.confidence(), InterfaceRole.OTHER, 0, Optional.empty());
  }
}
