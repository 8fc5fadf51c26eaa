package org.opennms.plugins.trunkline.classify.text;

import java.util.Objects;

/**
 * A keyword and what it stands for.
 *
 * @param text folded ({@link FoldedText#fold}), not empty
 * @param fit how it must stand
 * @param meaning the user's object
 * @param <T> of the meaning
 */
public record Keyword<T>(String text, Fit fit, T meaning) {
  /** Rejects missing parts. */
  public Keyword {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(fit, "fit");
    Objects.requireNonNull(meaning, "meaning");
  }
}
