package org.opennms.plugins.trunkline.rest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.opennms.plugins.trunkline.model.KnownInterface;

/**
 * What a listing can be sorted by. A value is a String or a Double, so that it travels in a cursor
 * as JSON and comes back as it was; false sorts before true, nothing before something.
 */
enum SortField {
  NODE("node", text(i -> i.device().label())),
  NAME("name", text(i -> i.key().name())),
  IF_INDEX("ifIndex", number(i -> i.networkInterface().ifIndex())),
  IF_ALIAS("ifAlias", text(i -> i.networkInterface().ifAlias())),
  SPEED("speed", number(i -> i.networkInterface().speed())),
  ADMIN_STATUS("adminStatus", text(i -> i.networkInterface().adminStatus().name())),
  OPER_STATUS("operStatus", text(i -> i.networkInterface().operStatus().name())),
  ROLE("role", text(i -> i.classification().role().spelling())),
  PROVIDER("provider", text(i -> i.classification().provider().orElse(""))),
  CRITICAL("critical", flag(i -> i.classification().critical())),
  CONFIDENCE("confidence", number(i -> i.classification().confidence())),
  MONITORED("monitored", flag(KnownInterface::monitored)),
  STALE("stale", flag(KnownInterface::stale)),
  LAST_SEEN("lastSeen", number(i -> i.lastSeen().toEpochMilli()));

  private final String spelling;
  private final Function<KnownInterface, Object> value;

  SortField(String spelling, Function<KnownInterface, Object> value) {
    this.spelling = spelling;
    this.value = value;
  }

  /** The name of the field in the row's JSON. */
  String spelling() {
    return spelling;
  }

  /** What an interface has in it. */
  Object of(KnownInterface known) {
    return value.apply(known);
  }

  static Optional<SortField> parse(String text) {
    return Arrays.stream(values()).filter(f -> f.spelling.equals(text)).findFirst();
  }

  static List<String> spellings() {
    return Arrays.stream(values()).map(SortField::spelling).toList();
  }

  /** The order of values of one field. */
  static final Comparator<Object> ORDER =
      (a, b) ->
          a instanceof Double x && b instanceof Double y
              ? x.compareTo(y)
              : a.toString().compareTo(b.toString());

  private static Function<KnownInterface, Object> text(Function<KnownInterface, String> part) {
    return part::apply;
  }

  private static Function<KnownInterface, Object> number(Function<KnownInterface, Number> part) {
    return i -> part.apply(i).doubleValue();
  }

  private static Function<KnownInterface, Object> flag(Function<KnownInterface, Boolean> part) {
    return i -> part.apply(i) ? 1.0 : 0.0;
  }
}
