package org.opennms.plugins.trunkline.config;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a configuration.
 *
 * @param value the settings; empty when there is a problem
 * @param problems why they cannot be used; each names key, value and remedy
 * @param hints what is odd but bearable, for example an unknown key
 * @param <T> kind of settings
 */
public record ConfigReading<T>(Optional<T> value, List<Problem> problems, List<Problem> hints) {
  /** Copies the lists. */
  public ConfigReading {
    problems = List.copyOf(problems);
    hints = List.copyOf(hints);
  }
}
