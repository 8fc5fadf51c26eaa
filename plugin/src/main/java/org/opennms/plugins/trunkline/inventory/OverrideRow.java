package org.opennms.plugins.trunkline.inventory;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.NodeKey;

/**
 * The fields of one line.
 *
 * @param columns the place of each column
 * @param fields as many as columns
 */
record OverrideRow(Map<String, Integer> columns, List<String> fields) {
  /** Characters of any field. */
  static final int LONGEST = 500;

  private static final String TIME = "a time like 2026-11-20T08:00:00Z";
  // The store keeps milliseconds in a long.
  private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);
  private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);

  InterfaceKey key() throws BadOverrideException {
    return new InterfaceKey(new NodeKey(required("node")), required("name"));
  }

  InterfaceOverride decision(String by, Instant at) throws BadOverrideException {
    InterfaceOverride read =
        new InterfaceOverride(
            role(),
            text("provider"),
            flag("critical"),
            flag("monitored"),
            capacity(),
            text("by").orElse(by),
            time().orElse(at),
            text("why").orElse(""));
    if (read.role().isEmpty()
        && read.provider().isEmpty()
        && read.critical().isEmpty()
        && read.monitored().isEmpty()
        && read.capacity().isEmpty()) {
      throw new BadOverrideException(
          "the line decides nothing", "Give role, provider, critical, monitored or capacity.");
    }
    return read;
  }

  /** Short enough to be shown. */
  static String shown(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }

  private String required(String column) throws BadOverrideException {
    return text(column)
        .orElseThrow(
            () -> new BadOverrideException(column + " is empty", "Give it as overrides lists it."));
  }

  private Optional<String> text(String column) throws BadOverrideException {
    Integer place = columns.get(column);
    String value = place == null ? "" : fields.get(place);
    if (value.length() > LONGEST) {
      throw bad(column, value, "at most " + LONGEST + " characters");
    }
    return Optional.of(value).filter(v -> !v.isBlank());
  }

  private Optional<InterfaceRole> role() throws BadOverrideException {
    Optional<String> given = text("role");
    Optional<InterfaceRole> role = given.map(String::strip).flatMap(InterfaceRole::parse);
    if (given.isPresent() && role.isEmpty()) {
      throw bad("role", given.get(), "one of " + InterfaceRole.spellings());
    }
    return role;
  }

  private Optional<Boolean> flag(String column) throws BadOverrideException {
    Optional<String> given = text(column).map(String::strip);
    if (given.isPresent() && !given.get().matches("true|false")) {
      throw bad(column, given.get(), "true or false");
    }
    return given.map(Boolean::valueOf);
  }

  private OptionalLong capacity() throws BadOverrideException {
    Optional<String> given = text("capacity").map(String::strip);
    if (given.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!given.get().matches("[1-9][0-9]{0,17}")) {
      throw bad("capacity", given.get(), "a positive whole number of bit/s");
    }
    return OptionalLong.of(Long.parseLong(given.get()));
  }

  private Optional<Instant> time() throws BadOverrideException {
    Optional<String> given = text("at").map(String::strip);
    try {
      Optional<Instant> time = given.map(Instant::parse);
      if (time.isPresent() && (time.get().isBefore(EARLIEST) || time.get().isAfter(LATEST))) {
        throw bad("at", given.get(), TIME);
      }
      return time;
    } catch (DateTimeParseException e) {
      throw bad("at", given.orElseThrow(), TIME);
    }
  }

  private static BadOverrideException bad(String column, String value, String takes) {
    return new BadOverrideException(
        column + " is '" + shown(value) + "'", "It takes " + takes + ".");
  }
}
