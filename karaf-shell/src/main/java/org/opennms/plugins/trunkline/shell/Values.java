package org.opennms.plugins.trunkline.shell;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.apache.karaf.shell.support.CommandException;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/** Options' values, read with an answer that helps. */
final class Values {
  private Values() {}

  static InterfaceRole role(String text) throws CommandException {
    return InterfaceRole.parse(text)
        .orElseThrow(
            () ->
                Refusal.of(
                    "'" + text + "' is no role.",
                    "Give one of " + InterfaceRole.spellings() + "."));
  }

  static boolean flag(String option, String text) throws CommandException {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Refusal.of(option + " is '" + text + "'.", "Give true or false.");
    };
  }

  static int count(String option, String text) throws CommandException {
    if (text.matches("[1-9][0-9]{0,8}")) {
      return Integer.parseInt(text);
    }
    throw Refusal.of(option + " is '" + text + "'.", "Give a whole number from 1.");
  }

  static double positive(String option, String text) throws CommandException {
    if (text.matches("[0-9]{1,9}([.][0-9]{1,9})?") && Double.parseDouble(text) > 0) {
      return Double.parseDouble(text);
    }
    throw Refusal.of(option + " is '" + text + "'.", "Give a number above 0, for example 0.5.");
  }

  /** A point of time; null where the option is not given is refused too. */
  static Instant instant(String option, String text) throws CommandException {
    try {
      return Instant.parse(String.valueOf(text));
    } catch (DateTimeParseException e) {
      String is = text == null ? " is missing." : " is '" + text + "'.";
      throw Refusal.of(option + is, "Give date and time as 2026-11-20T08:00:00Z.");
    }
  }

  static long capacity(String text) throws CommandException {
    return BitRate.parse(text)
        .orElseThrow(
            () ->
                Refusal.of(
                    "--capacity is '" + text + "'.",
                    "Give a positive number of bit/s, with k, M, G or T for powers of 1000; for"
                        + " example 500M."));
  }

  /** For example {@code not_present}. */
  static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
