package org.opennms.plugins.trunkline.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opennms.plugins.trunkline.classify.evidence.Signal;

/**
 * Gathers the words of one interface, so that a concept counts once, where it stands strongest:
 * columns repeat each other. For one thread.
 */
final class TextVotes {
  private final List<Concept> concepts = new ArrayList<>();
  private final List<Signal> signals = new ArrayList<>();
  private double[] factors = new double[32];

  void clear() {
    concepts.clear();
    signals.clear();
  }

  boolean isEmpty() {
    return concepts.isEmpty();
  }

  /** Takes a word's signal unless its concept already stands at least as strongly. */
  void add(Concept concept, Signal signal, double factor) {
    int at = 0;
    while (at < concepts.size() && !concepts.get(at).is(concept.name())) {
      at++;
    }
    if (at == concepts.size()) {
      concepts.add(concept);
      signals.add(signal);
      if (at == factors.length) {
        factors = Arrays.copyOf(factors, 2 * at);
      }
      factors[at] = factor;
    } else if (factor > factors[at]) {
      signals.set(at, signal);
      factors[at] = factor;
    }
  }

  /** Adds all to a score. */
  void addTo(Score score, double factor) {
    for (int i = 0; i < signals.size(); i++) {
      score.add(signals.get(i), factor * factors[i]);
    }
  }
}
