package org.opennms.plugins.trunkline.sandbox.network.control;

import java.util.List;
import java.util.Locale;

/** The words of a command line, taken one by one. */
final class Words {
  private String rest;

  Words(String line) {
    rest = line.strip();
  }

  Words copy() {
    return new Words(rest);
  }

  /** The next word; quotes keep spaces together, as in {@code "Ethernet 1"}. */
  String next(String meaning) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException(meaning + " is missing; help lists the commands");
    }
    boolean quoted = rest.startsWith("\"");
    int from = quoted ? 1 : 0;
    int end = rest.indexOf(quoted ? '"' : ' ', from);
    if (end < 0) {
      end = rest.length();
    }
    String word = rest.substring(from, end);
    rest = rest.substring(Math.min(rest.length(), end + 1)).strip();
    return word;
  }

  /** All that is left, possibly nothing. */
  String text() {
    String text = rest;
    rest = "";
    return text;
  }

  boolean onOff() {
    return choice(List.of("on", "off")).equals("on");
  }

  double number(String meaning) {
    String word = next(meaning);
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(meaning + " is a number, not " + word, e);
    }
  }

  int count(String meaning) {
    double number = number(meaning);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(meaning + " is a whole number, not " + number);
    }
    return (int) number;
  }

  <E extends Enum<E>> E constant(Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    String word = choice(constants.stream().map(constant -> spell(constant.name())).toList());
    return constants.stream()
        .filter(constant -> spell(constant.name()).equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static String spell(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String choice(List<String> choices) {
    String word = next("one of " + choices).toLowerCase(Locale.ROOT);
    if (!choices.contains(word)) {
      throw new IllegalArgumentException(word + " is none of " + choices);
    }
    return word;
  }
}
