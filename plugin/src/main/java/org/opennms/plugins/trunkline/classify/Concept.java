package org.opennms.plugins.trunkline.classify;

import java.util.Objects;
import org.opennms.plugins.trunkline.classify.evidence.Weights;

/**
 * What some words have in common, for example that they name management.
 *
 * @param name short, unique in its lexicon
 * @param says for the operator, follows the word: {@code names management}
 * @param weights nats per role when a word of it stands in ifAlias
 */
record Concept(String name, String says, Weights weights) {
  /** Rejects missing parts. */
  Concept {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(says, "says");
    Objects.requireNonNull(weights, "weights");
  }

  boolean is(String wanted) {
    return name.equals(wanted);
  }
}
