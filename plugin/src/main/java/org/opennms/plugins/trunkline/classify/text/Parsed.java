package org.opennms.plugins.trunkline.classify.text;

import java.util.List;
import java.util.Optional;
import org.opennms.plugins.trunkline.config.Problem;

/**
 * What came of reading a file: the value, or everything that is wrong with it.
 *
 * @param value empty when there are problems: a file counts wholly or not at all
 * @param problems in the order of the file
 * @param <T> of the value
 */
public record Parsed<T>(Optional<T> value, List<Problem> problems) {
  /** Copies the list and rejects a value with problems, and none without. */
  public Parsed {
    problems = List.copyOf(problems);
    if (value.isPresent() != problems.isEmpty()) {
      throw new IllegalArgumentException("either a value or problems");
    }
  }

  /** A value. */
  public static <T> Parsed<T> of(T value) {
    return new Parsed<>(Optional.of(value), List.of());
  }

  /** Problems, at least one. */
  public static <T> Parsed<T> failed(List<Problem> problems) {
    return new Parsed<>(Optional.empty(), problems);
  }
}
