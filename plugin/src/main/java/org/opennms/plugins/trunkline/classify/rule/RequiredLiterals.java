package org.opennms.plugins.trunkline.classify.rule;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds texts of which one must stand in whatever a regular expression matches, so that a rule need
 * not be tried on every text. It understands the plain parts of RE2's syntax; where it is not sure
 * it finds nothing, and the operator gives the literals himself. Linear in the expression's length.
 */
final class RequiredLiterals {
  private static final int SHORTEST = 2;

  private final String expression;
  private int at;

  private RequiredLiterals(String expression) {
    this.expression = expression;
  }

  /** The literals in lower case; empty where none of at least two characters can be found. */
  static Set<String> of(String expression) {
    RequiredLiterals reader = new RequiredLiterals(expression);
    Set<String> found = reader.alternatives();
    return reader.at == expression.length() ? found : Set.of();
  }

  /** {@code a|b|c}: all branches need literals, or none helps. */
  private Set<String> alternatives() {
    Set<String> all = new LinkedHashSet<>();
    boolean complete = true;
    do {
      Set<String> branch = sequence();
      complete &= !branch.isEmpty();
      all.addAll(branch);
    } while (accept('|'));
    return complete ? all : Set.of();
  }

  /** The best of what stands in a row: the set whose shortest literal is the longest. */
  private Set<String> sequence() {
    Set<String> best = Set.of();
    StringBuilder run = new StringBuilder();
    while (at < expression.length() && "|)".indexOf(expression.charAt(at)) < 0) {
      int before = at;
      Set<String> item = item();
      boolean single = item.size() == 1 && item.iterator().next().length() == 1;
      boolean group = expression.charAt(before) == '(';
      if (isOptional()) {
        best = better(best, flush(run));
      } else if (single && !group) {
        run.append(item.iterator().next());
        best = isRepeated() ? better(best, flush(run)) : best;
      } else {
        best = better(best, flush(run));
        best = better(best, item);
      }
      skipQuantifier();
    }
    return better(best, flush(run));
  }

  /** One character, class or group; empty for whatever is no plain character. */
  private Set<String> item() {
    char c = expression.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> {
        skipClass();
        yield Set.of();
      }
      case '\\' -> escape();
      case '.', '^', '$' -> Set.of();
      default -> Set.of(String.valueOf(c).toLowerCase(Locale.ROOT));
    };
  }

  private Set<String> group() {
    if (accept('?')) {
      while (at < expression.length() && ":>)".indexOf(expression.charAt(at)) < 0) {
        at++;
      }
      if (at < expression.length() && expression.charAt(at) != ')') {
        at++;
      }
    }
    Set<String> inside = alternatives();
    accept(')');
    return inside;
  }

  private Set<String> escape() {
    if (at == expression.length()) {
      return Set.of();
    }
    char c = expression.charAt(at++);
    if (Character.isLetterOrDigit(c)) {
      if ("pP".indexOf(c) >= 0 && accept('{')) {
        skipTo('}');
      } else if (c == 'x' || c == 'Q' || c == 'C' || Character.isDigit(c)) {
        at = expression.length() + 1; // more than is understood here: no literals at all
      }
      return Set.of();
    }
    return Set.of(String.valueOf(c));
  }

  private void skipClass() {
    accept('^');
    accept(']');
    while (at < expression.length() && expression.charAt(at) != ']') {
      boolean named = expression.startsWith("[:", at);
      at += expression.charAt(at) == '\\' ? 2 : 1;
      if (named) {
        skipTo(']');
      }
    }
    accept(']');
  }

  private void skipTo(char end) {
    while (at < expression.length() && expression.charAt(at) != end) {
      at++;
    }
    accept(end);
  }

  private boolean isOptional() {
    return at < expression.length()
        && ("?*".indexOf(expression.charAt(at)) >= 0 || expression.startsWith("{0", at));
  }

  private boolean isRepeated() {
    return at < expression.length() && "+{".indexOf(expression.charAt(at)) >= 0;
  }

  private void skipQuantifier() {
    if (accept('{')) {
      skipTo('}');
    } else if (!accept('?') && !accept('*')) {
      accept('+');
    }
    accept('?');
  }

  private boolean accept(char wanted) {
    boolean there = at < expression.length() && expression.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private static Set<String> flush(StringBuilder run) {
    Set<String> literal = run.length() < SHORTEST ? Set.of() : Set.of(run.toString());
    run.setLength(0);
    return literal;
  }

  private static Set<String> better(Set<String> one, Set<String> other) {
    return shortest(other) > shortest(one) ? other : one;
  }

  private static int shortest(Set<String> literals) {
    int shortest = literals.stream().mapToInt(String::length).min().orElse(0);
    return shortest < SHORTEST ? 0 : shortest;
  }
}
