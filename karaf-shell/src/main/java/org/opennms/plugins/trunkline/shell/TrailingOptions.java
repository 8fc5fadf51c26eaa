package org.opennms.plugins.trunkline.shell;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.converter.DefaultConverter;

/**
 * Options behind the arguments. Karaf takes options only before the first argument and calls the
 * others "too many arguments"; operators write {@code override NODE IFNAME --role trunk}.
 */
final class TrailingOptions {
  private TrailingOptions() {}

  /**
   * Sets the command's option fields.
   *
   * @param words what stood behind the arguments; null for nothing
   * @throws CommandException when a word is no option of the command or its value is missing or
   *     wrong
   */
  static void apply(Action command, List<String> words) throws CommandException {
    if (words == null) {
      return;
    }
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String[] word = rest.next().split("=", 2);
      Field field = field(command, word[0]).orElseThrow(() -> unknown(command, word[0]));
      set(command, field, word[0], word.length == 2 ? word[1] : next(field, word[0], rest));
    }
  }

  private static Optional<Field> field(Action command, String name) {
    return options(command)
        .filter(f -> f.getAnnotation(Option.class).name().equals(name))
        .findFirst();
  }

  /** Also those that commands have in common. */
  private static Stream<Field> options(Action command) {
    return Stream.<Class<?>>iterate(command.getClass(), c -> c != null, Class::getSuperclass)
        .flatMap(c -> Arrays.stream(c.getDeclaredFields()))
        .filter(f -> f.isAnnotationPresent(Option.class));
  }

  private static String next(Field field, String name, Iterator<String> rest)
      throws CommandException {
    if (field.getType() == boolean.class || field.getType() == Boolean.class) {
      return "true";
    }
    if (!rest.hasNext()) {
      throw Refusal.of("Option " + name + " has no value.", "Give one behind it.");
    }
    return rest.next();
  }

  private static void set(Action command, Field field, String name, String value)
      throws CommandException {
    try {
      Object converted =
          new DefaultConverter(command.getClass().getClassLoader()).convert(value, field.getType());
      field.setAccessible(true);
      field.set(command, converted);
    } catch (Exception e) {
      throw Refusal.of(
          "Option " + name + " cannot be '" + value + "'.", "--help says what it takes.");
    }
  }

  private static CommandException unknown(Action command, String name) {
    List<String> known =
        options(command).map(f -> f.getAnnotation(Option.class).name()).sorted().toList();
    return Refusal.of(
        "'" + name + "' is neither an argument nor an option of this command.",
        known.isEmpty()
            ? "It has no options."
            : "Its options are " + String.join(", ", known) + ".");
  }
}
