package org.opennms.plugins.trunkline.config;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a configuration or a file of it.
 *
 * @param value empty when there is a problem: a file counts wholly or not at all
 * @param problems why it cannot be used, in the order of the file; each names key, value and remedy
 * @param hints what is odd but bearable, for example an unknown key
 * @param <T> kind of settings
 */
public record ConfigReading<T>(Optional<T> value, List<Problem> problems, List<Problem> hints) {
  /** Copies the lists. */
  public ConfigReading {
    problems = List.copyOf(problems);
    hints = List.copyOf(hints);
  }

  /** A value. */
  public static <T> ConfigReading<T> of(T value) {
    return new ConfigReading<>(Optional.of(value), List.of(), List.of());
  }

  /** Problems, at least one. */
  public static <T> ConfigReading<T> failed(List<Problem> problems) {
    return new ConfigReading<>(Optional.empty(), problems, List.of());
  }
}
